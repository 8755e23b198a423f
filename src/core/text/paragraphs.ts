import type { Slice } from './slice.ts';
import { isBarredRow, isTableRow } from './table-row.ts';
import { hasVerb } from './verb-like.ts';

/** A paragraph of a text. A heading introduces the next paragraph and is never quoted. */
export interface Paragraph extends Slice {
  readonly kind: 'heading' | 'body';
}

/** Splits a text into paragraphs, trimmed and in order, with hard-wrapped lines joined. */
export function splitParagraphs(text: string): Paragraph[] {
  const slices = blocks(text).flatMap((lines) => (isHardWrapped(text, lines) ? [span(lines)] : lines));
  return slices.map((slice, at) => {
    const isHead = isHeading(text, slice, slices[at + 1]) && !isRow(text, slices, at);
    return { ...slice, kind: isHead ? 'heading' : 'body' };
  });
}

function isHeading(text: string, slice: Slice, next: Slice | undefined): boolean {
  if (text.charAt(slice.end) === HEADED) return isMarkedHeading(text, slice, next);
  return next !== undefined && looksLikeHeading(text, slice) && heads(text, slice, next);
}

/** Whether a line that its format marks as a heading is one: it stands above a body, or says nothing that could be quoted. */
function isMarkedHeading(text: string, slice: Slice, next: Slice | undefined): boolean {
  const line = text.slice(slice.start, slice.end);
  if (line.length > MAX_HEADING.marked) return false;
  const isAbove = next !== undefined && text.charAt(next.end) !== HEADED;
  return !isStatement(line) && (isAbove || isQuestion(line) || !hasVerb(line));
}

/** Whether a line heads the next, which looks unlike it; an item of a list does not, even if others are nested in it. */
function heads(text: string, slice: Slice, next: Slice): boolean {
  return !looksLikeHeading(text, next) && indentation(text, slice) === 0 && indentation(text, next) === 0;
}

/** What stands before a line for each list that it is nested in: a wide space, which writers of plain text don't use. */
export const INDENT = '\u2003';

/** What stands after a line that its document's format marks as a heading. */
export const HEADED = '\u2002';

/** In how many lists a line is nested. */
export function indentation(text: string, { start }: Slice): number {
  let at = start;
  while (at > 0 && text.charAt(at - 1) === INDENT) at--;
  return start - at;
}

/** Whether a line is a row of a table; only lines without an empty one between them are rows of one. */
function isRow(text: string, slices: readonly Slice[], at: number): boolean {
  const line = slices[at];
  if (!line) return false;
  const [before, after] = [slices[at - 1], slices[at + 1]];
  const read = (slice: Slice | undefined, gap: string) =>
    slice && gap.split('\n').length === 2 ? text.slice(slice.start, slice.end) : '';
  return isBarredRow(text.slice(line.start, line.end), {
    above: read(before, text.slice(before?.end ?? 0, line.start)),
    below: read(after, text.slice(line.end, after?.start ?? line.end)),
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
/** “Removed: support for Node 16.”, but not “1. Introduction.” */
function isStatement(line: string): boolean {
  return /[.!。！]["”’')\]]*$/u.test(line) && line.split(/\s+/).length > 2;
}

function isQuestion(line: string): boolean {
  return /[?？]["”’')\]]*$/u.test(line);
}

const MAX_HEADING = { characters: 90, words: 12, marked: 200 };

function looksLikeHeading(text: string, { start, end }: Slice): boolean {
  if (end - start > MAX_HEADING.characters) return false;
  const line = text.slice(start, end);
  if (ENDED.test(line) || isTableRow(line)) return false;
  return /\p{L}/u.test(line) && line.split(/\s+/).length <= MAX_HEADING.words;
}
