import { afterEach } from 'vitest';
import { parseAllowedHost } from '../../src/fetchers/web/allowed-hosts.ts';
import {
  createWebFetcher,
  type WebFetcher,
  type WebFetcherOptions,
} from '../../src/fetchers/web/web-fetcher.ts';

const made: WebFetcher[] = [];

afterEach(async () => {
  await Promise.all(made.splice(0).map((fetcher) => fetcher.close()));
});

/** A fetcher that may ask these hosts, and waits for nothing; it ends after the test. */
export function webFetcher(allowed: readonly string[], options: Partial<WebFetcherOptions> = {}): WebFetcher {
  const fetcher = createWebFetcher({
    userAgent: 'Dossier/0 (+https://desk.example)',
    allowed: allowed.flatMap((each) => parseAllowedHost(each) ?? []),
    resolve: async () => [],
    now: () => new Date(),
    gap: 0,
    ...options,
  });
  made.push(fetcher);
  return fetcher;
}
