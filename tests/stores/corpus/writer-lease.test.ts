import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileLease } from '../../../src/stores/sql/corpus/file-lease.ts';
import { openPooledCorpus } from '../../../src/stores/sql/corpus/open-corpus.ts';
import { createFolder } from '../../fakes/folder.ts';
import { openPostgresSegments } from '../../fakes/postgres.ts';

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
