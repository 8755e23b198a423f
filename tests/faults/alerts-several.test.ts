import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/stores/sql/postgres.ts';
import { createFolder } from '../fakes/folder.ts';
import { createSubscription } from '../fakes/subscriptions.ts';
import { createRandom } from '../fakes/trouble.ts';
import { lostOn, shownOn } from './alerts-shown.ts';
import { until } from './fault-world.ts';
import { createInstance, type Instance } from './instance.ts';
import { type OwnPostgres, startOwnPostgres, whyNoOwnPostgres } from './own-postgres.ts';
import { createShiftedClock } from './shifted-clock.ts';
import { createBothTarget } from './target.ts';

const ROUNDS = Math.min(60, Number(process.env.FAULT_ROUNDS ?? 6));
const SEED = Number(process.env.FAULT_SEED ?? 31);
const BEGIN = new Date('2027-03-01T06:00:00Z');
const MINUTE = 60_000; // milliseconds
const LEASE = 2; // seconds
const QUICK = {
  ...{ DOSSIER_TICK_SECONDS: '1', DOSSIER_SETTLE_SECONDS: '1', DOSSIER_LEASE_SECONDS: String(LEASE) },
  NO_COLOR: '1',
};
const TOPIC = 'ferries:\n  title: Ferries\n  query: ferry sails island\n';
const whyNot = whyNoOwnPostgres();
const timeout = 240_000 + ROUNDS * 30_000;

describe.runIf(whyNot === null)(`two instances${whyNot ? `: ${whyNot}` : ''}`, { timeout }, () => {
  let server: OwnPostgres;

  beforeAll(async () => {
    server = await startOwnPostgres();
  }, timeout);

  afterAll(() => server?.close());

  test('show each document once, though they are killed and stand still around alerts', async () => {
    const folder = createFolder();
    const corpus = join(folder, 'corpus');
    mkdirSync(join(corpus, 'harbour'), { recursive: true });
    writeFileSync(join(corpus, 'topics.yaml'), TOPIC);
    const target = await createBothTarget(1, 200);
    const clock = createShiftedClock(join(folder, 'clock'), BEGIN);
    target.elapse(clock.now().valueOf() - Date.now());
    const { store } = await openPostgresStore(server.url);
    for (const channel of target.channels) {
      const settings = { topic: 'ferries', alert: { quiet: null }, length: '3m', max: 10 } as const;
      await store.subscriptions.add(createSubscription({ channel, ...settings, since: clock.now() }));
    }
    const settings = { ...QUICK, ...target.settings, DOSSIER_CORPUS_DIR: corpus, DATABASE_URL: server.url };
    const make = () =>
      createInstance({ ...settings, DOSSIER_DATA_DIR: createFolder(), DOSSIER_CLOCK_FILE: clock.file });
    const instances = [await make(), await make()];
    for (const instance of instances) await instance.start();
    const random = createRandom(SEED);
    const pass = () => target.elapse(clock.set(new Date(clock.now().valueOf() + 11 * MINUTE)));
    for (let nth = 1; nth <= ROUNDS; nth++) {
      pass();
      writeFileSync(join(corpus, `harbour/${nth}.txt`), `Ferry ${nth} sails to island ${nth} from May.\n`);
      await sleep(random() * 3000);
      await trouble(instances[Math.floor(random() * 2)], random);
    }
    let since = Date.now();
    await until(() => {
      if (Date.now() - since > 4000) {
        since = Date.now();
        pass();
      }
      return lostOn(target, ROUNDS).length === 0;
    });
    for (let more = 0; more < 2; more++) {
      pass();
      await sleep(3000);
    }
    const found = shownOn(target, ROUNDS);
    const violations = target.violations();
    for (const instance of instances) await instance.kill();
    await store.upkeep.close();
    await target.close();
    expect({ ...found, violations }, `seed ${SEED}`).toEqual({
      ...{ once: ROUNDS * target.channels.length, lost: [], doubled: [], tooSoon: [], violations: [] },
    });
  });
});

/** Kills an instance and starts it again, or lets it stand still until its claims are over. */
async function trouble(instance: Instance | undefined, random: () => number): Promise<void> {
  if (random() < 0.5) {
    await instance?.kill();
    await instance?.start();
    return;
  }
  instance?.pause();
  await sleep(LEASE * 1000 * (1 + random()));
  instance?.wake();
}
