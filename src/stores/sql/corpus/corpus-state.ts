import type { Insertable, Transaction } from 'kysely';
import type { DocumentSchema } from './document-tables.ts';

/** What comes before a collection in the name of its version. */
export const VERSION = 'version/';

/** Marks that something was written. */
export async function raiseRevision(transaction: Transaction<DocumentSchema>): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', 'revision');
  const revision = Number((await query.executeTakeFirst())?.value ?? 0);
  await putState(transaction, 'revision', String(revision + 1));
}

/** Keeps a value under a name. */
export async function putState(
  transaction: Transaction<DocumentSchema>,
  name: string,
  value: string,
): Promise<void> {
  const row: Insertable<DocumentSchema['corpus_state']> = { name, value };
  const insert = transaction.insertInto('corpus_state').values(row);
  await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute();
}

const CHUNK = 200; // rows of one statement; databases bind a limited number of values

/** Divides a list for statements that would be too long. */
export function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}

/** Asks for the rows of a list in parts. */
export async function inChunks<Item, Row>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const some of chunks(items)) rows.push(...(await ask(some)));
  return rows;
}
