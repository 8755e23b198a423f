import type { Core } from '../bot/core.ts';
import type { EditionKey } from '../schedule/edition.ts';
import { isOlder, LATEST } from '../schedule/lateness.ts';
import { isExtra } from './channel-history.ts';
import { longestWait } from './longest-wait.ts';
import type { Poster } from './poster.ts';
import { postEdition } from './posting.ts';
import type { Throttle } from './throttle.ts';

/** Working off what can be claimed on one platform. */
export interface OutboxWorker {
  /** Until nothing can be claimed now. Asked for again meanwhile, it looks once more. */
  drain(): Promise<void>;
  /** Milliseconds until something can be claimed again; null: nothing is waiting. */
  untilNext(): Promise<number | null>;
  stop(): void;
}

const BATCH = 200; // editions looked up at once

/** Works off the editions of a platform, several at once as its gate allows. */
export function createOutboxWorker(core: Core, poster: Poster, gate: Throttle): OutboxWorker {
  const stopping = new AbortController();
  const goesOn = () => !stopping.signal.aborted && isOpen(gate, core.digests.elapsed());
  let running: Promise<void> | null = null;
  let again = false;
  const drainAll = async () => {
    do {
      again = false;
      while (goesOn() && (await drainBatch(core, { poster, gate, goesOn })) > 0);
      if (gate.opensAt() === null) await skipLate(core, poster, gate);
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
      const opens = gate.opensAt();
      const next = await core.store.editions.nextClaim([poster.platform]);
      if (opens === null || next === null) return null;
      return Math.max(0, opens - core.digests.elapsed(), next.valueOf() - core.now().valueOf());
    },
    stop: () => stopping.abort(),
  };
}

function isOpen(gate: Throttle, elapsed: number): boolean {
  const opens = gate.opensAt();
  return opens !== null && opens <= elapsed;
}

/** Notes what has become too late while nothing may be posted. */
async function skipLate(core: Core, poster: Poster, gate: Throttle): Promise<void> {
  const { store, now, digests } = core;
  const options = { now: now(), longest: longestWait(digests), limit: BATCH };
  for (const key of await store.editions.claimable({ platforms: [poster.platform], ...options })) {
    const edition = await store.editions.get(key);
    if (!edition || edition.intentAt !== null || isExtra(edition)) continue;
    if (isOlder(edition, LATEST, options.now)) await postEdition(core, key, { poster, gate });
  }
}

interface Batch {
  readonly poster: Poster;
  readonly gate: Throttle;
  goesOn(): boolean;
}

/** Says how many editions were claimed. */
async function drainBatch(core: Core, { poster, gate, goesOn }: Batch): Promise<number> {
  const { store, now, digests } = core;
  const options = { now: now(), longest: longestWait(digests), limit: BATCH };
  const waiting = [...(await store.editions.claimable({ platforms: [poster.platform], ...options }))];
  let claimed = 0;
  const work = async (place: number) => {
    while (waiting.length > 0 && place < gate.concurrency && goesOn()) {
      await gate.acquire();
      const key: EditionKey | undefined = goesOn() ? waiting.shift() : undefined;
      if (key && (await postEdition(core, key, { poster, gate })) !== null) claimed++;
    }
  };
  await Promise.all(Array.from({ length: gate.concurrency }, (_, place) => work(place)));
  return claimed;
}
