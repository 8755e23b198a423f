/** A cell as it is shown: '' if it is empty, null if a cell to its left spreads over it. */
export type Cell = string | null;

/** One row of a table; cells may be missing at its end. */
export type Row = readonly Cell[];

/** Splits rows at empty ones: a sheet may hold several tables. */
export function splitBlocks(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let open: Row[] = [];
  for (const row of rows) {
    if (row.some(isFilled)) open.push(row);
    else if (open.length > 0) {
      blocks.push(open);
      open = [];
    }
  }
  return open.length > 0 ? [...blocks, open] : blocks;
}

/** Whether a cell shows something. */
export function isFilled(cell: Cell | undefined): cell is string {
  return cell !== undefined && cell !== null && cell !== '';
}

/** How many cells of a row show something or are spread over. */
export function countCells(row: Row): number {
  return row.filter((cell) => cell !== '').length;
}
