import { type Kysely, sql, type Transaction } from 'kysely';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';
import { UserError } from '../../../core/text/user-error.ts';
import type { DocumentSchema } from './document-tables.ts';

const LASTS = 30_000; // milliseconds by the server's clock, from when it was last held

/** A lease that is a row of the database, so that it ends with a process that was killed, paused or cut off. */
export function createPostgresLease(database: Kysely<DocumentSchema>, holder: string): WriterLease {
  return {
    async hold() {
      const until = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
      const { numAffectedRows } = await sql`
        insert into corpus_state (name, value) values ('writer', ${`${holder} `} || ${until} + ${LASTS}::bigint)
        on conflict (name) do update set value = excluded.value
        where split_part(corpus_state.value, ' ', 1) = ${holder}
          or split_part(corpus_state.value, ' ', 2)::bigint < ${until}`.execute(database);
      return (numAffectedRows ?? 0n) > 0n;
    },
    async release() {
      const own = database.deleteFrom('corpus_state').where('name', '=', 'writer');
      await own.where('value', 'like', `${holder} %`).execute();
    },
  };
}

/** Makes sure, until a transaction ends, that nobody else may write. */
export async function fence(transaction: Transaction<DocumentSchema>, holder: string): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', 'writer');
  const row = await query.forUpdate().executeTakeFirst();
  if (row?.value.startsWith(`${holder} `)) return;
  throw new UserError('Another instance indexes the documents now.', { code: 'not-the-writer' });
}
