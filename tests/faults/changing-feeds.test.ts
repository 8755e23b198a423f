import { expect, test } from 'vitest';
import { type Collecting, createCollecting } from '../../src/core/collecting/collecting.ts';
import { type Fetched, FetchFailure } from '../../src/core/collecting/fetcher.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { settingsOf } from '../../src/core/library/sources/feeds-file.ts';
import { createWorld } from '../fakes/collecting-world.ts';
import { rss } from '../fakes/feeds.ts';

const MINUTE = 60_000; // milliseconds
const LONG = process.env.FAULT_ROUNDS !== undefined; // npm run faults
const FEEDS = LONG ? 50 : 10;
const CHANGING = LONG ? 20 * 60 : 6 * 60; // ticks of a minute
const QUIET = 30; // ticks of an hour after those, in which nothing changes or fails any more

/** Numbers from 0 to 1, the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Item {
  readonly id: string;
  text: string;
}

test('feeds that change and fail, followed by two instances that are killed now and then: each item once, as it is now, and no feed asked too soon', async () => {
  const random = createRandom(7);
  const chance = (of: number) => random() < of;
  const feeds = Array.from({ length: FEEDS }, (_, n) => ({
    ...{ url: `https://${n}.example/feed`, items: [] as Item[], lastAsked: 0, notBefore: 0, made: 0 },
  }));
  const named = feeds.map(({ url }) => ({
    ...settingsOf({ url, full: 'no' }),
    collection: 'news' as CollectionId,
  }));
  let faulty = true;
  let [tooSoon, killed] = [0, 0];
  const get = async (address: string): Promise<Fetched> => {
    const feed = feeds.find(({ url }) => url === address);
    if (!feed) throw new Error(`Nobody follows ${address}.`);
    const at = world.now.valueOf();
    if (at < feed.notBefore || at - feed.lastAsked < 15 * MINUTE) tooSoon++;
    feed.lastAsked = at;
    const nothing = {
      permanent: null,
      etag: null,
      lastModified: null,
      charset: null,
      retryAfter: null,
      maxAge: null,
    };
    const answer = { ...nothing, status: 200, address, type: 'text/xml', bytes: new Uint8Array() };
    if (faulty && chance(0.05)) throw new FetchFailure('breaks off', 'unreachable');
    if (faulty && chance(0.05)) {
      feed.notBefore = at + 100 * MINUTE;
      return { ...answer, status: 429, retryAfter: 6000 };
    }
    const listed = [...feed.items].sort(() => random() - 0.5);
    return {
      ...answer,
      bytes: Buffer.from(rss(listed.map(({ id, text }) => ({ id, title: id, content: text })))),
    };
  };
  const world = await createWorld({ over: { named: async () => named, fetcher: { get } } });
  const start = () => createCollecting(killable(world.ports));
  const instances: Collecting[] = [start(), start()];

  for (let tick = 0; tick < CHANGING + QUIET; tick++) {
    faulty = tick < CHANGING;
    world.now = new Date(world.now.valueOf() + (faulty ? MINUTE : 60 * MINUTE));
    for (const feed of faulty ? feeds : []) {
      if (chance(0.004)) feed.items.push({ id: `${feed.url} ${feed.made++}`, text: `First words ${tick}.` });
      const edited = feed.items[Math.floor(random() * feed.items.length)];
      if (edited && chance(0.002)) edited.text = `Other words ${tick}.`;
    }
    await Promise.all(instances.map((instance) => instance.run()));
    await settled(
      async () => {
        const due = (await world.ports.sources.list()).filter(
          ({ next }) => next !== null && next <= world.now,
        );
        return due.length === 0;
      },
      faulty ? 3 : 10_000,
    );
  }
  await Promise.all(instances.map((instance) => instance.stop(5000)));

  const written = Object.values(world.documents());
  const items = feeds.flatMap((each) => each.items);
  expect(items.length).toBeGreaterThan(LONG ? 200 : 10);
  expect(written).toHaveLength(items.length);
  expect(items.filter(({ text }) => !written.some((page) => page.includes(text)))).toEqual([]);
  expect(tooSoon).toBe(0);
  expect(killed).toBeGreaterThan(LONG ? 20 : 0);

  /** Its steps fail now and then, as if the process had been killed there. */
  function killable<T extends typeof world.ports>(ports: T): T {
    const dies = () => {
      if (!faulty || (killed > 0 && !chance(0.03))) return; // once at least
      killed++;
      throw new Error('killed');
    };
    const { writer, sources } = ports;
    return {
      ...ports,
      report: () => undefined,
      writer: {
        ...writer,
        write: async (path: string, bytes: Uint8Array) => {
          dies();
          return writer.write(path, bytes);
        },
        describe: async (...given: Parameters<typeof writer.describe>) => {
          dies();
          return writer.describe(...given);
        },
      },
      sources: {
        ...sources,
        see: async (...given: Parameters<typeof sources.see>) => {
          dies();
          return sources.see(...given);
        },
        record: async (...given: Parameters<typeof sources.record>) => {
          if (given[1].problem === null) dies(); // a failure is recorded as soon as it is known
          return sources.record(...given);
        },
      },
    };
  }
}, 120_000);

/** Lets go on what is under way until it is done, so many turns at most: a look that was killed is never done. */
async function settled(isDone: () => Promise<boolean>, most: number): Promise<void> {
  for (let turn = 0; turn < most && !(await isDone()); turn++)
    await new Promise((resolve) => setImmediate(resolve));
}
