import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Observer } from '../../core/bot/platform.ts';
import { retry } from '../../core/text/retry.ts';
import { REQUEST_TIMEOUT } from './limits.ts';

/** Who calls Slack's API, and where it is; null: Slack's own. */
export interface CallOptions {
  readonly token: string;
  readonly api: string | null;
  /** Gives up what is not answered yet. */
  readonly gone: AbortSignal;
  readonly observer?: Observer;
}

const RESPOND_TIMEOUT = 5000; // milliseconds for the response URL of an interaction, which is not the only way

/** Options of Slack's client: a call that is not answered is not repeated, since it may have been carried out. */
export function clientOptions({ api, gone, observer }: Omit<CallOptions, 'token'>): webApi.WebClientOptions {
  return {
    timeout: REQUEST_TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createFetch(gone, observer),
    ...(api === null ? {} : { slackApiUrl: api }),
  };
}

/** The response URL of an interaction has no timeout of its own. */
function createFetch(gone: AbortSignal, observer?: Observer): webApi.FetchFunction {
  return async (url, init) => {
    const signal = AbortSignal.any([gone, init?.signal ?? AbortSignal.timeout(RESPOND_TIMEOUT)]);
    const response = await fetch(url, { ...init, signal });
    observer?.responded(response.status);
    return response;
  };
}

/** Creates a client for answers. */
export function createClient({ token, ...options }: CallOptions): webApi.WebClient {
  return new webApi.WebClient(token, { ...clientOptions(options), logger: QUIET });
}

const MAX_WAIT = 30; // seconds that an answer may wait for its turn

/** Repeats a call that Slack rate-limits, which it does before it carries anything out. Other calls don't wait. */
export function retryWhenLimited<T>(call: () => Promise<T>): Promise<T> {
  return retry(call, {
    attempts: 4,
    delay: (_failures, cause) => (parseRetryAfter(cause) ?? 0) * 1000,
    isRetryable: (cause) => (parseRetryAfter(cause) ?? Number.POSITIVE_INFINITY) <= MAX_WAIT,
    wait: (milliseconds) => sleep(milliseconds, undefined, { ref: false }), // a stop does not wait for it
  });
}

/** The same for a call of which nothing comes if it takes longer: then it fails. */
export async function inTime<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
  const timer = new AbortController();
  const called = retryWhenLimited(call);
  const late = sleep(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error('Slack did not answer in time.');
  });
  for (const each of [called, late]) each.catch(() => undefined);
  try {
    return await Promise.race([called, late]);
  } finally {
    timer.abort();
  }
}

/** Whether Slack refused a call because there were too many. */
export function isLimited(cause: unknown): boolean {
  return parseRetryAfter(cause) !== null;
}

function parseRetryAfter(cause: unknown): number | null {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== webApi.ErrorCode.RateLimitedError)
    return null;
  return 'retryAfter' in cause && typeof cause.retryAfter === 'number' ? cause.retryAfter : 1;
}

const nothing = () => undefined;

/** A logger that drops the client's messages, which would be mixed with what the operator is told. */
export const QUIET = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error' as never,
};
