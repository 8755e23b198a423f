import type { Fetched, Fetcher } from '../../core/collecting/fetcher.ts';
import { FetchFailure } from '../../core/collecting/fetcher.ts';
import { pause } from '../../core/text/abort.ts';
import { createKeyedQueue } from '../../core/text/queue.ts';
import { parseAddress } from './address-rules.ts';
import type { AllowedHost } from './allowed-hosts.ts';
import { toFailure } from './failures.ts';
import { createGuardedDispatcher, type Resolve } from './guarded-dispatcher.ts';
import { createLanes } from './lanes.ts';
import type { BodyLimits } from './read-body.ts';
import { type Answered, requestOnce } from './request.ts';
import { createRobots } from './site-rules.ts';

/** How the web is asked. */
export interface WebFetcherOptions {
  /** As others see it, with an address where its operator is found. */
  readonly userAgent: string;
  readonly allowed: readonly AllowedHost[];
  readonly resolve: Resolve;
  now(): Date;
  /** Milliseconds between two requests to a host; a second if absent. */
  readonly gap?: number;
  /** Milliseconds that an answer may take from beginning to end; 20 seconds if absent. */
  readonly deadline?: number;
  readonly limits?: BodyLimits;
}

/** What is sent with a request. */
interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A fetcher that ends. */
export interface WebFetcher extends Fetcher {
  close(): Promise<void>;
}

const DEADLINE = 20_000; // milliseconds
const GAP = 1000; // milliseconds
const MOST_REDIRECTS = 5;
const AT_ONCE = 8; // requests
const LIMITS: BodyLimits = { bytes: 10_000_000, ratio: 100 };

/**
 * Creates the only thing that opens connections for documents. One request at a time goes to a host, eight at most to all; what
 * a site's `robots.txt` forbids is not asked.
 */
export function createWebFetcher(options: WebFetcherOptions): WebFetcher {
  const { userAgent, allowed, resolve, now, gap = GAP, deadline = DEADLINE, limits = LIMITS } = options;
  const dispatcher = createGuardedDispatcher({ resolve, allowed });
  const ended = new AbortController();
  const inTurn = createKeyedQueue();
  const inLane = createLanes(AT_ONCE);
  const send = async (url: URL, { headers, signal }: Sent) => {
    const late = new AbortController(); // a signal of AbortSignal.timeout is lost when nobody but AbortSignal.any holds it
    const timer = setTimeout(() => late.abort(new DOMException('', 'TimeoutError')), deadline);
    const ends = AbortSignal.any([late.signal, ...(signal ? [signal] : [])]);
    try {
      return await requestOnce(url, { dispatcher, userAgent, limits, headers, signal: ends, now });
    } catch (error) {
      throw toFailure(error, deadline);
    } finally {
      clearTimeout(timer);
    }
  };
  const ask = (url: URL, { delay, ...sent }: Sent & { readonly delay: number }) =>
    new Promise<Answered>((resolve, reject) => {
      void inTurn(url.host, async () => {
        await inLane(() => send(url, sent)).then(resolve, reject);
        await pause(Math.max(gap, delay), ended.signal);
      });
    });
  const robots = createRobots({
    now,
    ask: (url) => ask(parseAddress(url.href, allowed), { delay: 0, headers: {} }),
  });
  return {
    get: (address, { etag, lastModified, signal } = {}) => {
      const headers = {
        ...(etag != null && { 'if-none-match': etag }),
        ...(lastModified != null && { 'if-modified-since': lastModified }),
      };
      return follow(address, async (text) => {
        const url = parseAddress(text, allowed);
        const rules = await robots.rulesFor(url);
        if (!rules.allows(url))
          throw new FetchFailure('must not be read by programs (robots.txt)', 'disallowed');
        return ask(url, { delay: rules.delay, headers, ...(signal && { signal }) });
      });
    },
    close() {
      ended.abort();
      return dispatcher.destroy();
    },
  };
}

/** Follows redirects, each as strictly as the first address. */
async function follow(address: string, ask: (address: string) => Promise<Answered>): Promise<Fetched> {
  const visited = new Set<string>();
  let permanent: string | null = null;
  let isLasting = true;
  for (let at = address; ; ) {
    const { location, ...answered } = await ask(at);
    if (location === null) return { ...answered, permanent };
    visited.add(at);
    check(new URL(at), location, visited);
    isLasting &&= answered.status === 301 || answered.status === 308;
    at = location.href;
    if (isLasting) permanent = at;
  }
}

function check(from: URL, to: URL, visited: ReadonlySet<string>): void {
  const refuse = (why: string) => new FetchFailure(why, 'redirects');
  if (visited.has(to.href)) throw refuse('is redirected in a circle; it may demand cookies');
  if (visited.size > MOST_REDIRECTS) throw refuse(`is redirected more than ${MOST_REDIRECTS} times`);
  if (from.protocol === 'https:' && to.protocol === 'http:') throw refuse('is redirected from https to http');
}
