import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';
import type { Library } from '../../src/core/library/library.ts';
import { ANSWER_ID } from '../../src/core/quoting/answer-id.ts';
import { composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { countDocuments } from '../../src/core/replies/coverage.ts';
import { type Exported, gatherExport } from '../../src/core/replies/export/exported.ts';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from '../../src/core/replies/export/formats.ts';
import { joinNotes } from '../../src/core/replies/narrowed-line.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { localTimeOf } from '../../src/core/schedule/local-time.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** `/export`: an answer, a brief or a digest as a file. */
export const exporting = declare({
  name: 'export',
  description: 'Get an answer or a brief as a file, for a report or for Zotero',
  visibleTo: 'asker',
  light: true,
  options: {
    answer: { description: 'answer id (the latest here)', position: 0, completes: 'answers' },
    format: { description: 'kind of file (md)', position: 1, choices: EXPORT_FORMATS },
  },
  example: { format: 'bibtex' },
});

/** The ports of `/export`. */
export interface ExportPorts {
  readonly library: Pick<Library, 'load' | 'scopeFor'>;
  readonly answers: AnswerArchive;
  /** The time zone in which the day of the export is told. */
  readonly zone: string;
}

/** Creates `/export`. It quotes what whoever asks may read now, from documents that are as they were quoted. */
export function createExport(ports: ExportPorts): Command {
  const { library, answers, zone } = ports;
  return implement(exporting, async (context, options): Promise<NoteReply> => {
    const { answer, format } = readOptions(options);
    const reply = await answers.open(
      context,
      await requireAnswer(answers, context, answer ?? context.replyTo ?? null),
    );
    if (reply.kind === 'note') return { ...reply, command: 'export' };
    const { id } = reply;
    if (id === null || reply.sources.length === 0) throw nothingQuoted();
    const loaded = await library.load(reply.sources.map(({ document }) => document));
    const documents = new Map([...loaded].map(([key, { document }]) => [key, document]));
    const { date } = localTimeOf(context.at, zone);
    return composeFile(ports, context, { exported: gatherExport({ ...reply, id }, documents, date), format });
  });
}

interface Given {
  readonly answer: string | null;
  readonly format: ExportFormat | null;
}

/** A format alone, `/export bibtex`, is no answer's id. */
function readOptions({ answer, format }: Given): { answer: string | null; format: ExportFormat } {
  const alone = format === null ? EXPORT_FORMATS.find((known) => known === answer?.toLowerCase()) : undefined;
  if (alone) return { answer: null, format: alone };
  if (format === null && answer !== null && !ANSWER_ID.test(answer)) throw notExportable(answer);
  return { answer, format: format ?? 'md' };
}

function notExportable(typed: string): UserError {
  return new UserError(
    `"${echo(typed)}" is neither a format nor an answer id. Formats are ${EXPORT_FORMATS.join(', ')}.`,
    { code: 'unknown-answer', suggestions: EXPORT_FORMATS },
  );
}

function nothingQuoted(): UserError {
  return new UserError('That answer quotes nothing, so there is nothing to export.', {
    code: 'nothing-quoted',
  });
}

function composeFile(
  { library }: ExportPorts,
  context: RequestContext,
  { exported, format }: { readonly exported: Exported; readonly format: ExportFormat },
): NoteReply {
  const { id, topic, question, points, sources, notes } = exported;
  const file = writeExport(exported, format);
  const excerpts = points.length === 1 ? '1 excerpt' : `${points.length} excerpts`;
  const what = `${file.name}: ${excerpts} from ${countDocuments({ documents: sources.length })}.`;
  return composeNote(replyContext(library, context, 'export'), joinNotes(what, ...notes) ?? what, {
    ...{ id, topic, question, file },
  });
}
