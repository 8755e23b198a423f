export type Table = ReturnType<typeof createTable>;

/** How many columns and rows a cell spreads over. */
export interface Span {
  readonly columns: number;
  readonly rows: number;
}

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  /** The first of its columns, from 0, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

type Row = readonly Cell[];

const SECTION = /^t(?:head|body|foot)$/;
const MAX_CELL = 400; // characters; what is longer is part of a page's layout
const MAX_COLUMNS = 200;
const MAX_NAME = 120; // characters of a column's name, which is said in every row

/** Collects a table's cells; `depth` is how many texts were open around it. */
export function createTable(depth: number) {
  const rows: Cell[][] = [];
  const taken: number[] = []; // for each column, how many rows more a cell above spreads over it
  let open: { readonly name: string; readonly span: Span } | null = null;
  let inHead = false;
  const start = () => {
    rows.push([]);
    for (const column of taken.keys()) taken[column] = Math.max(0, (taken[column] ?? 0) - 1);
  };
  return {
    depth,
    /** Whether that opened a cell. */
    open(name: string, span: Span): boolean {
      if (SECTION.test(name)) inHead = name === 'thead';
      if (name === 'tr') start();
      if ((name !== 'td' && name !== 'th') || open) return false;
      open = { name, span };
      return true;
    },
    /** Whether that closed the open cell. */
    close: (name: string) => open !== null && (name === 'td' || name === 'th'),
    add(text: string) {
      if (rows.length === 0) start();
      let from = rows.at(-1)?.at(-1)?.to ?? 0;
      while ((taken[from] ?? 0) > 0) from++;
      const to = Math.min(from + (open?.span.columns ?? 1), Math.max(from + 1, MAX_COLUMNS));
      const below = (open?.span.rows ?? 1) > 1 ? (open?.span.rows ?? 1) : 0;
      for (let column = from; below > 0 && column < Math.min(to, MAX_COLUMNS); column++)
        taken[column] = below;
      rows.at(-1)?.push({ text, isHeader: inHead || open?.name === 'th', from, to });
      open = null;
    },
    text: () => tableText(rows.filter((row) => row.some(({ text }) => text !== ''))),
  };
}

/** Rows as lines, each value after the name of its column, or parted by bars; a layout's cells as paragraphs. */
function tableText(rows: readonly Row[]): string {
  const isData = rows.some((row) => row.length > 1) && rows.every((row) => row.every(isShort));
  if (isData) return dataLines(rows).join('\n');
  return rows
    .flat()
    .map(({ text }) => text)
    .join('\n\n');
}

function isShort({ text }: Cell): boolean {
  return text.length <= MAX_CELL && !text.includes('\n\n');
}

function dataLines(rows: readonly Row[]): readonly string[] {
  const stated = rows.findIndex((row) => !row.every(({ isHeader }) => isHeader));
  const header = rows.slice(0, Math.max(0, stated));
  const body = rows.slice(header.length);
  const names = columnNames(header);
  return namesAll(names, body) ? body.map((row) => namedLine(row, names)) : rows.map(rowLine);
}

/** What the rows of a header call each column. */
function columnNames(header: readonly Row[]): readonly string[] {
  const names: string[] = [];
  for (const { text, from, to } of header.flat())
    for (let column = from; column < to; column++) {
      const above = names[column] ?? '';
      const name = lineOf(text).replace(/:$/, '');
      names[column] = above === name || above === '' || name === '' ? above || name : `${above} ${name}`;
    }
  return Array.from(names, (name) => name ?? '');
}

/** Whether there are columns with names, and a value below each of them, without which its name would be lost. */
function namesAll(names: readonly string[], body: readonly Row[]): boolean {
  if (names.some((name) => name.length > MAX_NAME)) return false;
  const filled = new Set<string | undefined>();
  for (const row of body)
    if (!isNote(row, names)) for (const { text, from } of row) if (text !== '') filled.add(names[from]);
  return (
    names.filter((name) => name !== '').length > 1 && names.every((name) => name === '' || filled.has(name))
  );
}

function namedLine(row: Row, names: readonly string[]): string {
  if (isNote(row, names)) return rowLine(row);
  return row
    .filter(({ text }) => text !== '')
    .map(({ text, from }) => (names[from] ? `${names[from]}: ${lineOf(text)}` : lineOf(text)))
    .join(' | ');
}

/** Whether a row has a single cell, over all columns. */
function isNote(row: Row, names: readonly string[]): boolean {
  const [only, ...others] = row;
  return others.length === 0 && only !== undefined && only.from === 0 && only.to >= names.length;
}

function rowLine(row: Row): string {
  const texts = row.map(({ text }) => lineOf(text));
  const [first = '', second = ''] = texts;
  if (row.length === 2 && row[0]?.isHeader && !row[1]?.isHeader && second !== '')
    return `${first.replace(/:$/, '')}: ${second}`;
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).join(' | ');
}

function lineOf(text: string): string {
  return text.replaceAll('\n', ' / ');
}
