import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createFileLease } from '../../../src/stores/sql/corpus/file-lease.ts';
import { openPooledCorpus } from '../../../src/stores/sql/corpus/open-corpus.ts';
import { openPooledSegments, openSegmentPool } from '../../../src/stores/sql/corpus/segment-pool.ts';
import { createFolder } from '../../fakes/folder.ts';
import {
  createPostgresPool,
  createPostgresUrl,
  openPostgresSegments,
  SERVER,
  WITHOUT_SERVER,
} from '../../fakes/postgres.ts';

test('a file: who has the lease keeps it until it is released', async () => {
  const path = join(createFolder(), 'corpus.lock');
  const [one, other] = [createFileLease(path), createFileLease(path)];
  expect([await one.hold(), await one.hold(), await other.hold()]).toEqual(['new', 'held', 'elsewhere']);
  await one.release();
  expect([await other.hold(), await one.hold()]).toEqual(['new', 'elsewhere']);
  await other.release();
});

test('PostgreSQL: who has the lease keeps it until it is released, and alone may write', async () => {
  const database = await openPostgresSegments();
  const [one, other] = [await openPooledCorpus(database), await openPooledCorpus(database)];
  expect([await one.lease.hold(), await one.lease.hold(), await other.lease.hold()]).toEqual([
    ...['new', 'held', 'elsewhere'],
  ]);
  await one.documents.record([], []);
  await expect(other.documents.record([], [])).rejects.toMatchObject({ code: 'not-the-writer' });
  await one.lease.release();
  expect([await other.lease.hold(), await one.lease.hold()]).toEqual(['new', 'elsewhere']);
  await expect(one.documents.record([], [])).rejects.toMatchObject({ code: 'not-the-writer' });
  await database.close();
});

/** What a build of the formats up to 2 did to take the lease. */
const TAKEN_BEFORE = sql`insert into corpus_state (name, value)
  values ('writer', 'former ' || (extract(epoch from clock_timestamp()) * 1000 + 30000)::bigint)
  on conflict (name) do update set value = excluded.value where split_part(corpus_state.value, ' ', 2)::bigint
    < (extract(epoch from clock_timestamp()) * 1000)::bigint`;
const OLDER = sql`update corpus_state set value = '2' where name = 'format'`;

test('PostgreSQL: a build that knew former tables never gets the lease of those that took their place', async () => {
  const pool = await createPostgresPool();
  const database = await openPooledSegments(pool, pool);
  await sql`insert into corpus_state (name, value) values ('writer', 'former 1')`.execute(database.write);
  await OLDER.execute(database.write);
  await openPooledSegments(pool, pool);
  expect((await TAKEN_BEFORE.execute(database.write)).numAffectedRows).toBe(0n);
  await OLDER.execute(database.write);
  await openPooledSegments(pool, pool); // a closed lease is nobody's
  await database.close();
});

test.skipIf(SERVER === null)(
  `PostgreSQL: tables are not taken from a build that takes the lease meanwhile${SERVER === null ? `: ${WITHOUT_SERVER}` : ''}`,
  async () => {
    const url = await createPostgresUrl();
    const database = await openSegmentPool(url);
    await sql`insert into corpus_state (name, value) values ('writer', 'former 1')`.execute(database.write);
    await OLDER.execute(database.write);
    const opening = await database.write.transaction().execute(async (transaction) => {
      await TAKEN_BEFORE.execute(transaction);
      const reopened = openSegmentPool(url).catch((error: unknown) => error);
      await expect.poll(() => waiting(database.read)).toBe(true);
      return { reopened };
    });
    expect(await opening.reopened).toMatchObject({ code: 'older-index' });
    await database.close();
  },
);

async function waiting(database: Awaited<ReturnType<typeof openSegmentPool>>['read']): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_locks where not granted and mode = 'ExclusiveLock'
    and relation = 'corpus_state'::regclass`.execute(database);
  return rows.length > 0;
}
