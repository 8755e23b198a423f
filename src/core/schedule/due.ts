import { LATEST } from './lateness.ts';
import { nextSlots, type Slot, slotsUpTo } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** What comes of planning a subscription. */
export interface Plan {
  /** Editions to be made, unless they are there. One that was skipped as late is made due again. */
  readonly due: readonly { readonly slot: string; readonly due: Date }[];
  /** Editions that will not be posted, noted unless they are there. `late` ones may become due again. */
  readonly skipped: readonly {
    readonly slot: string;
    readonly due: Date;
    readonly late: boolean;
    readonly reason: string;
  }[];
  readonly next: Date;
}

const MAX_NOTED = 31; // late editions that are noted, so that history tells of a month's absence

type Skipped = Plan['skipped'][number];

/**
 * What is to become of a subscription's slots up to now. Only local dates, times and zones are relied on, so a plan
 * holds after the clock or the rules of a zone have changed, and may be made again at any time.
 */
export function planEditions(subscription: Subscription, now: Date): Plan {
  const [next] = nextSlots(subscription, now, 1);
  if (next === undefined) throw new Error(`Subscription ${subscription.number} has no days`);
  const [due, ...overtaken] = recentSlots(subscription, now);
  const late = lateSlots(subscription, now).map((slot) => skip(slot, true, 'more than 24 hours late'));
  const taken = overtaken.map((slot) => skip(slot, false, `the edition of ${due?.slot} took over`));
  return { due: due === undefined ? [] : [due], skipped: [...taken, ...late].reverse(), next: next.due };
}

/** Those that may still be posted, the newest first. */
function recentSlots(subscription: Subscription, now: Date): Slot[] {
  const slots: Slot[] = [];
  for (const slot of slotsUpTo(subscription, now)) {
    if (slot.due <= subscription.since || isLate(slot, now)) break;
    slots.push(slot);
  }
  return slots;
}

/** Those that were never planned and come too late, the newest first. */
function lateSlots({ next, since, ...schedule }: Subscription, now: Date): Slot[] {
  const slots: Slot[] = [];
  const until = new Date(now.getTime() - LATEST - 1);
  if (until < (next ?? since)) return slots;
  for (const slot of slotsUpTo(schedule, until)) {
    const known = slot.due <= since || (next !== null && slot.due < next);
    if (known || slots.length === MAX_NOTED) break;
    slots.push(slot);
  }
  return slots;
}

function isLate({ due }: Slot, now: Date): boolean {
  return now.getTime() - due.getTime() > LATEST;
}

function skip({ slot, due }: Slot, late: boolean, reason: string): Skipped {
  return { slot, due, late, reason };
}
