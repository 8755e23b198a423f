import { yieldToEvents } from '../../text/yield-to-events.ts';
import { similarPattern, similarTerms } from '../terms/similar-terms.ts';
import type { PackCache } from './pack-cache.ts';
import type { Segment } from './segment.ts';
import type { TermReader } from './segment-store.ts';

const SEGMENTS = 4; // read together, some milliseconds each time
const MAX_READ = 5000; // terms of so many segments

/** Returns the terms in segments that may be a misspelling or another form of one, in no order. */
export async function similarAmong(
  segments: readonly Segment[],
  term: string,
  { reader, packs }: { readonly reader: TermReader; readonly packs: PackCache },
): Promise<readonly string[]> {
  const pattern = similarPattern(term);
  if (!pattern) return [];
  const known = new Set<string>();
  for (const { id } of segments.filter(({ isPacked }) => isPacked))
    for (const each of (await packs.of(id)).termsLike(pattern.opening)) known.add(each);
  const ids = segments.filter(({ isPacked }) => !isPacked).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += SEGMENTS) {
    for (const each of await reader.termsLike(ids.slice(at, at + SEGMENTS), pattern, MAX_READ))
      known.add(each);
    await yieldToEvents();
  }
  return similarTerms(term, known);
}
