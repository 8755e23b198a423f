import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';
import type { DocumentSummary } from '../../src/core/library/documents/document.ts';
import { findDocument } from '../../src/core/library/documents/find-document.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { hint } from '../../src/core/text/hint.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { type ChangeNotePorts, changeNote, NOTES, type NoteValues } from './change-note.ts';
import { composeDocument, composeDocuments, type DocumentListPorts } from './documents-reply.ts';
import { composeExcerpts } from './excerpts-reply.ts';

const NUMBER = /^\[?(\d{1,3}|all)\]?(?:\s+of|\s+(?:of\s+)?(\S+))?$/i;

/** `/sources`: the documents known, one of them, what is known of it, the excerpts of an answer in context, or an answer again. */
export const sources = declare({
  name: 'sources',
  description: 'List the documents, or open a citation',
  visibleTo: 'asker',
  options: {
    what: {
      description:
        'citation number, “all”, “2 of <answer id>”, answer id or document id; leave it out to list all',
      position: 0,
      rest: true,
      completes: 'documents',
    },
    answer: { description: 'answer id (the latest here)', completes: 'answers' },
    ...NOTES,
    confirm: { description: 'confirm the change', choices: ['yes'] },
  },
  example: { what: '1' },
});

/** The ports of `/sources`. */
export interface SourcesPorts extends ChangeNotePorts, DocumentListPorts {
  readonly answers: AnswerArchive;
}

/** Creates `/sources`. */
export function createSources(ports: SourcesPorts): Command {
  const { library, answers } = ports;
  return implement(sources, async (context, { what, answer, confirm, ...notes }): Promise<Reply> => {
    const showAgain = async (id: string): Promise<Reply> => {
      const reply = await answers.open(context, await requireAnswer(answers, context, id));
      const again = { ...reply, command: 'sources' };
      return again.kind === 'note' ? again : { ...again, more: false };
    };
    const given = givenNotes(notes);
    if (Object.keys(given).length > 0) {
      const document = await documentMeant(ports, context, { what, answer });
      return changeNote(ports, context, { document, given, isConfirmed: confirm === 'yes' });
    }
    if (what === null) return answer === null ? composeDocuments(ports, context) : showAgain(answer);
    const [, number, of] = NUMBER.exec(what) ?? [];
    if (number !== undefined)
      return composeExcerpts(ports, context, { number: Number(number) || 'all', answer: of ?? answer });
    if (ANSWER_ID.test(what)) return showAgain(what);
    return composeDocument(library, context, unquote(what));
  });
}

function givenNotes(notes: NoteValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(notes).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}

/** The document of a citation, or by its id or title. */
async function documentMeant(
  { library, answers }: SourcesPorts,
  context: RequestContext,
  { what, answer }: { readonly what: string | null; readonly answer: string | null },
): Promise<DocumentSummary> {
  if (what === null)
    throw new UserError(
      `Name the document, by its number in the latest answer or its id: ${hint('sources', { what: '2', grade: 'B2' })}`,
      { code: 'missing-option' },
    );
  const scope = library.scopeFor(context.audience);
  const [, number, of] = NUMBER.exec(what) ?? [];
  if (number === undefined) return findDocument(library, scope, unquote(what));
  const reply = await answers.open(context, await requireAnswer(answers, context, of ?? answer));
  const sources = reply.kind === 'note' ? [] : reply.sources;
  const source = sources.find((each) => each.number === Number(number));
  if (source) return findDocument(library, scope, source.document);
  const numbers = sources.map((each) => String(each.number));
  throw new UserError(`The answer has no [${number}]. It has ${numbers.join(', ') || 'no sources'}.`, {
    code: 'unknown-citation',
    suggestions: numbers,
  });
}
