export type Table = ReturnType<typeof createTable>;

interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
}

const MAX_CELL = 400; // characters; what is longer is part of a page's layout

/** Collects a table's cells; `depth` is how many texts were open around it. */
export function createTable(depth: number) {
  const rows: Cell[][] = [];
  let open: 'td' | 'th' | null = null;
  return {
    depth,
    /** Whether that opened a cell. */
    open(name: string): boolean {
      if (name === 'tr') rows.push([]);
      if ((name !== 'td' && name !== 'th') || open) return false;
      open = name;
      return true;
    },
    /** Whether that closed the open cell. */
    close: (name: string) => open !== null && (name === 'td' || name === 'th'),
    add(text: string) {
      if (rows.length === 0) rows.push([]);
      rows.at(-1)?.push({ text, isHeader: open === 'th' });
      open = null;
    },
    text: () => tableText(rows.filter((row) => row.some(({ text }) => text !== ''))),
  };
}

/** Rows as lines, their cells parted by bars; a layout's cells as paragraphs. */
function tableText(rows: readonly (readonly Cell[])[]): string {
  const isData = rows.some((row) => row.length > 1) && rows.every((row) => row.every(isShort));
  return isData
    ? rows.map(rowLine).join('\n')
    : rows
        .flat()
        .map(({ text }) => text)
        .join('\n\n');
}

function isShort({ text }: Cell): boolean {
  return text.length <= MAX_CELL && !text.includes('\n\n');
}

function rowLine(row: readonly Cell[]): string {
  const texts = row.map(({ text }) => text.replaceAll('\n', ' / '));
  const [first = '', second = ''] = texts;
  if (row.length === 2 && row[0]?.isHeader && !row[1]?.isHeader && second !== '')
    return `${first.replace(/:$/, '')}: ${second}`;
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1).join(' | ');
}
