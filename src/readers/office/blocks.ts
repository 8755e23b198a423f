/** A part of a document in reading order. */
export type Block = Paragraph | Table;

/** A paragraph, heading, list item or note as it is shown, its label included; broken lines are parted by \n. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly heading?: boolean;
}

/** A table, row by row. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  /** Whether the table's style sets its first row apart. */
  readonly styledHeader?: boolean;
}

/** A row of a table. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Whether the file calls it a header. */
  readonly header: boolean;
}

/** A cell of a table; one that is merged over several rows is in each of them. */
export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns it takes. */
  readonly span: number;
  /** Whether all of it is in bold type. */
  readonly bold?: boolean;
}

/** The title above a document: its first paragraph, if that is a heading. */
export function headingAbove(blocks: readonly Block[]): string | null {
  const first = blocks.find((block) => block.kind === 'table' || block.text.trim() !== '');
  return first?.kind === 'paragraph' && first.heading ? first.text : null;
}

/** The blocks of a note, so that nobody takes them for the text that they belong to. */
export function markAsNote([first, ...rest]: readonly Block[], number: number): readonly Block[] {
  if (first === undefined) return [];
  const mark = `[Note ${number}]`;
  if (first.kind === 'paragraph') return [{ ...first, text: `${mark} ${first.text}` }, ...rest];
  return [{ kind: 'paragraph', text: mark }, first, ...rest];
}

const ENDED = /[.!?:;…。！？"”»)\]]$/u;

/** The lines of a paragraph: a sentence that goes on after a break is one line, everything else keeps its break. */
export function joinBrokenLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .map((line, at) => {
      const above = lines[at - 1] ?? '';
      const goesOn = above !== '' && !ENDED.test(above.slice(-1)) && /^\p{Ll}/u.test(line);
      return at === 0 ? line : `${goesOn ? ' ' : '\n'}${line}`;
    })
    .join('');
}
