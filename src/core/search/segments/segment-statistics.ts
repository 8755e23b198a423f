import { yieldToEvents } from '../../text/yield-to-events.ts';
import { PostingList } from '../scoring/posting-list.ts';
import { countPostings, type TermCounts } from '../scoring/term-counts.ts';
import type { TermFrequency, TermStatistics } from '../term-statistics.ts';
import type { FrequencyCache } from './frequency-cache.ts';
import { unpackPostings } from './packed-postings.ts';
import type { PostingsCache, RowsBySegment } from './postings-cache.ts';
import { type Segment, totalsAmong } from './segment.ts';
import type { PostingsRow, SegmentId } from './segment-store.ts';

const TERMS = 500; // asked for together
const COUNTS = 10_000; // kept for a segment

const list = new PostingList();

/** Counts a term in a segment; its postings are unpacked only if documents are deleted there. */
export function countsIn({ deleted, directory, counts }: Segment, row: PostingsRow): TermCounts {
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

/** Returns the statistics of terms in segments. */
export async function statisticsOf(
  terms: readonly string[],
  segments: readonly Segment[],
  { frequencies, postings }: Statistics,
): Promise<TermStatistics> {
  const whole = segments.filter(({ deleted, isPacked }) => deleted.size === 0 && !isPacked);
  const others = segments.filter(({ deleted, isPacked }) => deleted.size > 0 || isPacked);
  const byId = new Map(others.map((segment) => [segment.id, segment]));
  const found = new Map<string, number>();
  for (let at = 0; at < terms.length; at += TERMS) {
    if (at > 0) await yieldToEvents();
    const asked = terms.slice(at, at + TERMS);
    for (const term of asked) found.set(term, 0);
    const count = ({ term, frequency }: TermFrequency) => found.set(term, (found.get(term) ?? 0) + frequency);
    for (const each of await frequencies.of(whole, asked)) count(each);
    const rows = await postings.read(others, asked);
    for (const [term, each] of rows) count({ term, frequency: frequencyAmong(byId, each) });
  }
  return { passages: totalsAmong(segments).passages, frequencies: found };
}

/** Adds up in how many passages of segments a term occurs. */
function frequencyAmong(segments: ReadonlyMap<SegmentId, Segment>, rows: RowsBySegment): number {
  let sum = 0;
  for (const row of rows.values()) {
    const segment = segments.get(row.segment);
    if (segment) sum += countsIn(segment, row).passages;
  }
  return sum;
}
