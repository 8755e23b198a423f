import { nextSlots, type Slot } from '../schedule/slots.ts';
import type { Subscription } from '../schedule/subscription.ts';
import type { EditionStore } from './edition-store.ts';

const LOOKED_AT = 20; // editions; changing the time or zone repeats two days at most

/** The next `count` slots of a digest; none of an alert. A day whose edition came before the time or zone was changed gets no second one. */
export async function comingSlots(
  editions: Pick<EditionStore, 'list'>,
  subscription: Subscription,
  { after, count = 1 }: { after: Date; count?: number },
): Promise<Slot[]> {
  const { channel, number, alert } = subscription;
  if (alert !== null) return [];
  const latest = await editions.list(channel, { number, limit: LOOKED_AT });
  const had = new Set(latest.filter(({ state }) => state !== 'skipped').map(({ slot }) => slot));
  const slots = nextSlots(subscription, after, count + LOOKED_AT);
  return slots.filter(({ slot }) => !had.has(slot)).slice(0, count);
}
