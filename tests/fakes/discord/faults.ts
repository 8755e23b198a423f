import type { IncomingMessage, ServerResponse } from 'node:http';
import { beginAnswer, cutOff, type Delay, holdUp } from '../trouble.ts';

/** What goes wrong with a request. `applied` says whether the effect took place all the same. */
export type Trouble =
  | RateLimit
  | { readonly kind: 'status'; readonly status: number; readonly applied: boolean; readonly body?: object }
  /** Something else than JSON, as what stands before Discord sends. */
  | { readonly kind: 'page'; readonly status: number; readonly applied: boolean }
  | { readonly kind: 'drop'; readonly applied: boolean; readonly midway?: boolean }
  | { readonly kind: 'silence'; readonly applied: boolean }
  /** The head and half of a body, and then nothing. */
  | { readonly kind: 'stall'; readonly applied: boolean }
  | Delay;

/** A 429. */
export interface RateLimit {
  readonly kind: 'rate limit';
  readonly retryAfter: number;
  readonly global?: boolean;
  /** Whose limit it is; of a route and this bot unless it is said. */
  readonly scope?: 'user' | 'shared' | 'global';
  /** The header Retry-After as it stands; null: neither it nor the body tells how long. */
  readonly header?: string | null;
  /** When it was answered, as the header Date says. */
  readonly date?: string;
}

/** Which requests go wrong, and how. */
export interface Fault {
  readonly method?: string;
  /** Matched with the path after `/api/v10`. */
  readonly path: RegExp;
  /** How many requests in a row; one by default. */
  readonly times?: number;
  readonly trouble: Trouble;
}

/** The faults that tests have ordered and no request has met yet. */
export interface Faults {
  order(fault: Fault): void;
  next(method: string, path: string): Trouble | undefined;
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const ordered: { fault: Fault; left: number }[] = [];
  return {
    order: (fault) => ordered.push({ fault, left: fault.times ?? 1 }),
    next: (method, path) => {
      const found = ordered.find(
        ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
      );
      if (found) found.left -= 1;
      return found?.fault.trouble;
    },
  };
}

/** Answers a request that goes wrong; true when it was answered, false when it goes on as usual. */
export async function suffer(
  trouble: Trouble,
  { request, response, apply, timers }: Sufferer,
): Promise<boolean> {
  if (trouble.kind === 'delay') return holdUp(trouble, response, timers);
  if (trouble.kind === 'rate limit') {
    rateLimit(trouble, response);
    return true;
  }
  if (trouble.applied) apply();
  if (trouble.kind === 'drop') cutOff(request, response, trouble.midway ?? false);
  if (trouble.kind === 'stall') beginAnswer(response);
  if (trouble.kind === 'page')
    response.writeHead(trouble.status, { 'content-type': 'text/html' }).end('<html>Just a moment</html>');
  if (trouble.kind === 'status') {
    const body = trouble.body ?? { message: `${trouble.status}: Fault`, code: 0 };
    response.writeHead(trouble.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  return true;
}

/** What a fault needs of a request. */
export interface Sufferer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly timers: Set<NodeJS.Timeout>;
  apply(): void;
}

function rateLimit(trouble: RateLimit, response: ServerResponse): void {
  const { retryAfter, global = false, header = String(Math.ceil(retryAfter)) } = trouble;
  const { scope = global ? 'global' : 'user' } = trouble;
  const headers = {
    'content-type': 'application/json',
    ...(header === null ? {} : { 'retry-after': header }),
    ...{ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-bucket': 'fake' },
    ...{ 'x-ratelimit-reset-after': String(retryAfter), 'x-ratelimit-scope': scope },
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    ...(trouble.date === undefined ? {} : { date: trouble.date }),
  };
  const told = header === null ? {} : { retry_after: retryAfter };
  const body = { message: 'You are being rate limited.', ...told, global };
  response.writeHead(429, headers).end(JSON.stringify(body));
}
