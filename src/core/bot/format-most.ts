import { BRIEF_BUDGETS } from '../quoting/excerpt-budget.ts';
import type { Subscription } from '../schedule/subscription.ts';

/** How many excerpts a digest may have: `up to 4 excerpts`. The length limits their number too. */
export function formatMost(length: Subscription['length'], max: number): string {
  const most = Math.min(max, BRIEF_BUDGETS[length].maxPoints);
  return most === 1 ? '1 excerpt' : `up to ${most} excerpts`;
}
