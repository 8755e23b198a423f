import type { Range } from '@e965/xlsx';
import type { Cell } from '../clean/table-blocks.ts';

const MAX_CELLS = 200_000; // of all merged ranges: a range may name a whole sheet

/** Repeats a merged cell in each of its rows; in each, it spreads over the cells to its right. */
export function spreadMerges(grid: (Cell[] | undefined)[], merges: readonly Range[]): Cell[][] {
  const spread: Cell[][] = Array.from(grid, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
  let left = MAX_CELLS;
  for (const { s, e } of merges) {
    const value = spread[s.r]?.[s.c];
    const last = Math.min(e.r, spread.length - 1);
    left -= (last - s.r + 1) * (e.c - s.c + 1);
    if (!value || left < 0) continue;
    for (let r = s.r; r <= last; r++) {
      const row = spread[r] ?? [];
      while (row.length < s.c) row.push('');
      row[s.c] = value;
      for (let c = s.c + 1; c <= e.c; c++) row[c] = null;
      spread[r] = row;
    }
  }
  return spread;
}
