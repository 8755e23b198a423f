/** A row of what was measured. */
export interface Row {
  readonly n: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unknown: number;
  /** What the random numbers were made from; null where there are none. */
  readonly seed: number | null;
}

/** Prints a row, with whatever else is to be told. */
export function report(name: string, row: Row, others: object): void {
  const { n, lost, doubled, unknown, seed } = row;
  const counts = `N ${n}, lost ${lost}, doubled ${doubled}, unknown ${unknown}, seed ${seed ?? 'none'}`;
  process.stdout.write(`${name}: ${counts} ${JSON.stringify(others)}\n`);
}
