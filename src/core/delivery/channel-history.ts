import { type Edition, isExtra } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';
import type { EditionStore } from './edition-store.ts';

/** What the ledger says of a channel's earlier editions. */
export interface ChannelHistory {
  /** Up to when this digest has covered new material; null before its first edition. */
  readonly since: Date | null;
  /** Up to when its last posted edition covers; null if none was posted. */
  readonly lastSent: Date | null;
  /** The dates on which this digest may not have arrived, since it last did. */
  readonly doubtful: readonly string[];
  /** The channel's posted and empty editions, of all its digests, latest first. */
  readonly editions: readonly Edition[];
}

const MOST = 200; // editions looked at
const DATE_LENGTH = 10; // characters

/** An alert of the channel may post often, so a digest's own editions are read apart from those of the channel. */
function byDue(a: Edition, b: Edition): number {
  return b.due.valueOf() - a.due.valueOf();
}

/** Reads a digest's past from the ledger. Extra editions show excerpts, but cover no time. */
export async function channelHistory(
  editions: Pick<EditionStore, 'list'>,
  { channel, number }: Subscription,
  now: Date,
): Promise<ChannelHistory> {
  const everyone = await editions.list(channel, { states: ['sent', 'empty'], limit: MOST });
  const mine = await editions.list(channel, { number, states: ['sent', 'empty'], limit: MOST });
  const unknown = await editions.list(channel, { number, states: ['unknown'], limit: MOST });
  const own = mine.filter((edition) => !isExtra(edition));
  const covered = own.flatMap((edition) => edition.covered ?? []).filter((at) => at <= now);
  const last = own.find(({ state }) => state === 'sent');
  return {
    since: covered.length === 0 ? null : new Date(Math.max(...covered.map(Number))),
    lastSent: last?.covered ?? null,
    doubtful: unknown
      .filter(({ retryAt, due }) => retryAt === null && (!last || due > last.due))
      .map(({ slot }) => slot.slice(0, DATE_LENGTH)),
    editions: [...mine, ...everyone.filter((edition) => edition.number !== number)].sort(byDue),
  };
}
