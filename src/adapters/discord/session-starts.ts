import type { StartStore } from '../../core/store.ts';

const WHAT = 'discord';
const HOUR = 3_600_000; // milliseconds
const FREE = { inAnHour: 10, inADay: 100 }; // sessions begun without a wait
const WAIT = { first: 30_000, most: 900_000 }; // milliseconds
const MOST_DOUBLINGS = 10;

/**
 * Milliseconds to wait before another session is begun. Discord resets the token of a bot that begins 1,000 in a day
 * (docs, Gateway, Identifying), so a program that is started over and over begins ever fewer.
 */
export async function waitBeforeSession(starts: StartStore, now: Date): Promise<number> {
  const since = (milliseconds: number) => starts.count(WHAT, new Date(now.valueOf() - milliseconds));
  const [inAnHour, inADay] = [await since(HOUR), await since(24 * HOUR)];
  if (inADay >= FREE.inADay) return WAIT.most;
  if (inAnHour < FREE.inAnHour) return 0;
  return Math.min(WAIT.most, WAIT.first * 2 ** Math.min(inAnHour - FREE.inAnHour, MOST_DOUBLINGS));
}

/** Notes that a session is begun. */
export function recordSession(starts: StartStore, now: Date): Promise<void> {
  return starts.record(WHAT, now);
}
