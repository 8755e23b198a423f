import type { PdfLine } from './lines.ts';

const SMALLER = 0.94; // times the usual height of letters
const APART = 1.7; // times the usual distance of lines
const MARKED = /^(?:[[(]?\d{1,3}[\])]?|[*†‡§¶#]+)[.:]?\s?(?=\S*\p{L})/u;
const BARE = /^(?:\d{1,3}|[*†‡§¶]+)\s?(?=\p{L})/u;

/** The lines of a page, without footnotes, and the lines of each footnote. */
export interface TextAndNotes {
  readonly text: readonly PdfLine[];
  readonly notes: readonly (readonly PdfLine[])[];
}

/** What is usual in a document or on a page, in points. */
export interface Usual {
  readonly size: number;
  readonly leading: number;
}

/** Takes out the footnotes: at a column's or the page's end, marked, in smaller letters or set apart from the text. */
export function takeNotes(lines: readonly PdfLine[], usual: Usual): TextAndNotes {
  const text: PdfLine[] = [];
  const notes: PdfLine[][] = [];
  let column: PdfLine[] = [];
  for (const [at, line] of lines.entries()) {
    column.push(line);
    const next = lines[at + 1];
    if (next && next.base <= line.base + line.size) continue;
    const start = findStart(column, usual);
    text.push(...column.slice(0, start));
    for (const note of column.slice(start)) {
      if (MARKED.test(note.text) || notes.length === 0) notes.push([note]);
      else notes.at(-1)?.push(note);
    }
    column = [];
  }
  return { text, notes };
}

/** Where the notes at the end of a column start; its length if it has none. */
function findStart(column: readonly PdfLine[], usual: Usual): number {
  let found = column.length;
  for (let at = column.length - 1; at > 0; at--) {
    const line = column[at];
    const above = column[at - 1];
    if (!line || !above || line.size > usual.size * 1.05) break;
    const small = line.size < usual.size * SMALLER;
    if (small && MARKED.test(line.text)) found = at;
    if (small) continue;
    if (BARE.test(line.text) && above.base - line.base > usual.leading * APART) found = at;
    if (found < column.length || above.base - line.base > usual.leading * APART) break;
  }
  return found;
}
