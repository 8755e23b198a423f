import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postKey } from '../../src/core/delivery/post-key.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { formatAddress } from '../../src/core/schedule/channel-address.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { openPostgresStore } from '../../src/stores/sql/postgres.ts';
import { OWN_CORPUS } from '../fakes/corpus-folder.ts';
import { createFolder } from '../fakes/folder.ts';
import { createSubscription } from '../fakes/subscriptions.ts';
import { createRandom } from '../fakes/trouble.ts';
import { checkHistory, type Named, type Verdict } from './history.ts';
import { createInstance, type Instance } from './instance.ts';
import { type Platforms, startPlatforms } from './platforms.ts';
import { createShiftedClock, type ShiftedClock } from './shifted-clock.ts';

/** Several instances on one database and the same platforms, with a digest due in every channel every day. */
export interface Fleet {
  readonly instances: readonly Instance[];
  readonly platforms: Platforms;
  /** The ledger now. */
  editions(): Promise<readonly Edition[]>;
  /** Numbers from 0 to below 1, the same for the same seed. */
  random(): number;
  /** A random instance. */
  any(): Instance;
  /** Waits until a random moment while the editions of this day are being posted. */
  someMoment(): Promise<void>;
  /** Makes the editions of the next day due, causes trouble, and waits until all editions are settled. */
  day(trouble: () => Promise<void>): Promise<void>;
  /** Compares what the platforms accepted with what was due so far. */
  verdict(): Promise<Judged>;
  close(): Promise<void>;
}

/** A verdict, and what the ledger says of editions that failed. */
export interface Judged extends Verdict {
  readonly failed: readonly string[];
}

/** How a fleet is started. */
export interface FleetOptions {
  readonly instances: number;
  /** How many of them run at first; all if absent. */
  readonly started?: number;
  /** On each of the two platforms. */
  readonly channels: number;
  readonly seed: number;
  /** Cannot open the database as the test reaches it. */
  readonly url: string;
  /** Cannot open the database as the instances reach it. */
  readonly programUrl: string;
  /** The longest time that a post takes, in milliseconds. */
  readonly slowest?: number;
}

/** Short times, in seconds, so that much happens in a test. */
const SHORT = { DOSSIER_TICK_SECONDS: '1', DOSSIER_LEASE_SECONDS: '2', DOSSIER_SETTLE_SECONDS: '2' };
const DAY = 86_400_000; // milliseconds
const FIRST = Date.parse('2026-11-02T08:00:00Z'); // no clock changes in the months after it, in London

/** Milliseconds after which a suspended instance's claim has expired. */
export const LEASE = 2000;

/** Schedules the digests and starts the instances. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { seed, channels: count, url, programUrl, slowest = 300 } = options;
  const random = createRandom(seed);
  const platforms = await startPlatforms({ channels: count, slowest, seed });
  const { store } = await openPostgresStore(url);
  const { channels } = platforms;
  const clock = createShiftedClock(join(createFolder(), 'clock'), new Date(FIRST - DAY / 2));
  for (const channel of channels) await store.subscriptions.add(subscriptionFor(channel, clock.now()));
  const settings = {
    ...platforms.settings,
    ...SHORT,
    DOSSIER_CLOCK_FILE: clock.file,
    DATABASE_URL: programUrl,
  };
  const instances = await createInstances(options.instances, settings);
  await startAll(instances.slice(0, options.started), platforms);
  const slots: string[] = [];
  const editions = async () =>
    (await Promise.all(channels.map((each) => store.editions.list(each, { limit: 10_000 })))).flat();
  return {
    ...{ instances, platforms, random, editions },
    any: () => pick(instances, random),
    someMoment: () => sleep(untilNextSecond() - 50 + random() * 1200),
    async day(trouble) {
      slots.push(nextDay(slots.length, { clock, platforms }));
      await trouble();
      await until(
        async () => isSettled(await editions(), { channels, slots }),
        async () => describeOpen(await editions()),
      );
    },
    verdict: async () => judge(platforms, { channels, slots, editions: await editions() }),
    async close() {
      await Promise.all(instances.map((instance) => instance.kill()));
      await store.upkeep.close();
      await platforms.close();
    },
  };
}

function subscriptionFor(channel: ChannelAddress, since: Date) {
  const { number: _, ...subscription } = createSubscription({
    ...{ channel, since, topic: 'nato-asia', whenEmpty: 'note', owner: '' },
  });
  return subscription;
}

function createInstances(count: number, settings: Readonly<Record<string, string>>): Promise<Instance[]> {
  const folders = Array.from({ length: count }, () => createFolder());
  return Promise.all(
    folders.map((data) =>
      createInstance({ DOSSIER_CORPUS_DIR: OWN_CORPUS, DOSSIER_DATA_DIR: data, ...settings }),
    ),
  );
}

/** Those that start at the same time would each register the commands. */
async function startAll([first, ...others]: readonly Instance[], { discord }: Platforms): Promise<void> {
  await first?.start();
  await until(
    async () => discord.commands().length > 0,
    async () => 'The commands are not registered.',
  );
  await Promise.all(others.map((instance) => instance.start()));
}

function pick<T>(among: readonly T[], random: () => number): T {
  const picked = among[Math.floor(random() * among.length)];
  if (picked === undefined) throw new Error('There is none to choose from.');
  return picked;
}

/** Ticks come at whole seconds. */
function untilNextSecond(): number {
  return 1000 - (Date.now() % 1000);
}

function nextDay(days: number, { clock, platforms }: { clock: ShiftedClock; platforms: Platforms }): string {
  const due = new Date(FIRST + days * DAY);
  platforms.elapse(clock.set(due));
  return due.toISOString().slice(0, 10);
}

interface Expected {
  readonly channels: readonly ChannelAddress[];
  readonly slots: readonly string[];
}

function isSettled(editions: readonly Edition[], { channels, slots }: Expected): boolean {
  return editions.length === channels.length * slots.length && editions.every(isDone);
}

function isDone({ state, retryAt }: Edition): boolean {
  const isFinal = ['sent', 'failed', 'empty', 'skipped'].includes(state);
  return isFinal || (state === 'unknown' && retryAt === null);
}

function describeOpen(editions: readonly Edition[]): string {
  const open = editions.filter((edition) => !isDone(edition));
  return `${editions.length} editions; open: ${open.map((each) => JSON.stringify(each)).join('\n')}`;
}

async function judge(
  platforms: Platforms,
  { channels, slots, editions }: Expected & { editions: readonly Edition[] },
): Promise<Judged> {
  const keys = channels.flatMap((channel) => slots.map((slot) => ({ channel, number: 1, slot })));
  const names = new Map(keys.map((key) => [postKey(key), named(key)]));
  const accepted = platforms
    .posts()
    .map(({ key, at }) => ({ ...(names.get(key) ?? { channel: key, slot: 'of no edition' }), at }));
  const inState = (state: Edition['state']) => editions.filter((each) => each.state === state).map(named);
  const failed = editions.filter(({ state }) => state === 'failed');
  return {
    ...checkHistory({
      ...{ accepted, expected: keys.map(named), sent: inState('sent'), unknown: inState('unknown') },
    }),
    failed: failed.map(({ channel, slot, reason }) => `${formatAddress(channel)} ${slot}: ${reason}`),
  };
}

function named({ channel, slot }: Pick<Edition, 'channel' | 'slot'>): Named {
  return { channel: formatAddress(channel), slot };
}

const PATIENCE = 90_000; // milliseconds, for machines that are busy

/** Waits until something holds, and says what was the matter where it does not come to. */
export async function until(holds: () => Promise<boolean>, describe: () => Promise<string>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to hold. ${await describe()}`);
    await sleep(100);
  }
}
