import { type Block, type Cell, markAsNote, type Row } from '../office/blocks.ts';
import { createLineBuilder, type LineBuilder } from '../office/line-builder.ts';

/** Collects the paragraphs, cells and rows of one text as they end. */
export interface Layout {
  line(): LineBuilder;
  endParagraph(inTable: boolean): void;
  endCell(): void;
  endRow(header: boolean): void;
  addNote(blocks: readonly Block[]): void;
  /** Everything that has been collected. */
  blocks(): readonly Block[];
}

/** Creates an empty text. */
export function createLayout(): Layout {
  const blocks: Block[] = [];
  const notes: Block[] = [];
  const notesOfRows: Block[] = [];
  let line = createLineBuilder();
  let cell: Block[] = [];
  let cells: Cell[] = [];
  let rows: Row[] = [];
  let count = 0;
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows });
    rows = [];
    blocks.push(...notesOfRows.splice(0));
  };
  const endLine = (into: Block[]) => {
    if (!line.isEmpty()) into.push({ kind: 'paragraph', text: line.text().trim() });
    line = createLineBuilder();
  };
  const layout: Layout = {
    line: () => line,
    endParagraph(inTable) {
      if (inTable) {
        endLine(cell);
        return;
      }
      blocks.push(...cells.splice(0).flatMap((each) => each.blocks), ...cell.splice(0));
      if (rows.length > 0) endTable();
      endLine(blocks);
      blocks.push(...notes.splice(0));
    },
    endCell() {
      endLine(cell);
      cells.push({ blocks: cell, span: 1 });
      cell = [];
    },
    endRow(header) {
      if (cells.length > 0) rows.push({ cells, header });
      cells = [];
      notesOfRows.push(...notes.splice(0));
    },
    addNote: (note) => void notes.push(...markAsNote(note, ++count)),
    blocks() {
      layout.endParagraph(false);
      return blocks;
    },
  };
  return layout;
}
