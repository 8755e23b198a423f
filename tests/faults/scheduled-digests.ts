import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { postKey } from '../../src/core/delivery/post-key.ts';
import { type ChannelAddress, formatAddress } from '../../src/core/schedule/channel-address.ts';
import { openSqliteStore } from '../../src/stores/sql/sqlite.ts';
import { PROGRAM } from '../fakes/program.ts';
import { createSubscription } from '../fakes/subscriptions.ts';
import type { AcceptedPost, Named } from './history.ts';
import type { LedgerRow } from './ledger.ts';
import type { HeldPost } from './target.ts';

/** A digest scheduled every day, at a time of UTC. */
export interface ScheduledDigest {
  readonly channel: ChannelAddress;
  readonly number: number;
  /** `06:01` */
  readonly at: string;
}

const run = promisify(execFile);

/** Schedules digests on the command line, one after the other in each channel, a minute apart from six o'clock on. */
export async function scheduleDigests(
  channels: readonly ChannelAddress[],
  { env, each }: { env: Readonly<Record<string, string>>; each: number },
): Promise<readonly ScheduledDigest[]> {
  const scheduleIn = async (channel: ChannelAddress, place: number) => {
    const scheduled: ScheduledDigest[] = [];
    for (let nth = 0; nth < each; nth++) {
      const minute = String(1 + nth * channels.length + place).padStart(2, '0');
      scheduled.push(await scheduleDigest(channel, `06:${minute}`, env));
    }
    return scheduled;
  };
  const all = (await Promise.all(channels.map(scheduleIn))).flat();
  return all.sort((a, b) => a.at.localeCompare(b.at));
}

/** Schedules one that posts every day, whether anything is new or not. */
async function scheduleDigest(
  channel: ChannelAddress,
  at: string,
  env: Readonly<Record<string, string>>,
): Promise<ScheduledDigest> {
  const words = ['add', 'ferries', `at:${at}`, 'days:daily', 'zone:UTC', 'when_empty:note'];
  const given = ['digest', ...words, '--channel', formatAddress(channel), '--json'];
  const { stdout } = await run(process.execPath, [PROGRAM, ...given], { env });
  const { items } = JSON.parse(stdout) as { items: readonly { id: string }[] };
  return { channel, number: Number(items[0]?.id), at };
}

const ALERT = { alert: { quiet: null }, length: '3m', max: 10 } as const;

/** Schedules one for each channel, all at a minute past six, without starting the program for each. */
export async function scheduleAtOnce(
  channels: readonly ChannelAddress[],
  { dataDir, since, alerts }: { dataDir: string; since: Date; alerts: boolean },
): Promise<readonly ScheduledDigest[]> {
  const { store } = await openSqliteStore(dataDir, since);
  const scheduled: ScheduledDigest[] = [];
  for (const channel of channels) {
    const wanted = { channel, topic: 'ferries', at: '06:01', zone: 'UTC', since } as const;
    const kind = alerts ? ALERT : ({ whenEmpty: 'note' } as const);
    scheduled.push(await store.subscriptions.add(createSubscription({ ...wanted, ...kind })));
  }
  await store.upkeep.close();
  return scheduled;
}

/** The instant at which a digest is due on a date. */
export function dueOn({ at }: ScheduledDigest, date: string): Date {
  return new Date(`${date}T${at}:00Z`);
}

/** The name in a history of a ledger's row, or of an expected edition. */
export function nameOf({ channel, number, slot }: Pick<LedgerRow, 'channel' | 'number' | 'slot'>): Named {
  return { channel: formatAddress(channel), slot: `${number} ${slot}` };
}

/** Names the edition of each post by its key; a key of no expected edition is named as it stands. */
export function namePosts(
  posts: readonly HeldPost[],
  editions: readonly Pick<LedgerRow, 'channel' | 'number' | 'slot'>[],
): readonly AcceptedPost[] {
  const byKey = new Map(editions.map((edition) => [postKey(edition), edition]));
  return posts.map(({ channel, key, named, at }) => {
    const { number, slot } = named ?? byKey.get(key ?? '') ?? { number: '?', slot: `with the key ${key}` };
    return { channel: formatAddress(channel), slot: `${number} ${slot}`, at };
  });
}
