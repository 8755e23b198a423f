import { clip } from '../../core/text/clip.ts';
import { displayable } from '../../core/text/displayable.ts';
import type { Graded, Verdict } from './grade.ts';

/** Formats what came out: figures, then a table with a row for each miss. */
export function reportLines(name: string, graded: readonly Graded[]): readonly string[] {
  return [`## ${name}`, '', ...figures(graded), '', ...missesTable(graded), ''];
}

function figures(graded: readonly Graded[]): readonly string[] {
  const answerable = graded.filter(({ question }) => question.answerable);
  const rest = graded.filter(({ question }) => !question.answerable);
  const following = answerable.filter(({ question }) => question.history.length > 0);
  const kinds = [...new Set(answerable.flatMap(({ question }) => question.kind ?? []))].sort();
  return [
    ...table(['questions', 'in all', 'right at the top', 'right anywhere', 'wrongly refused']),
    figureRow('answerable', answerable),
    ...(following.length === 0 ? [] : [figureRow('that follow up', following)]),
    ...kinds.map((kind) =>
      figureRow(
        `of the kind ${kind}`,
        answerable.filter(({ question }) => question.kind === kind),
      ),
    ),
    ...(rest.length === 0
      ? []
      : [
          '',
          `Not answered by the documents: ${rest.length}, rightly refused ${share(rest, ['rightly refused'])}.`,
        ]),
  ];
}

function figureRow(name: string, graded: readonly Graded[]): string {
  const counts = ([['top'], ['top', 'lower'], ['refused']] as const).map((verdicts) =>
    share(graded, verdicts),
  );
  return row([name, String(graded.length), ...counts]);
}

function share(graded: readonly Graded[], verdicts: readonly Verdict[]): string {
  const count = graded.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return graded.length === 0 ? '0' : `${count} (${Math.round((100 * count) / graded.length)} %)`;
}

const WHY: Readonly<Record<Verdict, string | null>> = {
  top: null,
  lower: null,
  other: 'other excerpts',
  refused: 'refused',
  'rightly refused': null,
  'wrongly answered': 'answered',
};

/** One row for each question without a right excerpt, and each answer to a question that has none. */
function missesTable(graded: readonly Graded[]): readonly string[] {
  const misses = graded.filter(({ verdict }) => WHY[verdict] !== null);
  if (misses.length === 0) return ['No misses.'];
  return [
    `Misses: ${misses.length}`,
    '',
    ...table(['line', 'id', 'question', 'wanted', 'shown first', 'why']),
    ...misses.map(missRow),
  ];
}

const MAX_CELL = 120; // characters

function missRow({ question, reply, verdict, unreachable }: Graded): string {
  const [evidence] = question.evidence;
  const [first] = reply.kind === 'answer' ? reply.points : reply.nearest;
  const asked = [...question.history.map((turn) => turn.question), question.question].join(' › ');
  const shown = first && `${first.document}: ${first.text}`;
  const why = [WHY[verdict], unreachable].filter((each) => each !== null).join('; ');
  return row([
    ...[String(question.line), question.id, asked],
    evidence && question.answerable ? `${evidence.document}: ${evidence.text}` : 'nothing',
    ...[reply.kind === 'nothing' && shown ? `(weak) ${shown}` : (shown ?? 'nothing'), why],
  ]);
}

/** Formats a Markdown table; long cells are cut. */
export function reportTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return [...table(head), ...rows.map(row)];
}

function table(head: readonly string[]): readonly string[] {
  return [row(head), `|${'---|'.repeat(head.length)}`];
}

function row(cells: readonly string[]): string {
  const plain = cells.map((cell) =>
    clip(displayable(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|'), MAX_CELL),
  );
  return `| ${plain.join(' | ')} |`;
}
