import type { FoundTable } from './found-table.ts';
import { readGrid } from './grid-table.ts';
import { readSimple } from './simple-table.ts';

/** Reads the table that begins with a line; null if none does. */
export function readTable(lines: readonly string[], from: number): FoundTable | null {
  return readGrid(lines, from) ?? readSimple(lines, from);
}
