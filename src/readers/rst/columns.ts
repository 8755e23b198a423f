/** More columns than this are no table that anybody reads. */
export const MOST_COLUMNS = 100;

/** Characters of the Basic Multilingual Plane that are as wide as two; others of that width count as two already. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;
const FILLER = '\uFDD2'; // no character that a text may contain

/** Makes each character of a line stand in the column in which it is seen. */
export function widen(line: string): string {
  return line.replace(WIDE, `$&${FILLER}`);
}

/** The text of a cell that was cut out of a widened line; a backslash alone stands for an empty one. */
export function cleanCell(cell: string): string {
  const text = cell.replaceAll(FILLER, '').trim();
  return text === '\\' ? '' : text;
}

/** What two lines of one cell have together. */
export function joinCell(above: string, below: string): string {
  return above === '' || below === '' ? above + below : `${above} ${below}`;
}
