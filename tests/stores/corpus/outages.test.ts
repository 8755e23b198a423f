import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import { isOutage } from '../../../src/stores/sql/corpus/outages.ts';
import { openPooledSegments, READING } from '../../../src/stores/sql/corpus/segment-pool.ts';
import { connect, type SessionPool } from '../../../src/stores/sql/postgres.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { createPostgresPool } from '../../fakes/postgres.ts';
import { queryFor } from '../../fakes/query.ts';
import { openIndexOver } from '../../fakes/segment-index.ts';

const HARBOUR = ['harbour' as CollectionId];

test.each([
  ['hangs up', (socket: { destroy(): void }) => socket.destroy()],
  ['says nothing', () => {}],
])('a server that %s fails searches within two seconds, and none after it is back', async (_, meet) => {
  const server = createServer(meet);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const away = connect(
    `postgres://127.0.0.1:${typeof address === 'object' && address?.port}/dossier`,
    READING,
  );
  const there = await createPostgresPool();
  let reading: SessionPool = there;
  const pool = { connect: () => reading.connect(), end: async () => {} };
  const database = await openPooledSegments(there, pool);
  const index = await openIndexOver(database);
  await index.add([createIndexedDocument('harbour/a', { text: 'The council met.' })]);
  const search = async () => index.search(await queryFor('council'), HARBOUR, 5);
  reading = away;
  const begun = performance.now();
  const error = await search().catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({
    code: 'search-away',
    message: expect.stringMatching(/^Part of the documents can't be searched now\./),
  });
  expect(performance.now() - begun).toBeLessThan(2500);
  reading = there;
  expect(await search()).toHaveLength(1);
  await index.stop();
  await database.close();
  server.close();
});

test.each(['08006', '57P01', '53300', 'HV00N', 'ECONNREFUSED'])('%s is an outage', (code) => {
  expect(isOutage(Object.assign(new Error('away'), { code }))).toBe(true);
});

test.each(['42P01', '22021', 'SQLITE_CORRUPT'])('%s is none', (code) => {
  expect(isOutage(Object.assign(new Error('wrong'), { code }))).toBe(false);
});
