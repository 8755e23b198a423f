import type { Core } from '../bot/core.ts';
import type { Edition, EditionKey } from '../schedule/edition.ts';
import { createInFlight } from '../text/in-flight.ts';
import { createOutboxWorker } from './outbox-worker.ts';
import { planAnew, planDue } from './planning.ts';
import type { Poster } from './poster.ts';
import { postEdition } from './posting.ts';
import { createThrottle } from './throttle.ts';

/** What digests need besides the core. */
export interface DigestOptions {
  /** One for each platform that this process posts to. */
  readonly posters: readonly Poster[];
  /** Platforms that other processes post to, and that this one may tell of. */
  readonly elsewhere: readonly string[];
  /** For how many milliseconds one process may work on an edition before another may take it up. */
  readonly lease: number;
  /** After how many milliseconds whatever a platform was sent can be seen there. */
  readonly settle: number;
  /** The zone of whoever names none. */
  readonly zone: string;
  /** Milliseconds that only ever grow, whatever the clock does. */
  elapsed(): number;
  wait(milliseconds: number): Promise<void>;
  random(): number;
}

/** The digests of all channels. */
export interface Digests extends DigestOptions {
  /** Plans what is due by now and posts it, and whatever is left of before. No platform waits for another. */
  run(): Promise<void>;
  /** How many milliseconds until there may be something to do before anything new is due; null: nothing is waiting. */
  untilNext(): Promise<number | null>;
  /** Posts one edition at once, by `poster` where it is given; as it is then. Null where somebody else is at it. */
  post(key: EditionKey, poster?: Poster): Promise<Edition | null>;
  /** Says of a platform whether it has told this process to stop. */
  isStopped(platform: string): boolean;
  /** Begins nothing more; fulfilled when what is in hand is done, or after so many milliseconds. */
  stop(within: number): Promise<void>;
}

/** The digests of a core. */
export function createDigests(options: DigestOptions): (core: Core) => Digests {
  return (core) => digestsOf(core, options);
}

function digestsOf(core: Core, options: DigestOptions): Digests {
  const { posters } = options;
  const platforms = posters.map(({ platform }) => platform);
  const gates = new Map(platforms.map((platform) => [platform, createThrottle(options)] as const));
  const drainings = posters.flatMap((poster) => {
    const gate = gates.get(poster.platform);
    return gate ? [createOutboxWorker(core, poster, gate)] : [];
  });
  let planning: Promise<void> = Promise.resolve();
  let isStopping = false;
  const inHand = createInFlight();
  let isPlanned = false;
  const plan = async () => {
    if (isStopping) return;
    if (!isPlanned) await planAnew(core, platforms);
    isPlanned = true;
    await planDue(core, platforms);
  };
  const run = async () => {
    planning = planning.then(plan, plan);
    await planning;
    await Promise.all(drainings.map((draining) => draining.drain()));
  };
  return {
    ...options,
    run() {
      const running = run();
      inHand.add(running.catch(() => undefined));
      return running;
    },
    async untilNext() {
      const waits = await Promise.all(drainings.map((draining) => draining.untilNext()));
      const known = waits.filter((wait) => wait !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
    async post(key, poster = posters.find(({ platform }) => platform === key.channel.platform)) {
      const gate = gates.get(key.channel.platform);
      return poster ? postEdition(core, key, { poster, gate }) : null;
    },
    isStopped: (platform) => gates.get(platform)?.opensAt() === null,
    async stop(within) {
      isStopping = true;
      for (const draining of drainings) draining.stop();
      await inHand.settle(within);
    },
  };
}
