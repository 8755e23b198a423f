import type { Core } from '../bot/core.ts';
import { nextSlots, type Slot } from '../schedule/schedule.ts';
import type { Subscription } from '../schedule/subscription.ts';

const LOOKED_AT = 20; // editions; a change of hour or zone repeats two days at most

/** The next slots of a digest, so many of them; a day that has had its edition, before its hour or zone was changed, gets no second. */
export async function comingSlots(
  { store }: Pick<Core, 'store'>,
  subscription: Subscription,
  after: Date,
  count = 1,
): Promise<Slot[]> {
  const { channel, number } = subscription;
  const newest = await store.editions.list(channel, { number, limit: LOOKED_AT });
  const had = new Set(newest.filter(({ state }) => state !== 'skipped').map(({ slot }) => slot));
  const slots = nextSlots(subscription, after, count + LOOKED_AT);
  return slots.filter(({ slot }) => !had.has(slot)).slice(0, count);
}
