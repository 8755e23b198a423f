import { addDays, instantOf, localTimeOf, weekdayOf } from './local-time.ts';
import type { Schedule } from './subscription.ts';

/** One scheduled day: its local date, and the instant at which its edition is due. */
export interface Slot {
  readonly slot: string;
  readonly due: Date;
}

/** The next `count` slots after an instant, in order. */
export function nextSlots(schedule: Schedule, after: Date, count: number): Slot[] {
  const slots: Slot[] = [];
  if (schedule.days.length === 0) return slots;
  for (let date = localTimeOf(after, schedule.zone).date; slots.length < count; date = addDays(date, 1)) {
    const slot = slotOn(schedule, date);
    if (slot !== null && slot.due > after) slots.push(slot);
  }
  return slots;
}

/** The slots up to and including an instant, latest first, without end. */
export function* slotsUpTo(schedule: Schedule, until: Date): Generator<Slot> {
  if (schedule.days.length === 0) return;
  for (let date = addDays(localTimeOf(until, schedule.zone).date, 1); ; date = addDays(date, -1)) {
    const slot = slotOn(schedule, date);
    if (slot !== null && slot.due <= until) yield slot;
  }
}

function slotOn({ at, days, zone }: Schedule, date: string): Slot | null {
  if (!days.includes(weekdayOf(date))) return null;
  const due = instantOf(date, at, zone);
  return due === null ? null : { slot: date, due };
}
