import { unreadable } from '../../core/library/reading/document-reader.ts';
import { tidyText } from './readable-text.ts';
import type { Cell, Row } from './table-blocks.ts';
import { tableLines } from './table-lines.ts';

const MAX_TEXT = 5_000_000; // characters; a document may have no more, and labels repeat in each row

/** The text of a table: a paragraph for each row. */
export function tableText(rows: readonly Row[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of tableLines(rows.map((row) => row.map(tidyCell)))) {
    lines.push(line);
    length += line.length + 2;
    if (length > MAX_TEXT) throw unreadable(`has more than ${MAX_TEXT} characters in its rows; split it`);
  }
  return tidyText(lines.join('\n\n'));
}

/** A cell in one line. */
function tidyCell(cell: Cell): Cell {
  return cell === null ? null : tidyText(cell).replace(/\n+/g, ' ').trim();
}
