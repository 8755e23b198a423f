import { type EditionKey, isExtra, isOlder, LATEST } from '../schedule/edition.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Poster } from './poster.ts';
import { postEdition } from './posting.ts';
import type { Throttle } from './throttle.ts';
import { longestWait } from './waits.ts';

/** Posts what can be claimed on one platform. */
export interface OutboxWorker {
  /** Works until nothing can be claimed now. Called again meanwhile, it looks once more. */
  drain(): Promise<void>;
  /** Milliseconds until something can be claimed again; null if nothing is waiting. */
  untilNext(): Promise<number | null>;
  stop(): void;
}

const BATCH = 200; // editions looked up at once

/** What one worker posts with. */
interface Work {
  readonly ports: DeliveryPorts;
  readonly poster: Poster;
  readonly throttle: Throttle;
  continues(): boolean;
}

/** Creates the worker of a platform; it posts several editions at once, as its throttle allows. */
export function createOutboxWorker(ports: DeliveryPorts, poster: Poster, throttle: Throttle): OutboxWorker {
  const stopping = new AbortController();
  const continues = () => !stopping.signal.aborted && isOpen(throttle, ports.elapsed());
  const work: Work = { ports, poster, throttle, continues };
  let running: Promise<void> | null = null;
  let again = false;
  const drainAll = async () => {
    do {
      again = false;
      while (continues() && (await drainBatch(work)) > 0);
      if (throttle.opensAt() === null) await skipLate(work);
    } while (again);
  };
  return {
    drain() {
      again = running !== null;
      running ??= drainAll().finally(() => {
        running = null;
      });
      return running;
    },
    async untilNext() {
      const opens = throttle.opensAt();
      const next = await ports.outbox.nextClaim([poster.platform]);
      if (opens === null || next === null) return null;
      return Math.max(0, opens - ports.elapsed(), next.valueOf() - ports.now().valueOf());
    },
    stop: () => stopping.abort(),
  };
}

function isOpen(throttle: Throttle, elapsed: number): boolean {
  const opens = throttle.opensAt();
  return opens !== null && opens <= elapsed;
}

/** Posts a batch; returns how many editions were claimed. */
async function drainBatch({ ports, poster, throttle, continues }: Work): Promise<number> {
  const waiting = [...(await claimable(ports, poster))];
  let claimed = 0;
  const work = async (place: number) => {
    while (waiting.length > 0 && place < throttle.concurrency && continues()) {
      await throttle.acquire();
      const key = continues() ? waiting.shift() : undefined;
      if (key && (await postEdition(ports, key, { poster, throttle })) !== null) claimed++;
    }
  };
  await Promise.all(Array.from({ length: throttle.concurrency }, (_, place) => work(place)));
  return claimed;
}

/** Skips what has become too late while nothing can be posted. */
async function skipLate({ ports, poster, throttle }: Work): Promise<void> {
  const now = ports.now();
  for (const key of await claimable(ports, poster)) {
    const edition = await ports.editions.get(key);
    if (!edition || edition.intentAt !== null || isExtra(edition)) continue;
    if (isOlder(edition, LATEST, now)) await postEdition(ports, key, { poster, throttle });
  }
}

function claimable(ports: DeliveryPorts, { platform }: Poster): Promise<readonly EditionKey[]> {
  const options = { now: ports.now(), longest: longestWait(ports), limit: BATCH };
  return ports.outbox.claimable({ platforms: [platform], ...options });
}
