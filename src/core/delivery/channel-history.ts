import type { Store } from '../../stores/sql/store.ts';
import type { EditionContent } from '../news/edition-content.ts';
import type { Edition } from '../schedule/edition.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** What a channel has had before. */
export interface ChannelHistory {
  /** Up to when it was told what is new; null where it was told nothing yet. */
  readonly since: Date | null;
  /** When something was posted last. */
  readonly lastSent: Date | null;
  /** It has shown something, if only in an extra edition. */
  readonly hasShown: boolean;
  /** What all digests of the channel have shown, and which documents this one has covered; for the first edition its own alone. */
  readonly before: readonly EditionContent[];
  /** The days on which this digest may not have arrived, since it arrived last. */
  readonly doubtful: readonly string[];
}

const MOST = 200; // editions that are looked back on

/** What the ledger says of a digest's past. Extra editions show things, but cover no time. */
export async function channelHistory(
  { editions }: Store,
  subscription: Subscription,
  now: Date,
): Promise<ChannelHistory> {
  const { channel, number } = subscription;
  const posted = await editions.list(channel, { states: ['sent', 'empty'], limit: MOST });
  const unknown = await editions.list(channel, { number, states: ['unknown'], limit: MOST });
  const own = posted.filter((edition) => edition.number === number && !isExtra(edition));
  const covered = own.flatMap((edition) => edition.covered ?? []).filter((at) => at <= now);
  const last = own.find(({ state }) => state === 'sent');
  const isFirst = covered.length === 0;
  return {
    since: isFirst ? null : new Date(Math.max(...covered.map(Number))),
    lastSent: last?.covered ?? null,
    hasShown: posted.some((edition) => edition.number === number && (edition.content?.shown.length ?? 0) > 0),
    before: posted
      .filter((edition) => !isFirst || edition.number === number)
      .flatMap((edition) => contentOf(edition, number)),
    doubtful: unknown
      .filter(({ retryAt, due }) => retryAt === null && (!last || due > last.due))
      .map(({ slot }) => slot.slice(0, DATE)),
  };
}

const DATE = 10; // characters of a date

/** Says of an edition whether it was asked for beside the schedule. */
export function isExtra({ slot }: Pick<Edition, 'slot'>): boolean {
  return slot.length > DATE;
}

/** What another digest of the channel covered is news to this one, unless it was shown. */
function contentOf({ content, number, ...edition }: Edition, own: number): EditionContent[] {
  if (!content) return [];
  return [number === own && !isExtra(edition) ? content : { ...content, documents: [] }];
}
