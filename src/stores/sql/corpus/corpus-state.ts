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
