import type { Coverage } from '../library/coverage.ts';
import type { Narrowed, Narrowing } from '../library/documents/narrowing.ts';
import { filingInWords } from '../text/filing.ts';
import { formatDate } from '../text/format-date.ts';

/** What a request keeps to, and how much of the documents that is. */
export interface NarrowedCoverage {
  readonly narrowing: Narrowing | null;
  readonly narrowed: Narrowed | null;
  readonly coverage: Pick<Coverage, 'documents'>;
}

/**
 * Says what a request keeps to: `Only documents since Jul 2024, from Port Gazette: 1 of 5. Left out for want of a date: 4.`
 * Null if it keeps to nothing.
 */
export function narrowedLine({ narrowing, narrowed, coverage }: NarrowedCoverage): string | null {
  if (!narrowing || !narrowed) return null;
  const { of, undated, vague } = narrowed;
  return joinNotes(
    `${keptTo(narrowing)}: ${coverage.documents} of ${of}.`,
    undated === 0 ? null : `Left out for want of a date: ${undated}.`,
    vague === 0 ? null : `Left out for want of an exact date: ${vague}.`,
  );
}

/** Says what a request keeps to: `Only documents since Jul 2024, from Port Gazette`. */
export function keptTo(narrowing: Narrowing): string {
  return `Only documents ${limits(narrowing).join(', ')}`;
}

const MAX_NAMED = 3; // publishers

function limits({ collections, since, before, publishers, ...filing }: Narrowing): readonly string[] {
  const named = publishers?.slice(0, MAX_NAMED).join(' or ');
  const others = (publishers?.length ?? 0) - MAX_NAMED;
  return [
    collections === null ? null : `in ${collections.join(' or ')}`,
    since === null ? null : `since ${formatDate(since)}`,
    before === null ? null : `before ${formatDate(before)}`,
    named === undefined ? null : `from ${named}${others > 0 ? ` and ${others} more` : ''}`,
    ...filingInWords(filing),
  ].filter((limit) => limit !== null);
}

/** Joins sentences in the bot's own voice; null if there are none. */
export function joinNotes(...sentences: readonly (string | null)[]): string | null {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join(' ');
}
