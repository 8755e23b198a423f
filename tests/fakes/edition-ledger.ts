import { planEditions } from '../../src/core/schedule/plan-editions.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';

/** The state of a slot in a ledger that posts everything at once when it is due. */
export type SlotState = 'sent' | 'late' | 'overtaken';

/** A subscription's ledger in memory: what the store and a tick do with plans, and nothing else. */
export interface EditionLedger {
  readonly states: ReadonlyMap<string, SlotState>;
  /** Every post, in order. */
  readonly posts: readonly { readonly slot: string; readonly due: Date; readonly now: Date }[];
  tick(now: Date): void;
}

/** Creates an empty ledger; with `always`, it plans at every tick, not only when that is necessary. */
export function createEditionLedger(subscription: Subscription, { always = false } = {}): EditionLedger {
  const states = new Map<string, SlotState>();
  const posts: { slot: string; due: Date; now: Date }[] = [];
  let next = subscription.next;
  let planned = Number.NEGATIVE_INFINITY;
  return {
    states,
    posts,
    tick(now) {
      const at = now.getTime();
      if (!always && next !== null && next.getTime() > at && planned <= at) return;
      const plan = planEditions({ ...subscription, next }, now);
      for (const { slot, due } of plan.due) {
        if (states.has(slot) && states.get(slot) !== 'late') continue;
        states.set(slot, 'sent');
        posts.push({ slot, due, now });
      }
      for (const { slot, late } of plan.skipped)
        if (!states.has(slot)) states.set(slot, late ? 'late' : 'overtaken');
      next = plan.next;
      planned = at;
    },
  };
}
