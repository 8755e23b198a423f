import { createHmac } from 'node:crypto';
import { type Body, isBody } from '../json.ts';
import type { Outcome } from './outcome.ts';
import type { Envelope } from './sockets.ts';
import type { Delivery, World } from './world.ts';

/** How a request is signed: as it should be, by another secret, or at another time. */
export type Signature = 'valid' | 'wrong' | 'old' | 'future' | 'missing';

/** What the bot answered to a request. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Requests that a test makes itself to see what the bot thinks of them. */
export interface Posts {
  /** Where events are posted to from now on; through Socket Mode again without it. */
  to(url: string | undefined): void;
  /** Posts an event or a form by hand. */
  send(body: Body | string, signature?: Signature): Promise<Answered>;
  /** Posts the last request again, signature, time and all. */
  replay(): Promise<Answered>;
  /** Asks for the challenge back, as when the URL is entered. */
  verify(): Promise<boolean>;
}

interface Request {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SKEWS: Readonly<Record<Signature, number>> = { valid: 0, wrong: 0, missing: 0, old: -301, future: 301 };

/** Makes the way by which events are posted. */
export function createPosts(world: World) {
  let url = world.options.requestUrl;
  let last: Request | undefined;
  const transmit = async (request: Request) => {
    if (url === undefined) throw new Error('There is no URL to post to');
    last = request;
    const signal = AbortSignal.timeout(world.options.acknowledgeWithin);
    return fetch(url, { method: 'POST', ...request, signal, redirect: 'manual' });
  };
  const byHand = async (request: Request): Promise<Answered> => {
    const response = await transmit(request);
    return { status: response.status, text: await response.text() };
  };
  const controls: Posts = {
    to: (to) => {
      url = to;
    },
    send: (body, signature = 'valid') => byHand(signed(world, encoded(body), signature)),
    replay: () => (last ? byHand(last) : Promise.reject(new Error('There is nothing to replay'))),
    verify: async () => {
      const challenge = world.nextId('challenge-');
      const body = { type: 'url_verification', token: 'an-old-verification-token', challenge };
      const { status, text } = await byHand(signed(world, encoded(body), 'valid'));
      return status === 200 && text.includes(challenge);
    },
  };
  return {
    ...{ controls, isUsed: () => url !== undefined },
    send: (envelope: Envelope) => outcomeOf(() => transmit(requestOf(world, envelope))),
  };
}

async function outcomeOf(transmit: () => Promise<Response>): Promise<Outcome> {
  const sentAt = performance.now();
  try {
    const response = await transmit();
    const text = await response.text();
    const ms = performance.now() - sentAt;
    if (response.ok) return { kind: 'acknowledged', ms, payload: payloadOf(text) };
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { kind: 'failed', reason: 'http_error', noRetry };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { kind: 'failed', reason: isLate ? 'timeout' : 'connection_failed' };
  }
}

function payloadOf(text: string): Body {
  if (text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return isBody(parsed) ? parsed : { text };
  } catch {
    return { text };
  }
}

function requestOf(world: World, { delivery, attempt, reason }: Envelope): Request {
  const request = signed(world, formOf(delivery), 'valid');
  if (attempt === 0) return request;
  const again = {
    'x-slack-retry-num': String(attempt),
    'x-slack-retry-reason': reason === 'timeout' ? 'http_timeout' : reason,
  };
  return { ...request, headers: { ...request.headers, ...again } };
}

// Events are posted as JSON, commands as a form, and interactions as a form with JSON in it (Slack docs).
function formOf({ type, payload }: Delivery): { body: string; type: string } {
  if (type === 'events_api') return encoded(payload);
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const texts = Object.entries(fields).map(([key, value]): [string, string] => [key, String(value ?? '')]);
  return encoded(new URLSearchParams(texts).toString());
}

function encoded(body: Body | string): { body: string; type: string } {
  if (typeof body === 'string') return { body, type: 'application/x-www-form-urlencoded' };
  return { body: JSON.stringify(body), type: 'application/json' };
}

function signed(world: World, { body, type }: { body: string; type: string }, signature: Signature): Request {
  const secret = signature === 'wrong' ? 'another-secret' : world.options.signingSecret;
  const time = String(Math.floor(Date.now() / 1000) + SKEWS[signature]);
  const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const proof = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${hash}` };
  return { body, headers: { 'content-type': type, ...(signature === 'missing' ? {} : proof) } };
}
