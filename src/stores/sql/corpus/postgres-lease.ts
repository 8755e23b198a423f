import { type Kysely, sql, type Transaction } from 'kysely';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';
import { UserError } from '../../../core/text/user-error.ts';
import type { DocumentSchema } from './document-tables.ts';

const LASTS = 30_000; // milliseconds by the server's clock, from when it was last held

/** A lease that is a row of the database, so that it ends with a process that was killed, paused or cut off. */
export function createPostgresLease(database: Kysely<DocumentSchema>, holder: string): WriterLease {
  return {
    async hold() {
      const now = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;
      const value = sql`${`${holder} `} || ${now} + ${LASTS}::bigint`;
      const renewed = await sql`update corpus_state set value = ${value}
        where name = 'writer' and split_part(value, ' ', 1) = ${holder}`.execute(database);
      if (hasChanged(renewed)) return 'held';
      const taken = await sql`insert into corpus_state (name, value) values ('writer', ${value})
        on conflict (name) do update set value = excluded.value
        where split_part(corpus_state.value, ' ', 2)::bigint < ${now}`.execute(database);
      return hasChanged(taken) ? 'new' : 'elsewhere';
    },
    async release() {
      const own = database.deleteFrom('corpus_state').where('name', '=', 'writer');
      await own.where('value', 'like', `${holder} %`).execute();
    },
  };
}

function hasChanged({ numAffectedRows = 0n }: { readonly numAffectedRows?: bigint }): boolean {
  return numAffectedRows > 0n;
}

/** Makes sure, until a transaction ends, that nobody else may write. */
export async function fence(transaction: Transaction<DocumentSchema>, holder: string): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', 'writer');
  const row = await query.forUpdate().executeTakeFirst();
  if (row?.value.startsWith(`${holder} `)) return;
  throw new UserError('Another instance indexes the documents now.', { code: 'not-the-writer' });
}
