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

/** A digest that was ordered, every day at a time of UTC. */
export interface OrderedDigest {
  readonly channel: ChannelAddress;
  readonly number: number;
  /** `06:01` */
  readonly at: string;
}

const run = promisify(execFile);

/** Orders digests on the command line, one after the other in each channel, so many minutes after six as its place says. */
export async function orderDigests(
  channels: readonly ChannelAddress[],
  { env, each }: { env: Readonly<Record<string, string>>; each: number },
): Promise<readonly OrderedDigest[]> {
  const orderIn = async (channel: ChannelAddress, place: number) => {
    const ordered: OrderedDigest[] = [];
    for (let nth = 0; nth < each; nth++) {
      const minute = String(1 + nth * channels.length + place).padStart(2, '0');
      ordered.push(await orderDigest(channel, `06:${minute}`, env));
    }
    return ordered;
  };
  const all = (await Promise.all(channels.map(orderIn))).flat();
  return all.sort((a, b) => a.at.localeCompare(b.at));
}

/** Orders one that posts every day, whether anything is new or not. */
async function orderDigest(
  channel: ChannelAddress,
  at: string,
  env: Readonly<Record<string, string>>,
): Promise<OrderedDigest> {
  const words = ['add', 'ferries', `at:${at}`, 'days:daily', 'zone:UTC', 'when_empty:note'];
  const given = ['digest', ...words, '--channel', formatAddress(channel), '--json'];
  const { stdout } = await run(process.execPath, [PROGRAM, ...given], { env });
  const { items } = JSON.parse(stdout) as { items: readonly { id: string }[] };
  return { channel, number: Number(items[0]?.id), at };
}

/** Orders one for each channel, all for a minute past six, without a start of the program for each. */
export async function orderAtOnce(
  channels: readonly ChannelAddress[],
  { dataDir, since }: { dataDir: string; since: Date },
): Promise<readonly OrderedDigest[]> {
  const { store } = await openSqliteStore(dataDir, since);
  const ordered: OrderedDigest[] = [];
  for (const channel of channels) {
    const wanted = { channel, topic: 'ferries', whenEmpty: 'note', at: '06:01', zone: 'UTC', since } as const;
    ordered.push(await store.subscriptions.add(createSubscription(wanted)));
  }
  await store.upkeep.close();
  return ordered;
}

/** The instant at which a digest is due on a date. */
export function dueOn({ at }: OrderedDigest, date: string): Date {
  return new Date(`${date}T${at}:00Z`);
}

/** What a ledger's row, or an edition that was ordered, is called in a history. */
export function nameOf({ channel, number, slot }: Pick<LedgerRow, 'channel' | 'number' | 'slot'>): Named {
  return { channel: formatAddress(channel), slot: `${number} ${slot}` };
}

/** Says of each post which edition it is; one whose key belongs to no edition that was ordered is nobody's. */
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
