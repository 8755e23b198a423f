const CHUNK = 200; // rows of one statement; databases bind a limited number of values

/** Divides a list for statements that would be too long. */
export function* chunks<Item>(items: readonly Item[], size = CHUNK): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Asks for the rows of a list in parts. */
export async function inChunks<Item, Row>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Row[]>,
  size = CHUNK,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(items, size)) rows.push(...(await ask(some)));
  return rows;
}
