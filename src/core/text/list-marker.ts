import { writesDottedOrdinals } from './ordinals.ts';
import type { Slice } from './slice.ts';

/**
 * Returns a sentence without the bullet or number of the list item or paragraph that it opens: “(2)”, “28:”, “a)”, “•”.
 * What follows must begin like a sentence, so that “3. Oktober” and “(c) 2024” stay whole. Null if nothing else is left.
 */
export function withoutListMarker(text: string, { start, end }: Slice, language: string): Slice | null {
  const opening = text.slice(start, Math.min(end, start + LONGEST));
  if (end - start <= LONGEST && ONLY_MARKER.test(opening)) return null;
  const found = MARKER.exec(opening) ?? (writesDottedOrdinals(language) ? null : DOTTED.exec(opening));
  return { start: start + (found?.[0].length ?? 0), end };
}

/** Whether a slice begins an item of a list: a bullet or a number opens it, or stands before it on its line. */
export function startsItem(text: string, { start }: Pick<Slice, 'start'>): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return start - line <= LONGEST && ITEM.test(text.slice(line, start + LONGEST));
}

const ITEM = /^\s*(?:[*•●·▪‣◦–-]|\d{1,3}:|\(?(?:\d{1,3}\p{Ll}?|\p{L}|[ivx]{1,4})[.)])\s/u;

const LONGEST = 12; // characters of a marker, and of what shows that a sentence follows
const FOLLOWED = String.raw`\s+(?=["“„«'‘(]?[\p{Lu}\p{Lo}])`;
const MARKER = new RegExp(
  String.raw`^(?:\((?:\d{1,3}\p{Ll}?|\p{L}|[ivx]{1,4})\)|(?:\d{1,3}|\p{L}|[ivx]{1,4})\)|\d{1,3}:|[*•●·▪‣◦–-])${FOLLOWED}`,
  'u',
);
const DOTTED = new RegExp(String.raw`^\d{1,3}(?:\.\d{1,2})*\.${FOLLOWED}`, 'u');
const ONLY_MARKER = /^[\d\p{P}\p{S}\s]{1,6}$/u;
