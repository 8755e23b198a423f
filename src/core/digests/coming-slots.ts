import type { Core } from '../core.ts';
import { nextSlots, type Slot } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** The next slots of a digest, so many of them; a day that has had its edition, before its hour was changed, gets no second. */
export async function comingSlots(
  { store }: Pick<Core, 'store'>,
  subscription: Subscription,
  after: Date,
  count = 1,
): Promise<Slot[]> {
  const slots = nextSlots(subscription, after, count + 1);
  const { channel, number } = subscription;
  const [first] = slots;
  const had = first && (await store.editions.get({ channel, number, slot: first.slot }));
  return had && had.state !== 'skipped' ? slots.slice(1) : slots.slice(0, count);
}
