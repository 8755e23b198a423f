import { type Kysely, sql, type Transaction } from 'kysely';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';
import { UserError } from '../../../core/text/user-error.ts';
import { FORMAT, fenceFormat } from './corpus-format.ts';
import { putState } from './corpus-state.ts';
import type { DocumentSchema } from './document-tables.ts';

const LASTS = 30_000; // milliseconds by the server's clock, from when it was last held

const LEASE = `writer/${FORMAT}`;
const FORMER = 'writer'; // of the formats up to 2, whose builds look at no format before they write
const CLOSED = 'closed 9223372036854775807'; // held by nobody, and for ever

const NOW = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** A lease that is a row of the database, so that it ends with a process that was killed, paused or cut off. */
export function createPostgresLease(database: Kysely<DocumentSchema>, holder: string): WriterLease {
  return {
    async hold() {
      const value = sql`${`${holder} `} || ${NOW} + ${LASTS}::bigint`;
      const renewed = await sql`update corpus_state set value = ${value}
        where name = ${LEASE} and split_part(value, ' ', 1) = ${holder}`.execute(database);
      if (hasChanged(renewed)) return 'held';
      const taken = await sql`insert into corpus_state (name, value) values (${LEASE}, ${value})
        on conflict (name) do update set value = excluded.value
        where split_part(corpus_state.value, ' ', 2)::bigint < ${NOW}`.execute(database);
      return hasChanged(taken) ? 'new' : 'elsewhere';
    },
    async release() {
      const own = database.deleteFrom('corpus_state').where('name', '=', LEASE);
      await own.where('value', 'like', `${holder} %`).execute();
    },
  };
}

function hasChanged({ numAffectedRows = 0n }: { readonly numAffectedRows?: bigint }): boolean {
  return numAffectedRows > 0n;
}

/** Whether a process of any version has a lease; until the transaction ends, none can take one. */
export async function isLeased(transaction: Transaction<DocumentSchema>): Promise<boolean> {
  await sql`lock table corpus_state in exclusive mode`.execute(transaction);
  const { rows } = await sql`select 1 from corpus_state where (name = ${FORMER} or name like 'writer/%')
    and value <> ${CLOSED} and split_part(value, ' ', 2)::bigint >= ${NOW}`.execute(transaction);
  return rows.length > 0;
}

/** Lets no process of an older version have the lease ever again. */
export async function closeFormerLease(transaction: Transaction<DocumentSchema>): Promise<void> {
  await putState(transaction, FORMER, CLOSED);
}

/** Makes sure, until a transaction ends, that nobody else may write. */
export async function fence(transaction: Transaction<DocumentSchema>, holder: string): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', LEASE);
  const row = await query.forUpdate().executeTakeFirst();
  await fenceFormat(transaction);
  if (row?.value.startsWith(`${holder} `)) return;
  throw new UserError('Another instance indexes the documents now.', { code: 'not-the-writer' });
}
