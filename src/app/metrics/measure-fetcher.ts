import type { Counter } from 'prom-client';
import { type Fetcher, FetchFailure } from '../../core/collecting/fetcher.ts';

/** Counts what comes of fetching. No label says from where. */
export function measureFetcher({ get }: Fetcher, counter: Pick<Counter<'result'>, 'inc'>): Fetcher {
  return {
    async get(address, options) {
      try {
        const fetched = await get(address, options);
        counter.inc({ result: resultOf(fetched.status) });
        return fetched;
      } catch (error) {
        counter.inc({ result: error instanceof FetchFailure ? error.kind : 'defect' });
        throw error;
      }
    },
  };
}

function resultOf(status: number): string {
  if (status === 200) return 'fetched';
  if (status === 304) return 'unchanged';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'outage' : 'not-there';
}
