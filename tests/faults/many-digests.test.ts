import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/stores/sql/sqlite.ts';
import { standInForDiscord } from '../bench/stand-ins.ts';
import { OWN_CORPUS } from '../fakes/corpus-folder.ts';
import { createFolder } from '../fakes/folder.ts';
import { createSubscription } from '../fakes/subscriptions.ts';
import { until } from './fleet.ts';
import { createInstance } from './instance.ts';

const COUNT = 300;
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

test(`${COUNT} digests that are due at once are posted once each, and other things come in between`, async () => {
  const keys: string[] = [];
  let lookups = 0;
  const platform = await standInForDiscord({
    posted: (key) => void keys.push(key),
    looked: () => void lookups++,
  });
  closing.push(() => platform.close());
  const data = createFolder();
  const { store } = await openSqliteStore(data, new Date());
  const since = new Date('2026-11-24T07:00:00Z');
  for (let nth = 0; nth < COUNT; nth++) {
    const { number: _, ...subscription } = createSubscription({ channel: platform.channel(nth), since });
    await store.subscriptions.add({ ...subscription, topic: 'nato-asia' });
  }
  await store.upkeep.close();
  const clock = join(createFolder(), 'clock');
  writeFileSync(clock, '2026-11-24T08:00:00Z');
  const instance = await createInstance({
    ...{ DOSSIER_CORPUS_DIR: OWN_CORPUS, DOSSIER_DATA_DIR: data, ...platform.settings },
    ...{ DOSSIER_CLOCK_FILE: clock, DOSSIER_TICK_SECONDS: '1' },
  });
  closing.push(() => instance.kill());
  await instance.start();
  const said = async () => `${keys.length} were posted. ${instance.complaints()}`;
  await until(async () => keys.length > 0, said);
  expect(await instance.isHealthy()).toBe(true);
  await until(async () => keys.length >= COUNT, said);
  expect(await instance.terminate()).toBe(0);
  expect([keys.length, new Set(keys).size, lookups]).toEqual([COUNT, COUNT, 4]);
}, 120_000);
