import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** Where Slack's API is: Slack's own where null. */
export interface CallOptions {
  readonly token: string;
  readonly api: string | null;
  /** Gives up what is not answered yet. */
  readonly gone: AbortSignal;
}

const TIMEOUT = 10_000; // milliseconds; the client's own is none

const BACK_TIMEOUT = 5000; // milliseconds for the way back of an interaction, which is not the only one

/** Options of Slack's client: what is not answered is not sent again, since it may have been carried out. */
export function clientOptions({ api, gone }: Omit<CallOptions, 'token'>): webApi.WebClientOptions {
  return {
    timeout: TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    fetch: createFetch(gone),
    ...(api === null ? {} : { slackApiUrl: api }),
  };
}

/** The way back of an interaction has no timeout of its own. */
function createFetch(gone: AbortSignal): webApi.FetchFunction {
  return (url, init) => {
    const signal = AbortSignal.any([gone, init?.signal ?? AbortSignal.timeout(BACK_TIMEOUT)]);
    return fetch(url, { ...init, signal });
  };
}

/** A client of its own for answers. */
export function createClient({ token, ...options }: CallOptions): webApi.WebClient {
  return new webApi.WebClient(token, { ...clientOptions(options), logger: QUIET });
}

const MOST_WAIT = 30; // seconds that an answer may wait for its turn
const TRIES = 4;

/** Calls again when Slack says that it was too early, which it says before it does anything. Nobody else waits. */
export async function retryWhenLimited<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await call();
    } catch (cause) {
      const seconds = secondsToWait(cause);
      if (seconds === null || seconds > MOST_WAIT || tried === TRIES) throw cause;
      await sleep(seconds * 1000, undefined, { ref: false }); // a stop does not wait for it
    }
  }
}

function secondsToWait(cause: unknown): number | null {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== webApi.ErrorCode.RateLimitedError)
    return null;
  return 'retryAfter' in cause && typeof cause.retryAfter === 'number' ? cause.retryAfter : 1;
}

const nothing = () => undefined;

/** The client's own remarks would stand among what the operator is told. */
export const QUIET = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => 'error' as never,
};
