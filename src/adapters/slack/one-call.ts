import { webApi } from '@slack/bolt';
import { secondsToWait } from '../../core/text/retry-after.ts';
import { QUIET } from './calls.ts';
import { codeOf } from './failures.ts';
import { fetchAtLastMoment } from './last-moment.ts';

/** How calls are made that are to be carried out once or not at all. */
export interface OneCallOptions {
  readonly token: string;
  readonly api: string | null;
  /** After how many milliseconds an answer is no longer waited for. */
  readonly timeout: number;
  now(): Date;
}

/** What is known of a call that did not succeed. */
export type Failure =
  /** Slack's own word for it. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Slack did nothing, and says when to call again; null where it does not. */
  | { readonly kind: 'too early'; readonly seconds: number | null }
  /** No request left, for want of a connection or because it was no longer wanted. */
  | { readonly kind: 'not sent'; readonly isWanted: boolean; readonly detail: string }
  /** It could not be put into a request. */
  | { readonly kind: 'unsendable'; readonly detail: string }
  /** Nobody knows what became of it. */
  | { readonly kind: 'lost'; readonly detail: string };

/** What came of a call. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Failure;

/** Makes one request and no other, by a client of its own: neither a lost answer nor a rate limit touches another call. */
export async function callOnce<T>(
  options: OneCallOptions,
  call: (client: webApi.WebClient) => Promise<T>,
  isWanted: () => boolean = () => true,
): Promise<Outcome<T>> {
  const fate: Fate = { seconds: undefined, isWanted: true, hasLeft: false };
  const client = new webApi.WebClient(options.token, {
    ...{ logger: QUIET, timeout: options.timeout },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
    fetch: watchedFetch(fate, { now: options.now, isWanted }),
    ...(options.api === null ? {} : { slackApiUrl: options.api }),
  });
  try {
    return { kind: 'done', value: await call(client) };
  } catch (cause) {
    return failureOf(cause, fate);
  }
}

/** What is seen of the one request, which the client's errors do not tell. */
interface Fate {
  /** Undefined unless it came too early. */
  seconds: number | null | undefined;
  isWanted: boolean;
  hasLeft: boolean;
}

function watchedFetch(
  fate: Fate,
  { now, isWanted }: Pick<OneCallOptions, 'now'> & { isWanted: () => boolean },
): webApi.FetchFunction {
  return async (url, init) => {
    const ask = () => {
      fate.isWanted = isWanted();
      return fate.isWanted;
    };
    fate.hasLeft = true;
    const response = await fetchAtLastMoment({ url: String(url), init: init ?? {}, isWanted: ask });
    // The client reads whole seconds alone: 1.5 would be one, and a date a failure.
    if (response.status === 429) fate.seconds = secondsToWait(response.headers, now());
    return response;
  };
}

const NOT_WANTED = 'Another process may be at it.';

function failureOf(cause: unknown, { seconds, isWanted, hasLeft }: Fate): Failure {
  if (!isWanted) return { kind: 'not sent', isWanted: false, detail: NOT_WANTED };
  if (seconds !== undefined) return { kind: 'too early', seconds };
  const code = codeOf(cause);
  if (code !== null) return { kind: 'refused', code };
  const detail = formatCause(cause);
  if (!hasLeft) return { kind: 'unsendable', detail };
  return isUnconnected(cause) ? { kind: 'not sent', isWanted: true, detail } : { kind: 'lost', detail };
}

/** Whether no connection came about, so that nothing can have been sent. */
function isUnconnected(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(isUnconnected);
  const { syscall, code } = cause as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return isUnconnected(cause.cause);
}

/** The innermost reason, in a line; a page of HTML is not one. */
function formatCause(cause: unknown): string {
  if (!(cause instanceof Error)) return 'It failed.';
  if ('statusCode' in cause) return `Slack answered with status ${String(cause.statusCode)}.`;
  if ('data' in cause) return 'Slack answered with something that is no answer of its own.';
  return cause.cause === undefined ? cause.message : formatCause(cause.cause);
}
