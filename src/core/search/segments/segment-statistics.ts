import { yieldToEvents } from '../../text/yield-to-events.ts';
import { PostingList } from '../scoring/posting-list.ts';
import { addCounts, countPostings, NO_COUNTS, type TermCounts } from '../scoring/term-counts.ts';
import type { TermFrequency, TermStatistics } from '../term-statistics.ts';
import type { FrequencyCache } from './frequency-cache.ts';
import { unpackPostings } from './packed-postings.ts';
import type { PostingsCache } from './postings-cache.ts';
import { type Segment, totalsAmong } from './segment.ts';
import type { PostingsRow } from './segment-store.ts';

const TERMS = 500; // asked for together
const COUNTS = 10_000; // kept for a segment

const list = new PostingList();

/** Counts a term in a segment; postings are read only if documents of it are deleted. */
function countsIn({ deleted, directory, counts }: Segment, row: PostingsRow | undefined): TermCounts {
  if (!row) return NO_COUNTS;
  if (deleted.size === 0) return row;
  const known = counts.get(row.term);
  if (known) return known;
  unpackPostings(row.texts, list);
  const counted = countPostings(list, directory);
  if (counts.size >= COUNTS) counts.clear();
  counts.set(row.term, counted);
  return counted;
}

/** Where statistics are read. */
export interface Statistics {
  readonly frequencies: FrequencyCache;
  readonly postings: PostingsCache;
}

/** Returns the statistics of terms in segments. No rows of postings are read unless documents are deleted. */
export async function statisticsOf(
  terms: readonly string[],
  segments: readonly Segment[],
  { frequencies, postings }: Statistics,
): Promise<TermStatistics> {
  const whole = segments
    .filter(({ deleted, isPacked }) => deleted.size === 0 && !isPacked)
    .map(({ id }) => id);
  const others = segments.filter(({ deleted, isPacked }) => deleted.size > 0 || isPacked);
  const found = new Map<string, number>();
  for (let at = 0; at < terms.length; at += TERMS) {
    if (at > 0) await yieldToEvents();
    const asked = terms.slice(at, at + TERMS);
    for (const term of asked) found.set(term, 0);
    const count = ({ term, frequency }: TermFrequency) => found.set(term, (found.get(term) ?? 0) + frequency);
    for (const each of await frequencies.of(whole, asked)) count(each);
    const rows = await postings.read(others, asked);
    for (const [term, each] of rows) count({ term, frequency: countsAmong(others, each).passages });
  }
  return { passages: totalsAmong(segments).passages, frequencies: found };
}

/** Adds up a term's counts in segments. */
export function countsAmong(
  segments: readonly Segment[],
  rows: ReadonlyMap<number, PostingsRow>,
): TermCounts {
  return segments.map((segment) => countsIn(segment, rows.get(segment.id))).reduce(addCounts, NO_COUNTS);
}
