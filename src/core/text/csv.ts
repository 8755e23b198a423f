/** Parses a table of cells parted by commas, semicolons or tabs, whichever its first line has most of; empty rows are left out. */
export function parseCsv(source: string): string[][] {
  const text = source.replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text.split('\n', 1)[0] ?? '');
  const cell = new RegExp(`"((?:[^"]|"")*)"(?=${delimiter}|\\n|$)|([^${delimiter}\\n]*)`, 'y');
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at++) {
    cell.lastIndex = at;
    const [whole = '', quoted, bare = ''] = cell.exec(text) ?? [];
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    at += whole.length;
    if (text.charAt(at) === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}

function delimiterOf(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/**
 * Formats a table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula, since it begins with = + - @ or a
 * tab, gets an apostrophe before it.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

const FORMULA = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/; // full-width ones are run as well

function formatCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
