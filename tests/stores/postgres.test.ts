import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/text/user-error.ts';
import { MIGRATIONS, type Migration } from '../../src/stores/sql/migrations.ts';
import { openPooledStore, openPostgresStore } from '../../src/stores/sql/postgres.ts';
import { at, claimed, HERE, LONGEST, makeDue, SUBSCRIPTION } from '../contracts/ledger-samples.ts';
import { storeContract } from '../contracts/store.ts';
import { eventually } from '../fakes/eventually.ts';
import {
  createPostgresPool,
  createPostgresUrl,
  onDatabase,
  onServer,
  openPostgres,
  SERVER,
  WITHOUT_SERVER,
} from '../fakes/postgres.ts';

const PLACE = { platform: 'chat', workspace: 'W1' };

storeContract(SERVER === null ? 'PGlite' : 'PostgreSQL', async () => (await openPostgres()).store);

describe('text with NUL', () => {
  test('finds nothing, and is kept without it', async () => {
    const { store } = await openPostgres();
    expect(await store.topics.remove(PLACE, 'a\0b')).toBe(false);
    await store.subscriptions.add({ ...SUBSCRIPTION, topic: 'a\0b' });
    expect(await store.subscriptions.list(HERE)).toMatchObject([{ topic: 'a\u{FFFD}b' }]);
    await store.upkeep.close();
  });
});

test('a database that goes away is told of, and is used again when it is back', async () => {
  const pool = await createPostgresPool();
  let isAway = false;
  const connect = async () => {
    if (isAway) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    return pool.connect();
  };
  const { store } = await openPooledStore({ connect, end: () => pool.end() });
  isAway = true;
  const asked = store.subscriptions.list(HERE);
  await expect(asked).rejects.toBeInstanceOf(UserError);
  await expect(asked).rejects.toMatchObject({ code: 'store-away' });
  isAway = false;
  expect(await store.subscriptions.list(HERE)).toEqual([]);
  await store.upkeep.close();
});

describe('a database that cannot be used', () => {
  const refusal = (url: string) =>
    openPostgresStore(url).then(
      () => null,
      (error: unknown) => error,
    );
  const expectToldOf = async (url: string, reason: RegExp) => {
    const error = await refusal(url);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'no-store', message: expect.stringMatching(reason) });
    expect(String(error)).toMatch(/DATABASE_URL.*\.env\.example/);
    expect(`${error} ${(error as Error).cause}`).not.toContain('tiddlywinks');
  };

  test('since nobody listens is told without the password', async () => {
    const port = await freePort();
    await expectToldOf(`postgres://ada:tiddlywinks@127.0.0.1:${port}/dossier`, /127\.0\.0\.1.*ECONNREFUSED/);
  });

  test('since it hangs up is told without the password', async () => {
    const server = createServer((socket) => socket.destroy());
    const port = await listening(server);
    await expectToldOf(`postgres://ada:tiddlywinks@127.0.0.1:${port}/dossier`, /127\.0\.0\.1/);
    await new Promise((resolve) => server.close(resolve));
  });

  test.runIf(SERVER)('since it is not there is told without the password', async () => {
    const url = new URL(SERVER ?? '');
    [url.pathname, url.password] = ['/no-such-database', url.password || 'tiddlywinks'];
    await expectToldOf(url.href, /no-such-database.* does not exist/);
  });
});

describe.runIf(SERVER)(SERVER ? 'a PostgreSQL server' : `a PostgreSQL server: ${WITHOUT_SERVER}`, () => {
  const versions = (url: string) => onDatabase(url, 'select version from schema_version');

  test('is brought up to date once by several who start together', async () => {
    const url = await createPostgresUrl();
    const opened = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore(url)));
    expect(await versions(url)).toEqual([{ version: MIGRATIONS.length }]);
    await Promise.all(opened.map(({ store }) => store.upkeep.close()));
  });

  test('is brought up to date beside another schema that is', async () => {
    const [url, other] = [await createPostgresUrl(), await createPostgresUrl()];
    for (const each of [url, other]) await (await openPostgresStore(each)).store.upkeep.close();
    expect(await versions(other)).toEqual([{ version: MIGRATIONS.length }]);
  });

  test('stays as it was when bringing it up to date fails half way', async () => {
    const url = await createPostgresUrl();
    await (await openPostgresStore(url)).store.upkeep.close();
    const broken: Migration = async ({ schema }) => {
      await schema.alterTable('events').addColumn('note', 'text').execute();
      throw new Error('power cut');
    };
    await expect(openPostgresStore(url, [...MIGRATIONS, broken])).rejects.toThrow(/power cut/);
    expect(await versions(url)).toEqual([{ version: MIGRATIONS.length }]);
    await (await openPostgresStore(url)).store.upkeep.close();
  });

  test('of a newer Dossier is refused and left alone', async () => {
    const url = await createPostgresUrl();
    await (await openPostgresStore(url)).store.upkeep.close();
    await onDatabase(url, 'update schema_version set version = 999');
    await expect(openPostgresStore(url)).rejects.toThrow(/written by a newer version of Dossier/);
    expect(await versions(url)).toEqual([{ version: 999 }]);
  });

  test('that ends connections gets new ones', async () => {
    const url = await createPostgresUrl();
    const { store } = await openPostgresStore(url);
    const name = new URL(url).searchParams.get('application_name');
    const end = () =>
      onServer(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`);
    for (const event of ['a', 'b', 'c']) {
      await Promise.all(Array.from({ length: 5 }, () => store.events.claim(PLACE, `x${event}`, at(0))));
      expect((await end()).length).toBeGreaterThan(0);
      await eventually(() => store.events.claim(PLACE, event, at(0)));
    }
    expect(await store.events.claim(PLACE, 'c', at(0))).toBe(false);
    await store.upkeep.close();
  });

  test('that ends connections while they work loses nothing that was acknowledged', async () => {
    const url = await createPostgresUrl();
    const { store } = await openPostgresStore(url);
    const name = new URL(url).searchParams.get('application_name');
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`;
    const keys = await Promise.all(Array.from({ length: 60 }, (_, n) => makeDue(store, `${n}`)));
    const [won] = await Promise.all([
      Promise.all(keys.map((key) => claimed(store, key).catch(() => null))),
      ...[onServer(end), onServer(end), onServer(end)],
    ]);
    for (const edition of won) {
      if (!edition) continue;
      const kept = async () => expect(await store.editions.get(edition)).toEqual(edition);
      await eventually(kept);
    }
    await store.upkeep.close();
  });

  test('gives each edition to one of several processes', async () => {
    const url = await createPostgresUrl();
    const { store } = await openPostgresStore(url);
    const keys = [];
    for (let n = 0; n < 40; n++) keys.push(await makeDue(store, `${n}`));
    const run = promisify(execFile);
    const args = ['--input-type=module', '-e', CLAIM, url, JSON.stringify(keys)];
    const outputs = await Promise.all([1, 2, 3].map(() => run(process.execPath, args)));
    const won: string[] = outputs.flatMap(({ stdout }) => JSON.parse(stdout));
    expect(won.toSorted()).toEqual(keys.map(({ slot }) => slot).toSorted());
    await store.upkeep.close();
  });

  test('numbers what several processes add, each once', async () => {
    const url = await createPostgresUrl();
    const opened = await Promise.all([1, 2, 3].map(() => openPostgresStore(url)));
    const added = opened.flatMap(({ store }) =>
      Array.from({ length: 6 }, () => store.subscriptions.add(SUBSCRIPTION)),
    );
    const numbers = (await Promise.all(added)).map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, n) => n + 1));
    await Promise.all(opened.map(({ store }) => store.upkeep.close()));
  });
});

const OPEN = JSON.stringify(fileURLToPath(new URL('../../dist/src/stores/sql/postgres.js', import.meta.url)));

const CLAIM = `
  import { openPostgresStore } from ${OPEN};
  const [, url, keys] = process.argv;
  const { store } = await openPostgresStore(url);
  const options = { now: new Date(${at(1).valueOf()}), lease: new Date(${at(11).valueOf()}), longest: ${LONGEST} };
  const claims = JSON.parse(keys).map((key) => store.outbox.claim(key, options));
  const won = (await Promise.all(claims)).filter((edition) => edition !== null);
  process.stdout.write(JSON.stringify(won.map(({ slot }) => slot)));
  await store.upkeep.close();`;

function listening(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** A port at which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
