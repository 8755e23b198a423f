import type { EditionStore } from '../../src/core/delivery/edition-store.ts';
import { isExtra } from '../../src/core/schedule/edition.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { formatAllIsWell, formatNothing } from './digest-lines.ts';
import type { Draft } from './draft-digest.ts';

const EMPTY = 5; // empty editions in a row after which one line says that all is well
const LOOKED_AT = 4 * EMPTY; // editions; extra ones may lie between

/** The line that a digest posts although nothing is new; null if it posts nothing. */
export async function quietLine(
  editions: Pick<EditionStore, 'list'>,
  subscription: Subscription,
  { since, lastSent, covered: now }: Pick<Draft, 'since' | 'lastSent' | 'covered'>,
): Promise<string | null> {
  if (subscription.whenEmpty === 'note') return formatNothing({ subscription, since, now });
  return (await wasEmptyInRow(editions, subscription))
    ? formatAllIsWell({ subscription, now }, lastSent)
    : null;
}

async function wasEmptyInRow(
  editions: Pick<EditionStore, 'list'>,
  { channel, number }: Subscription,
): Promise<boolean> {
  const posted = await editions.list(channel, { number, states: ['sent', 'empty'], limit: LOOKED_AT });
  const latest = posted.filter((edition) => !isExtra(edition)).slice(0, EMPTY);
  return latest.length === EMPTY && latest.every(({ state }) => state === 'empty');
}
