import type { Row } from '../clean/table-blocks.ts';

/** The rows of a table, in text still marked up, and where the next thing begins. */
export interface FoundTable {
  readonly rows: readonly Row[];
  readonly end: number;
}
