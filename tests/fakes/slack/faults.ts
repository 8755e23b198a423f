import type { IncomingMessage, ServerResponse } from 'node:http';
import { beginAnswer, cutOff, type Delay, holdUp } from '../trouble.ts';

/** What goes wrong with a call. `applied` says whether the effect took place all the same. */
export type Trouble =
  /** `retryAfter`: seconds, or the header as it stands; null without it. `at`: the answer's own date. */
  | { readonly kind: 'rate limit'; readonly retryAfter: number | string | null; readonly at?: string }
  | { readonly kind: 'status'; readonly status: number; readonly applied: boolean; readonly body?: string }
  /** A page with status 200, as a proxy or a captive portal gives it. */
  | { readonly kind: 'page'; readonly applied: boolean }
  | { readonly kind: 'error'; readonly error: string; readonly applied: boolean }
  | { readonly kind: 'drop'; readonly applied: boolean; readonly midway?: boolean }
  | { readonly kind: 'silence'; readonly applied: boolean }
  /** The head and half of a body, and then nothing. */
  | { readonly kind: 'stall'; readonly applied: boolean }
  | Delay;

/** Which calls go wrong, and how. */
export interface Fault {
  /** `chat.postMessage`, `response_url` or a pattern. */
  readonly method: string | RegExp;
  /** Only calls about this channel. */
  readonly channel?: string;
  /** How many calls in a row; one by default. */
  readonly times?: number;
  readonly trouble: Trouble;
}

/** The faults that tests have ordered and no call has met yet. */
export interface Faults {
  order(fault: Fault): void;
  next(method: string, channel: string): Trouble | undefined;
  /** Takes back what was ordered. */
  clear(): void;
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const ordered: { fault: Fault; left: number }[] = [];
  return {
    order: (fault) => {
      ordered.push({ fault, left: fault.times ?? 1 });
    },
    next: (method, channel) => {
      const found = ordered.find(
        ({ fault, left }) =>
          left > 0 && named(fault.method, method) && (fault.channel ?? channel) === channel,
      );
      if (found) found.left -= 1;
      return found?.fault.trouble;
    },
    clear: () => {
      ordered.length = 0;
    },
  };
}

function named(wanted: string | RegExp, method: string): boolean {
  return typeof wanted === 'string' ? wanted === method : wanted.test(method);
}

/** What a fault needs of a call. */
export interface Sufferer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly timers: Set<NodeJS.Timeout>;
  apply(): void;
}

/** Answers a call that goes wrong; true when it was answered, false when it goes on as usual. */
export async function suffer(
  trouble: Trouble,
  { request, response, apply, timers }: Sufferer,
): Promise<boolean> {
  if (trouble.kind === 'delay') return holdUp(trouble, response, timers);
  if (trouble.kind !== 'rate limit' && trouble.applied) apply();
  switch (trouble.kind) {
    case 'rate limit':
      write(response, 429, { ok: false, error: 'ratelimited' }, waitHeaders(trouble));
      return true;
    case 'status':
      response.writeHead(trouble.status, { 'content-type': 'text/plain' }).end(trouble.body ?? 'Fault');
      return true;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Be right back.</p>');
      return true;
    case 'error':
      write(response, 200, { ok: false, error: trouble.error });
      return true;
    case 'drop':
      cutOff(request, response, trouble.midway ?? false);
      return true;
    case 'stall':
      beginAnswer(response);
      return true;
    case 'silence':
      return true;
  }
}

function waitHeaders({ retryAfter, at }: Extract<Trouble, { kind: 'rate limit' }>): Record<string, string> {
  const after = typeof retryAfter === 'number' ? `${Math.ceil(retryAfter)}` : retryAfter;
  return { ...(after === null ? {} : { 'retry-after': after }), ...(at === undefined ? {} : { date: at }) };
}

/** Answers with JSON. */
export function write(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body));
}
