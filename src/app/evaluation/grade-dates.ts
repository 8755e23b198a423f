import type { KnownDate } from './dates-file.ts';
import type { FindDocument } from './grade.ts';
import { reportTable } from './misses-report.ts';

/** How the date of a document came out. `missing`: it has one, and none was read. `unread`: the document is not indexed. */
export type DateVerdict = 'right' | 'wrong' | 'missing' | 'unread';

/** A date that is known, and what was read. */
export interface GradedDate {
  readonly known: KnownDate;
  readonly read: string | null;
  readonly verdict: DateVerdict;
}

/** Compares a date with the one that was read of its document. */
export function gradeDate(known: KnownDate, find: FindDocument): GradedDate {
  const document = find(known.document);
  const read = document?.published ?? null;
  if (document === null) return { known, read, verdict: 'unread' };
  if (read === known.published) return { known, read, verdict: 'right' };
  return { known, read, verdict: read === null ? 'missing' : 'wrong' };
}

/** Formats what came out: how many dates are right, then a row for each that is not. */
export function dateLines(graded: readonly GradedDate[]): readonly string[] {
  if (graded.length === 0) return [];
  const count = (verdict: DateVerdict) => graded.filter((each) => each.verdict === verdict).length;
  const misses = graded.filter(({ verdict }) => verdict !== 'right');
  return [
    `Dates of documents, ${graded.length}: ${count('right')} right, ${count('wrong')} wrong, ${count('missing')} missing, ${count('unread')} not indexed.`,
    '',
    ...(misses.length === 0
      ? []
      : [
          ...reportTable(
            ['line', 'document', 'published', 'read', 'why'],
            misses.map(({ known, read, verdict }) => [
              ...[
                String(known.line),
                known.document,
                known.published ?? 'unknown',
                read ?? 'unknown',
                verdict,
              ],
            ]),
          ),
          '',
        ]),
  ];
}
