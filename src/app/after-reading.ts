import type { Delivery } from '../core/delivery/delivery.ts';

/**
 * Holds digests and alerts back until everything was read that was there at the start: half of the documents may tell another
 * story. An edition that is asked for meanwhile is posted then.
 */
export function afterReading(delivery: Delivery, isComplete: () => boolean): Delivery {
  return {
    ...delivery,
    run: async () => {
      if (isComplete()) await delivery.run();
    },
    untilNext: async () => (isComplete() ? delivery.untilNext() : null),
    post: async (key, poster) => (isComplete() ? delivery.post(key, poster) : null),
  };
}
