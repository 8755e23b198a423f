import type { Slice } from '../text/slice.ts';

/** Whether two sentences can't be quoted as one: a heading stands between them, or the first announces what was left out. */
export function areParted(text: string, before: Slice | undefined, after: Slice | undefined): boolean {
  if (!before || !after) return true;
  return isHeadingBetween(text, before, after) || announcesLeftOut(text, before, after);
}

/** Whether a line with words, which is never quoted, stands between two sentences. */
export function isHeadingBetween(text: string, before: Slice | undefined, after: Slice | undefined): boolean {
  return before !== undefined && after !== undefined && WHOLE_LINE.test(text.slice(before.end, after.start));
}

/** Whether a colon is followed by a paragraph that ends in another: what the first announces, such as code, was left out. */
function announcesLeftOut(text: string, before: Slice, after: Slice): boolean {
  if (!COLON.test(text.charAt(before.end - 1))) return false;
  if (!BLANK_LINE.test(text.slice(before.end, after.start))) return false;
  const [paragraph = ''] = text.slice(after.start, after.start + MOST).split(BLANK_LINE, 1);
  return COLON.test(paragraph.trimEnd().slice(-1));
}

const WHOLE_LINE = /[\p{L}\p{N}][^\n]*\n/u; // no mark of an item, which stands on the line of its sentence
const BLANK_LINE = /\n[^\S\n]*\n/;
const COLON = /[:：]/u;
const MOST = 1000; // characters of a paragraph that leads to something
