/** Stands where something in a sentence cannot be written as text, so that it does not read as if nothing were missing. */
export const OMITTED = '[…]';

const NEAR = 120; // characters on either side that are looked at

/** Whether words stand on the same line beside a stretch, outside tags and the addresses of links. */
export function isInsideLine(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + NEAR).split('\n')[0] ?? '';
  if (ADDRESS.test(before) || ATTRIBUTE.test(before)) return false;
  return [before, after].some((side) => /[\p{L}\p{N}]/u.test(side.replace(TAG, '')));
}

const ADDRESS = /\]\([^()\s]*$|\]:\s*\S*$|https?:\S*$/; // of a link that the stretch is part of
const ATTRIBUTE = /<\w[^<>]*$/;
const TAG = /\{\{[^{}]*\}\}|\{%[^{}]*%\}|<[^<>]*>|^\s*(?:\d+[.)]|#+)/g;

/** Whether words stand beside a stretch of HTML in the same paragraph, outside tags. */
export function isInsideBlock(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(BLOCK)
      .at(-1) ?? '';
  const after = text.slice(end, end + NEAR).split(BLOCK)[0] ?? '';
  if (ATTRIBUTE.test(before)) return false;
  return [before.replace(/^[^<>]*>/, ''), after].some((side) => /[\p{L}\p{N}]/u.test(side.replace(TAG, '')));
}

const BLOCK =
  /<\/?(?:p|div|h[1-6]|li|[uod]l|d[td]|t[dhr]|table|br|hr|section|article|header|footer|main|nav|aside|figure|title|blockquote|body|html)\b[^<>]*>/i;
