import { isOlder, LATEST } from './edition.ts';
import { nextSlots, type Slot, slotsUpTo } from './slots.ts';
import type { Subscription } from './subscription.ts';

/** What planning a subscription results in. */
export interface Plan {
  /** Editions to create unless they exist. One that was skipped as late becomes due again. */
  readonly due: readonly Slot[];
  /** Editions that will not be posted, to be stored unless they exist. `late` ones may become due again. */
  readonly skipped: readonly (Slot & { readonly late: boolean; readonly reason: string })[];
  readonly next: Date;
}

const MAX_NOTED = 31; // late editions that are stored, so that the history covers a month's absence

type Skipped = Plan['skipped'][number];

/**
 * Plans a subscription's slots up to now. It relies on local dates, times and zones only, so a plan stays valid after
 * the clock or the rules of a zone have changed, and can be made again at any time.
 */
export function planEditions(subscription: Subscription, now: Date): Plan {
  const [next] = nextSlots(subscription, now, 1);
  if (next === undefined) throw new Error(`Subscription ${subscription.number} has no days`);
  const [due, ...superseded] = recentSlots(subscription, now);
  const late = lateSlots(subscription, now).map((slot) => skip(slot, true, 'more than 24 hours late'));
  const replaced = superseded.map((slot) => skip(slot, false, `superseded by the edition of ${due?.slot}`));
  return { due: due === undefined ? [] : [due], skipped: [...replaced, ...late].reverse(), next: next.due };
}

/** The slots whose edition can still be posted, latest first. */
function recentSlots(subscription: Subscription, now: Date): Slot[] {
  const slots: Slot[] = [];
  for (const slot of slotsUpTo(subscription, now)) {
    if (slot.due <= subscription.since || isOlder(slot, LATEST, now)) break;
    slots.push(slot);
  }
  return slots;
}

/** The slots that were never planned and are now too late, latest first. */
function lateSlots({ next, since, ...schedule }: Subscription, now: Date): Slot[] {
  const slots: Slot[] = [];
  const until = new Date(now.getTime() - LATEST - 1);
  if (until < (next ?? since)) return slots;
  for (const slot of slotsUpTo(schedule, until)) {
    const isPlanned = slot.due <= since || (next !== null && slot.due < next);
    if (isPlanned || slots.length === MAX_NOTED) break;
    slots.push(slot);
  }
  return slots;
}

function skip(slot: Slot, late: boolean, reason: string): Skipped {
  return { ...slot, late, reason };
}
