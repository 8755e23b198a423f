import { setTimeout as sleep } from 'node:timers/promises';
import type { StartStore } from '../../core/bot/start-store.ts';
import { exponential } from '../../core/text/backoff.ts';

const WHAT = 'discord';
const HOUR = 3_600_000; // milliseconds
const FREE = { perHour: 10, perDay: 100 }; // sessions started without a wait
const WAIT = { first: 30_000, most: 900_000 }; // milliseconds

/**
 * Milliseconds to wait before another session is started. Discord resets the token of a bot that starts 1,000 in a day
 * (docs, Gateway, Identifying), so a program that is restarted over and over starts ever fewer.
 */
export async function waitBeforeSession(starts: StartStore, now: Date): Promise<number> {
  const since = (milliseconds: number) => starts.count(WHAT, new Date(now.valueOf() - milliseconds));
  const [perHour, perDay] = [await since(HOUR), await since(24 * HOUR)];
  if (perDay >= FREE.perDay) return WAIT.most;
  return perHour < FREE.perHour ? 0 : exponential(perHour - FREE.perHour + 1, WAIT);
}

/** Lets a shard start a session when it may. */
export interface SessionThrottle {
  waitForIdentify(shard: number, signal: AbortSignal): Promise<void>;
}

/**
 * Records every session of one client. The first starts at once, since it was waited for; one that follows because
 * Discord gave up the last (op 9) starts five seconds later, or as late as one after a restart.
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
