import type { Slice } from './slice.ts';
import { isTableRow } from './table-row.ts';

/** A paragraph of a text. A heading introduces the next paragraph and is never quoted. */
export interface Paragraph extends Slice {
  readonly kind: 'heading' | 'body';
}

/** Splits a text into paragraphs, trimmed and in order, with hard-wrapped lines joined. */
export function splitParagraphs(text: string): Paragraph[] {
  const slices = blocks(text).flatMap((lines) => (isHardWrapped(text, lines) ? [span(lines)] : lines));
  return slices.map((slice, at) => {
    const next = slices[at + 1];
    const heading = looksLikeHeading(text, slice) && next !== undefined && !looksLikeHeading(text, next);
    return { ...slice, kind: heading ? 'heading' : 'body' };
  });
}

/** Groups lines that have no empty line between them. */
function blocks(text: string): Slice[][] {
  const groups: Slice[][] = [];
  let group: Slice[] = [];
  for (const line of lines(text)) {
    if (line.start < line.end) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  return group.length > 0 ? [...groups, group] : groups;
}

function* lines(text: string): Generator<Slice> {
  let from = 0;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    const line = text.slice(from, to);
    const start = from + (line.length - line.trimStart().length);
    yield { start, end: Math.max(start, from + line.trimEnd().length) };
    from = to + 1;
  }
}

const WRAP_COLUMNS = { min: 40, max: 120 };

/** Whether a program wrapped these lines: they are about equally wide and end inside sentences. */
function isHardWrapped(text: string, group: readonly Slice[]): boolean {
  const full = group.slice(0, -1);
  const widths = full.map((line) => line.end - line.start).sort((a, b) => a - b);
  const [narrowest = 0] = widths;
  const widest = widths.at(-1) ?? 0;
  if (widest > WRAP_COLUMNS.max || narrowest < Math.max(WRAP_COLUMNS.min, widest * 0.6)) return false;
  const open = full.filter((line) => !ENDED.test(text.slice(line.end - 2, line.end)));
  const continued = group.slice(1).filter((line) => /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)));
  return open.length * 2 >= full.length && continued.length * 3 >= full.length;
}

function span(group: readonly Slice[]): Slice {
  return { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
}

const ENDED = /[.!?:;,…。！？][”’"')\]]?$/u;
const MAX_HEADING = { characters: 90, words: 12 };

function looksLikeHeading(text: string, { start, end }: Slice): boolean {
  if (end - start > MAX_HEADING.characters) return false;
  const line = text.slice(start, end);
  if (ENDED.test(line) || isTableRow(line)) return false;
  return /\p{L}/u.test(line) && line.split(/\s+/).length <= MAX_HEADING.words;
}
