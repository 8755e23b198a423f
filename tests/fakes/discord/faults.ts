import type { IncomingMessage, ServerResponse } from 'node:http';
import { cutOff, type Delay, holdUp } from '../trouble.ts';

/** What goes wrong with a request. `applied` says whether the effect took place all the same. */
export type Trouble =
  | { readonly kind: 'rate limit'; readonly retryAfter: number; readonly global?: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly applied: boolean; readonly body?: object }
  | { readonly kind: 'drop'; readonly applied: boolean; readonly midway?: boolean }
  | { readonly kind: 'silence'; readonly applied: boolean }
  | Delay;

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

function rateLimit(trouble: Extract<Trouble, { kind: 'rate limit' }>, response: ServerResponse): void {
  const { retryAfter, global = false } = trouble;
  const scope = global ? { 'x-ratelimit-global': 'true' } : {};
  const headers = {
    ...{ 'content-type': 'application/json', 'retry-after': String(Math.ceil(retryAfter)) },
    ...{ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-bucket': 'fake' },
    ...{ 'x-ratelimit-reset-after': String(retryAfter), 'x-ratelimit-scope': global ? 'global' : 'user' },
    ...scope,
  };
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global };
  response.writeHead(429, headers).end(JSON.stringify(body));
}
