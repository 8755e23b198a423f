import type { Edition, EditionKey } from '../schedule/edition.ts';
import { createInFlight } from '../text/in-flight.ts';
import { createSerialQueue } from '../text/queue.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { createOutboxWorker } from './outbox-worker.ts';
import { planAlerts } from './plan-alerts.ts';
import { planAll, planDue } from './planning.ts';
import type { Poster } from './poster.ts';
import { postEdition } from './posting.ts';
import { createThrottle } from './throttle.ts';

/** Posts the digests of all channels. */
export interface Delivery {
  /** The platforms that this process posts to. */
  readonly platforms: readonly string[];
  /** Plans and posts what is due by now, and whatever is left from before. No platform waits for another. */
  run(): Promise<void>;
  /** Milliseconds until there may be work before anything new is due; null if nothing is waiting. */
  untilNext(): Promise<number | null>;
  /** Posts one edition at once, as of now, with `poster` if given. Null if another process is working on it. */
  post(key: EditionKey, poster?: Poster): Promise<Edition | null>;
  /** Whether a platform has told this process to stop. */
  isStopped(platform: string): boolean;
  /** Starts nothing more; resolves when current work is done, or after so many milliseconds. */
  stop(within: number): Promise<void>;
}

/** Creates the delivery of digests by some posters. */
export function createDelivery(ports: DeliveryPorts): Delivery {
  const { posters } = ports;
  const platforms = posters.map(({ platform }) => platform);
  const targets = posters.map((poster) => ({ poster, throttle: createThrottle(ports) }));
  const targetOf = (platform: string) => targets.find(({ poster }) => poster.platform === platform);
  const workers = targets.map(({ poster, throttle }) => createOutboxWorker(ports, poster, throttle));
  const plan = createPlanner(ports, platforms);
  const inTurn = createSerialQueue();
  const inFlight = createInFlight();
  let isStopping = false;
  const run = async () => {
    await inTurn(async () => (isStopping ? undefined : plan()));
    await Promise.all(workers.map((worker) => worker.drain()));
  };
  return {
    platforms,
    run() {
      const running = run();
      inFlight.add(running.catch(() => undefined));
      return running;
    },
    async untilNext() {
      const waits = await Promise.all(workers.map((worker) => worker.untilNext()));
      const known = waits.filter((wait) => wait !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
    async post(key, given) {
      const target = targetOf(key.channel.platform);
      const poster = given ?? target?.poster;
      return poster ? postEdition(ports, key, { poster, throttle: target?.throttle ?? null }) : null;
    },
    isStopped: (platform) => targetOf(platform)?.throttle.opensAt() === null,
    async stop(within) {
      isStopping = true;
      for (const worker of workers) worker.stop();
      await inFlight.settle(within);
    },
  };
}

/** Plans what is due; the first time, everything. */
function createPlanner(ports: DeliveryPorts, platforms: readonly string[]): () => Promise<void> {
  let isPlanned = false;
  return async () => {
    if (!isPlanned) await planAll(ports, platforms);
    isPlanned = true;
    await planDue(ports, platforms);
    await planAlerts(ports, platforms);
  };
}
