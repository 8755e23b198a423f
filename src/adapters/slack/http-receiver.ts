import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Route } from '../../core/bot/platform.ts';
import { isSigned } from './signature.ts';

/** What is needed to receive events over HTTP. */
export interface HttpOptions {
  readonly signingSecret: string;
  /** True for the first caller: the same request again is a replay. */
  claim(event: string): Promise<boolean>;
  now(): Date;
}

const ACKNOWLEDGED_WITHIN = 2500; // milliseconds; Slack waits three seconds

/** Receives what Slack sends to `/slack/events`. An unsigned or repeated request has no effect. */
export function createHttpReceiver({
  signingSecret,
  claim,
  now,
}: HttpOptions): Receiver & { readonly route: Route } {
  let app: App | null = null;
  const handle = async (request: Request): Promise<Response> => {
    const body = await request.text();
    const signature = request.headers.get('x-slack-signature');
    const timestamp = request.headers.get('x-slack-request-timestamp');
    if (!isSigned({ signature, timestamp, body }, signingSecret, now()))
      return new Response(null, { status: 401 });
    const parsed = parse(body, request.headers.get('content-type') ?? '');
    if (!parsed || !app) return new Response(null, { status: 400 });
    if (parsed.type === 'url_verification') return Response.json({ challenge: parsed.challenge });
    if (!(await claim(`request ${signature}`))) return new Response(null, { status: 200 });
    return process(app, parsed, request);
  };
  return {
    init: (given) => {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
    route: { path: '/slack/events', handle },
  };
}

type Body = Readonly<Record<string, unknown>>;

function parse(body: string, contentType: string): Body | null {
  try {
    if (!contentType.includes('application/x-www-form-urlencoded')) return toObject(JSON.parse(body));
    const form = Object.fromEntries(new URLSearchParams(body));
    return form.payload === undefined ? form : toObject(JSON.parse(form.payload));
  } catch {
    return null;
  }
}

function toObject(value: unknown): Body | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;
}

function process(app: App, body: Body, request: Request): Promise<Response> {
  const retryNum = request.headers.get('x-slack-retry-num');
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(new Response(null, { status: 200 })), ACKNOWLEDGED_WITHIN);
    const answer = (response: Response) => {
      clearTimeout(timer);
      resolve(response);
    };
    const event: ReceiverEvent = {
      body,
      ack: async (response: unknown) => answer(toResponse(response)),
      ...(retryNum === null ? {} : { retryNum: Number(retryNum) }),
    };
    app.processEvent(event).catch(() => answer(new Response(null, { status: 500 })));
  });
}

function toResponse(response: unknown): Response {
  if (response === undefined || response === '') return new Response(null, { status: 200 });
  return typeof response === 'string' ? new Response(response) : Response.json(response);
}
