import { setTimeout as sleep } from 'node:timers/promises';
import type { StartStore } from '../../core/bot/start-store.ts';

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

/** Lets a shard begin a session when it may. */
export interface SessionThrottle {
  waitForIdentify(shard: number, signal: AbortSignal): Promise<void>;
}

/**
 * Notes every session of one client. The first begins at once, having been waited for; one that follows because Discord
 * gave the last one up (op 9) begins five seconds later, and as late as one after a start.
 */
export function createSessionThrottle(
  starts: StartStore,
  { now, report }: { now(): Date; report(error: Error): void },
): SessionThrottle {
  let isFirst = true;
  return {
    async waitForIdentify(_shard, signal) {
      if (!isFirst) {
        const allowed = await waitBeforeSession(starts, now()).catch(() => 0);
        await sleep(Math.max(SPACING, allowed), undefined, { signal });
      }
      isFirst = false;
      await starts.record(WHAT, now()).catch(report);
    },
  };
}

const SPACING = 5000; // milliseconds between two (docs, Gateway, Rate Limiting)
