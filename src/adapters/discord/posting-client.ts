import { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, RateLimitError, REST, type RESTOptions, type RouteLike } from 'discord.js';

const TIMEOUT = 10_000; // milliseconds, for an answer as a whole
const A_SECOND_LONG = 1100; // milliseconds; discord.js adds 50 to each wait
const A_SECOND = 40; // requests; Discord takes 50 of a bot, and people's commands need some

/** What Discord answered: its body as text, and parsed where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: unknown;
}

/** What came of one request. */
export type Outcome =
  | ({ readonly kind: 'answered' } & Answer)
  /** It was not sent: a limit that Discord told of before is not over. */
  | { readonly kind: 'held'; readonly seconds: number; readonly everywhere: boolean }
  /** It was not sent. */
  | { readonly kind: 'unsent'; readonly everywhere: boolean; readonly detail: string }
  /** It may have been sent, and done. */
  | { readonly kind: 'lost'; readonly detail: string }
  /** Discord refused the token before: nothing is sent any more. */
  | { readonly kind: 'stopped' };

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
export type PostingClient = (outgoing: Outgoing) => Promise<Outcome>;

/** What is known of a request while it is under way. */
interface UnderWay {
  mayLeave(): boolean;
  answer: Answer | null;
}

/** Who asks, and where. */
export interface PostingClientOptions {
  readonly token: string;
  readonly api: string | null;
  readonly timeout?: number;
}

/** A client that repeats nothing, and waits for nothing but its own turn within a second. */
export function createPostingClient(options: PostingClientOptions): PostingClient {
  const underWay = new AsyncLocalStorage<UnderWay>();
  const restNow = renewedWhenClockGoesBack(() => createRest(options, underWay));
  let isStopped = false;

  return async ({ method, route, query, body, mayLeave = () => true }) => {
    if (isStopped) return { kind: 'stopped' };
    const current: UnderWay = { mayLeave, answer: null };
    const request = { ...(query ? { query: new URLSearchParams(query) } : {}), ...(body ? { body } : {}) };
    const rest = restNow();
    const send = () => (method === 'GET' ? rest.get(route, request) : rest.post(route, request));
    const failure = await underWay.run(current, send).then(
      () => null,
      (cause: unknown) => cause,
    );
    const outcome = outcomeOf(current.answer, failure);
    if (outcome.kind === 'answered' && outcome.status === 401) isStopped = true;
    return outcome;
  };
}

/** Of the limits that discord.js keeps by itself, only that of its own requests in a second is waited out. */
function createRest(
  { token, api, timeout = TIMEOUT }: PostingClientOptions,
  underWay: AsyncLocalStorage<UnderWay>,
): REST {
  const rest = new REST({
    ...{ version: '10', retries: 0, timeout, globalRequestsPerSecond: A_SECOND },
    rejectOnRateLimit: ({ global, timeToReset }) =>
      underWay.getStore()?.answer !== null || !global || timeToReset > A_SECOND_LONG,
    makeRequest: requestOnce(underWay),
    ...(api === null ? {} : { api }),
  });
  return rest.setToken(token);
}

/** discord.js keeps the ends of limits by the wall clock: when that goes back a day, they would last a day. */
function renewedWhenClockGoesBack(create: () => REST): () => REST {
  const ahead = () => Date.now() - performance.now(); // of the clock that only goes on
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

/** Discord's answer decides, whatever discord.js makes of it. */
function outcomeOf(answer: Answer | null, failure: unknown): Outcome {
  if (answer) return { kind: 'answered', ...answer };
  if (failure instanceof TakenOver) return { kind: 'unsent', everywhere: false, detail: failure.message };
  if (failure instanceof RateLimitError)
    return { kind: 'held', seconds: failure.timeToReset / 1000, everywhere: failure.global };
  const detail = formatFailure(failure);
  return neverConnected(failure) ? { kind: 'unsent', everywhere: true, detail } : { kind: 'lost', detail };
}

class TakenOver extends Error {
  override readonly message = 'Another process may have taken over.';
}

/** Reads the whole answer within the time-out, which discord.js keeps for its head alone. */
function requestOnce(underWay: AsyncLocalStorage<UnderWay>): NonNullable<RESTOptions['makeRequest']> {
  return async (url, init) => {
    const current = underWay.getStore();
    if (current && !current.mayLeave()) throw new TakenOver();
    const response = await DefaultRestOptions.makeRequest(url, init);
    const { status, statusText, headers } = response;
    const text = await response.text();
    if (current) current.answer = { status, headers, body: parse(text) };
    return {
      ...{ status, statusText, headers, body: null, bodyUsed: true, ok: status >= 200 && status < 300 },
      text: async () => text,
      json: async () => parse(text) ?? {},
      arrayBuffer: async () => new ArrayBuffer(0), // nobody reads it
    };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// No connection was made, so that nothing was sent over it.
const UNCONNECTED: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'],
]);

function neverConnected(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && UNCONNECTED.has(failure.code);
}

function formatFailure(failure: unknown): string {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'AbortError') return 'Discord did not answer in time.';
  const code = failure instanceof Error && 'code' in failure ? ` (${String(failure.code)})` : '';
  return `Discord could not be reached${code}.`;
}
