import { type ScheduledTask, schedule } from 'node-cron';
import type { Delivery } from '../core/delivery/delivery.ts';

/** What a scheduler works with. */
export interface SchedulerOptions {
  readonly delivery: Pick<Delivery, 'run' | 'untilNext' | 'stop'>;
  /** Seconds between two ticks, 60 at most. */
  readonly tickSeconds: number;
  now(): Date;
  report(error: Error): void;
}

/** One tick after the other, over all digests. */
export interface Scheduler {
  /** When it looked last whether anything is due. */
  lastTick(): Date;
  /** Ends the ticks; what is being posted may finish, within so many milliseconds. */
  stop(within: number): Promise<void>;
}

const WATCH = 5000; // milliseconds between two checks whether ticks still come
const LATE = 1.25; // ticks after which one is overdue

/**
 * Looks at every tick what is due. It is one task for all digests; a second one watches over it, since a timer may come
 * late, and after the clock was set back none would come for as long.
 */
export function startScheduler({ delivery, tickSeconds, now, report }: SchedulerOptions): Scheduler {
  let last = now();
  let soon: NodeJS.Timeout | undefined;
  let isWell = true;
  const run = async () => {
    try {
      await delivery.run();
      isWell = true;
      const wait = await delivery.untilNext();
      clearTimeout(soon);
      if (wait !== null && wait < tickSeconds * 1000) soon = setTimeout(runSoon, Math.max(wait, SHORTEST));
    } catch (cause) {
      if (isWell) report(new Error('Could not process digests; retrying in a minute.', { cause }));
      isWell = false;
    }
  };
  const runSoon = () => void run();
  const tick = () => {
    last = now();
    return run();
  };
  const task = startTicking(tickSeconds, tick);
  const watch = setInterval(
    () => {
      const age = now().valueOf() - last.valueOf();
      if (age < 0 || age > tickSeconds * 1000 * LATE) void tick();
    },
    Math.min(WATCH, tickSeconds * 1000),
  );
  void tick();
  return {
    lastTick: () => last,
    async stop(within) {
      await task.destroy();
      clearInterval(watch);
      await delivery.stop(within);
      clearTimeout(soon);
    },
  };
}

const SHORTEST = 50; // milliseconds

function startTicking(seconds: number, tick: () => Promise<void>): ScheduledTask {
  const expression = seconds >= 60 ? '* * * * *' : `*/${seconds} * * * * *`;
  return schedule(expression, tick, { suppressMissedWarning: true, logger: QUIET });
}

const nothing = () => undefined;

/** Its warnings of late ticks are not needed: the watch deals with those. */
const QUIET = { info: nothing, warn: nothing, error: nothing, debug: nothing };
