import { AsyncLocalStorage } from 'node:async_hooks';
import { REST, type RouteLike } from 'discord.js';
import type { Observer } from '../../core/bot/platform.ts';
import type { CallOutcome } from '../../core/delivery/call-outcome.ts';
import { observeResponses } from './observe-responses.ts';
import { outcomeOf, STOPPED } from './posting-outcome.ts';
import { type RequestUnderWay, requestOnce } from './request-once.ts';

const MAX_WAIT = 1100; // milliseconds; the limit of requests per second lasts a second, and discord.js adds 50
const PER_SECOND = 40; // requests; Discord takes 50 from a bot, and people's commands need some

/** One request. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly route: RouteLike;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Asked right before it leaves. */
  mayLeave?(): boolean;
}

/** Makes requests, each once whatever happens. Never throws. */
export type PostingClient = (outgoing: Outgoing) => Promise<CallOutcome<unknown>>;

/** Who posts, and where. */
export interface PostingClientOptions {
  readonly token: string;
  readonly api: string | null;
  /** Milliseconds after which a request is given up, its whole answer included. */
  readonly timeout: number;
  readonly observer?: Observer;
  now(): Date;
}

/** Creates a client that repeats nothing, and waits only for its turn within a second. */
export function createPostingClient(options: PostingClientOptions): PostingClient {
  const underWay = new AsyncLocalStorage<RequestUnderWay>();
  const currentRest = renewWhenClockGoesBack(() => createRest(options, underWay));
  let isStopped = false;

  return async ({ method, route, query, body, mayLeave = () => true }) => {
    if (isStopped) return STOPPED;
    const current: RequestUnderWay = { mayLeave, answer: null };
    const request = { ...(query ? { query: new URLSearchParams(query) } : {}), ...(body ? { body } : {}) };
    const rest = currentRest();
    const send = () => (method === 'GET' ? rest.get(route, request) : rest.post(route, request));
    const failure = await underWay.run(current, send).then(
      () => null,
      (cause: unknown) => cause,
    );
    const outcome = outcomeOf(current.answer, failure, options.now());
    isStopped ||= outcome.kind === 'stopped';
    return outcome;
  };
}

/** Of the limits that discord.js keeps itself, only that of its own requests per second is waited for. */
function createRest(
  { token, api, timeout, observer }: PostingClientOptions,
  underWay: AsyncLocalStorage<RequestUnderWay>,
): REST {
  const rest = new REST({
    ...{ version: '10', retries: 0, timeout, globalRequestsPerSecond: PER_SECOND },
    rejectOnRateLimit: ({ global, timeToReset }) =>
      underWay.getStore()?.answer !== null || !global || timeToReset > MAX_WAIT,
    makeRequest: requestOnce(underWay),
    ...(api === null ? {} : { api }),
  });
  observeResponses(rest, observer);
  return rest.setToken(token);
}

/** discord.js stores the ends of limits by the wall clock: if that goes back a day, they would last a day. */
function renewWhenClockGoesBack(create: () => REST): () => REST {
  const ahead = () => Date.now() - performance.now(); // of the clock that never goes back
  let rest = create();
  let last = ahead();
  return () => {
    const isBack = ahead() < last - JUMP;
    last = ahead();
    if (!isBack) return rest;
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
    rest = create();
    return rest;
  };
}

const JUMP = 2000; // milliseconds
