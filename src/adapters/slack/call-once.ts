import { webApi } from '@slack/bolt';
import type { Observer } from '../../core/bot/platform.ts';
import { type CallOutcome, isUnconnected, later, type NotPosted } from '../../core/delivery/call-outcome.ts';
import { parseRetryAfter } from '../../core/text/retry-after.ts';
import { QUIET } from './calls.ts';
import { codeOf } from './failures.ts';
import { lateBody } from './late-body.ts';
import { outcomeOfCode, TOO_EARLY } from './post-failures.ts';

/** How calls are made that are carried out once or not at all. */
export interface CallOnceOptions {
  readonly token: string;
  readonly api: string | null;
  /** Milliseconds after which an answer is no longer waited for. */
  readonly timeout: number;
  readonly observer?: Observer;
  now(): Date;
}

/** Makes one request with a client of its own: neither a lost answer nor a rate limit affects another call. */
export async function callOnce<T>(
  { token, api, timeout, observer, now }: CallOnceOptions,
  call: (client: webApi.WebClient) => Promise<T>,
  isWanted: () => boolean = () => true,
): Promise<CallOutcome<T>> {
  const seen: Seen = { seconds: undefined, isWanted: true, hasLeft: false };
  const client = new webApi.WebClient(token, {
    ...{ logger: QUIET, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    fetch: watchedFetch(seen, { now, isWanted, ...(observer && { observer }) }),
    ...(api === null ? {} : { slackApiUrl: api }),
  });
  try {
    return { kind: 'done', value: await call(client) };
  } catch (cause) {
    return failureOf(cause, seen);
  }
}

/** What is seen of the one request and the client's errors don't contain. */
interface Seen {
  /** Undefined unless Slack rate-limited it. */
  seconds: number | null | undefined;
  isWanted: boolean;
  hasLeft: boolean;
}

function watchedFetch(
  seen: Seen,
  { now, isWanted, observer }: Pick<CallOnceOptions, 'now' | 'observer'> & { isWanted: () => boolean },
): webApi.FetchFunction {
  const ask = () => {
    seen.isWanted = isWanted();
    return seen.isWanted;
  };
  return async (url, init) => {
    const request = lateBody(init ?? {}, ask);
    seen.hasLeft = true;
    const response = await fetch(url, request);
    observer?.responded(response.status);
    // The client reads only whole seconds: 1.5 would be one, and a date a failure.
    if (response.status === 429) seen.seconds = parseRetryAfter(response.headers, now());
    return response;
  };
}

const NOT_WANTED = 'Another process may have taken over.';

function failureOf(cause: unknown, { seconds, isWanted, hasLeft }: Seen): NotPosted {
  if (!isWanted) return later(NOT_WANTED);
  if (seconds !== undefined) return later(TOO_EARLY, { seconds });
  const code = codeOf(cause);
  if (code !== null) return outcomeOfCode(code);
  const detail = formatCause(cause);
  if (!hasLeft) return { kind: 'refused', why: 'invalid', detail }; // it could not be put into a request
  return isUnconnected(cause) ? later(detail, { everywhere: true }) : { kind: 'unknown', detail };
}

/** The innermost reason, in a line; a page of HTML is none. */
function formatCause(cause: unknown): string {
  if (!(cause instanceof Error)) return 'Unknown error.';
  if ('statusCode' in cause) return `Slack returned status ${String(cause.statusCode)}.`;
  if ('data' in cause) return 'Unexpected response from Slack.';
  return cause.cause === undefined ? cause.message : formatCause(cause.cause);
}
