import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';
import type { Library } from '../../src/core/library/library.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import type { Reply } from '../../src/core/replies/reply.ts';
import { unquote } from '../../src/core/text/quotation-marks.ts';
import { composeDocument, composeDocuments, type DocumentListPorts } from './documents-reply.ts';
import { composeExcerpts } from './excerpts-reply.ts';

const NUMBER = /^\[?(\d{1,3}|all)\]?(?:\s+of|\s+(?:of\s+)?(\S+))?$/i;

/** `/sources`: the documents known, one of them, the excerpts of an answer in context, or an answer again. */
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
  },
  example: { what: '1' },
});

/** The ports of `/sources`. */
export interface SourcesPorts extends DocumentListPorts {
  readonly library: Library;
  readonly answers: AnswerArchive;
}

/** Creates `/sources`. */
export function createSources(ports: SourcesPorts): Command {
  const { library, answers } = ports;
  return implement(sources, async (context, { what, answer }): Promise<Reply> => {
    const showAgain = async (id: string): Promise<Reply> => {
      const reply = await answers.open(context, await requireAnswer(answers, context, id));
      const again = { ...reply, command: 'sources' };
      return again.kind === 'note' ? again : { ...again, more: false };
    };
    if (what === null) return answer === null ? composeDocuments(ports, context) : showAgain(answer);
    const [, number, of] = NUMBER.exec(what) ?? [];
    if (number !== undefined)
      return composeExcerpts(ports, context, { number: Number(number) || 'all', answer: of ?? answer });
    if (ANSWER_ID.test(what)) return showAgain(what);
    return composeDocument(library, context, unquote(what));
  });
}
