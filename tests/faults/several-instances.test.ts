import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPostgresUrl, onServer, SERVER, WITHOUT_SERVER } from '../fakes/postgres.ts';
import { createRandom } from '../fakes/trouble.ts';
import { type CommitFate, startCuttingProxy } from './cutting-proxy.ts';
import { type Fleet, type FleetOptions, LEASE, startFleet, until } from './fleet.ts';
import { type OwnPostgres, startOwnPostgres, whyNoOwnPostgres } from './own-postgres.ts';

const CHANNELS = 5; // of each platform
const DAYS = Math.ceil(Number(process.env.FAULT_ROUNDS ?? 10) / (2 * CHANNELS));
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const SIZES = process.env.FAULT_ROUNDS ? [2, 3, 5] : [2, 3];
const timeout = 120_000 + DAYS * 60_000; // milliseconds

const NOTHING_WRONG = { lost: [], doubled: [], unexpected: [], unknown: [], failed: [] };

async function expectEachOnce(fleet: Fleet): Promise<void> {
  const { once, ...wrong } = await fleet.verdict();
  expect(wrong, `seed ${SEED}`).toEqual(NOTHING_WRONG);
  expect(once).toBeGreaterThan(0);
  expect(fleet.platforms.violations()).toEqual([]);
}

async function days(fleet: Fleet, trouble: () => Promise<void>): Promise<void> {
  for (let day = 0; day < DAYS; day++) await fleet.day(trouble);
  await expectEachOnce(fleet);
}

/** A database as the test reaches it, and as the program does, under a name of its own. */
async function createDatabase() {
  const url = await createPostgresUrl();
  const programUrl = new URL(url);
  const application = `${programUrl.searchParams.get('application_name')}_program`;
  programUrl.searchParams.set('application_name', application);
  return { url, programUrl: programUrl.href, application };
}

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openFleet(options: Omit<FleetOptions, 'channels' | 'seed'>): Promise<Fleet> {
  const fleet = await startFleet({ channels: CHANNELS, seed: SEED, ...options });
  closing.push(() => fleet.close());
  return fleet;
}

const named = (what: string) => (SERVER ? what : `${what}: ${WITHOUT_SERVER}`);

describe.runIf(SERVER).each(SIZES)(named('%i instances'), { timeout }, (count) => {
  let fleet: Fleet;
  let application: string;

  beforeAll(async () => {
    const database = await createDatabase();
    application = database.application;
    fleet = await startFleet({ ...database, instances: count, channels: CHANNELS, seed: SEED + count });
  }, timeout);

  afterAll(() => fleet?.close());

  test('post each edition once while none of them is in trouble', async () => {
    await days(fleet, async () => undefined);
  });

  test('post each edition once when they are killed and started again', async () => {
    await days(fleet, async () => {
      await fleet.someMoment();
      const killed = fleet.any();
      await killed.kill();
      await killed.start();
    });
  });

  test('post each edition once when one stands still until its claims are over, and wakes', async () => {
    await days(fleet, async () => {
      await fleet.someMoment();
      const paused = fleet.any();
      paused.pause();
      await sleep(LEASE * (1 + fleet.random()));
      paused.wake();
    });
  });

  test('post each edition once when their connections to the database are cut', async () => {
    await days(fleet, async () => {
      for (let cut = 0; cut < 4; cut++) {
        await fleet.someMoment();
        await onServer(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${application}'`,
        );
      }
    });
    expect(fleet.instances.every((instance) => instance.isRunning())).toBe(true);
  });
});

describe.runIf(SERVER)(named('two instances'), { timeout }, () => {
  test('post once what one of them was about to send when it stood still', async () => {
    const fleet = await openFleet({ ...(await createDatabase()), instances: 2, started: 1, slowest: 0 });
    const [first, second] = fleet.instances;
    const { slack, discord } = fleet.platforms;
    await until(
      async () => slack.connections === 1,
      async () => 'It is not connected.',
    );
    const trouble = { kind: 'delay', milliseconds: 1000, whenClientIsGone: 'apply' } as const;
    slack.fault({ method: 'auth.test', trouble });
    discord.fault({ method: 'GET', path: /\/channels/, times: 2, trouble });
    await fleet.day(async () => {
      await until(
        async () => (await inState(fleet, 'intent')) === 2 * CHANNELS,
        async () => 'No intents.',
      );
      first?.pause();
      await second?.start();
      await until(
        async () => (await inState(fleet, 'sent')) === 2 * CHANNELS,
        async () => 'Not taken over.',
      );
      first?.wake();
      await until(
        async () => (await first?.isHealthy()) === true,
        async () => 'It does not answer.',
      );
    });
    const next = await fleet.editions();
    await fleet.day(async () => undefined);
    await expectEachOnce(fleet);
    expect((await fleet.editions()).filter(({ slot }) => slot === next[0]?.slot)).toEqual(next);
  });

  test('post each edition once when connections are cut at a commit', async () => {
    const { url, programUrl } = await createDatabase();
    const random = createRandom(SEED);
    let isCutting = false;
    const fateOf = (): CommitFate =>
      !isCutting || random() < 0.7 ? 'passes' : random() < 0.5 ? 'never-arrives' : 'answer-is-lost';
    const proxy = await startCuttingProxy(programUrl, fateOf);
    closing.push(() => proxy.close());
    const fleet = await openFleet({ url, programUrl: proxy.url, instances: 2 });
    isCutting = true;
    await days(fleet, async () => undefined);
    expect(proxy.cuts).toBeGreaterThan(0);
  });
});

async function inState(fleet: Fleet, wanted: string): Promise<number> {
  return (await fleet.editions()).filter(({ state }) => state === wanted).length;
}

const whyNot = whyNoOwnPostgres();

describe.runIf(whyNot === null)(
  `a PostgreSQL server that is killed${whyNot ? `: ${whyNot}` : ''}`,
  { timeout },
  () => {
    let server: OwnPostgres;

    beforeAll(async () => {
      server = await startOwnPostgres();
    }, timeout);

    afterAll(() => server?.close());

    test('and comes back finds every instance there, and each edition is posted once', async () => {
      const fleet = await openFleet({ url: server.url, programUrl: server.url, instances: 2 });
      await days(fleet, async () => {
        await fleet.someMoment();
        server.kill();
        const healthy = await Promise.all(fleet.instances.map((instance) => instance.isHealthy()));
        expect(healthy).toEqual([true, true]);
        await server.start();
      });
      expect(fleet.instances.map((instance) => instance.isRunning())).toEqual([true, true]);
    });
  },
);
