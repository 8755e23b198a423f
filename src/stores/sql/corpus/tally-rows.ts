import { sql, type Transaction } from 'kysely';
import {
  addToVersion,
  NO_DOCUMENTS,
  removeFromVersion,
} from '../../../core/library/following/corpus-version.ts';
import type { Tally } from '../../../core/library/stored/tally.ts';
import { chunks } from '../chunks.ts';
import { putState, VERSION } from './corpus-state.ts';
import type { DocumentSchema } from './document-tables.ts';

type Writing = Transaction<DocumentSchema>;

/** Adds what documents change to what is counted. */
export async function addTally(transaction: Writing, tally: Tally): Promise<void> {
  await addNumbers(transaction, 'corpus_counts', {
    keys: ['collection', 'kind', 'value'],
    rows: tally.counts.map(({ key: [collection, kind, value], by }) => ({
      collection,
      kind,
      value,
      documents: by,
    })),
  });
  await addNumbers(transaction, 'corpus_acronyms', {
    keys: ['collection', 'line'],
    rows: tally.acronyms.map(({ key: [collection, line], by }) => ({ collection, line, documents: by })),
  });
  await addNumbers(transaction, 'corpus_lines', {
    keys: ['folder', 'line'],
    rows: tally.lines.map(({ key: [folder, line], by }) => ({ folder, line, documents: by })),
  });
  for (const [collection, { came, went }] of tally.fingerprints) {
    const name = VERSION + collection;
    const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', name);
    const before = (await query.executeTakeFirst())?.value ?? NO_DOCUMENTS;
    await putState(transaction, name, went.reduce(removeFromVersion, came.reduce(addToVersion, before)));
  }
}

type Counted = 'corpus_counts' | 'corpus_acronyms' | 'corpus_lines';
type CountedRow = Readonly<Record<string, string | number>> & { readonly documents: number };

/** Adds to the numbers of some rows; those that come to nothing are deleted. */
async function addNumbers(
  transaction: Writing,
  table: Counted,
  { keys, rows }: { readonly keys: readonly string[]; readonly rows: readonly CountedRow[] },
): Promise<void> {
  const open = transaction as unknown as Transaction<Record<Counted, CountedRow>>;
  for (const some of chunks(rows)) {
    const insert = open.insertInto(table).values(some);
    const sum = sql<number>`${sql.ref(`${table}.documents`)} + excluded.documents`;
    await insert.onConflict((conflict) => conflict.columns(keys).doUpdateSet({ documents: sum })).execute();
    const less = some.filter(({ documents }) => documents < 0);
    if (less.length === 0) continue;
    const done = keys.reduce(
      (query, key) =>
        query.where(
          key,
          'in',
          less.map((row) => row[key] ?? ''),
        ),
      open.deleteFrom(table).where('documents', '<=', 0),
    );
    await done.execute();
  }
}
