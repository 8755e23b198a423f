import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Body, isBody, stringOf } from '../json.ts';
import { type Faults, suffer, write } from './faults.ts';
import { refuseTexts } from './message-limits.ts';
import { authorize, type Method } from './method.ts';
import { fault } from './refusal.ts';
import { refused } from './refused.ts';
import { useHook } from './response-url.ts';
import type { Way } from './slowness.ts';
import type { RequestRecord, World } from './world.ts';

/** What a call is answered from. */
export interface Desk {
  readonly world: World;
  readonly methods: readonly Method[];
  readonly faults: Faults;
  /** The way that a call takes; null for a quick one. */
  readonly wayOf: (method: string) => Way | null;
}

interface Answer {
  readonly status: number;
  readonly body: Body;
}

const HOOKS = '/hooks/';
const UPLOADS = '/upload/';
const SHARED = '/shared/';

/** Answers one call of the Web API, or one use of a response_url. */
export async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = desk;
  const { pathname } = new URL(request.url ?? '/', 'http://fake');
  if (pathname.startsWith(UPLOADS))
    return takeUpload(world, pathname.slice(UPLOADS.length), request, response);
  if (pathname.startsWith(SHARED)) return handOver(world, pathname, request, response);
  const hook = pathname.startsWith(HOOKS) ? pathname.slice(HOOKS.length) : undefined;
  const method = hook === undefined ? pathname.replace(/^\/api\//, '') : 'response_url';
  const body = await bodyOfRequest(request);
  const token = tokenOf(request, body);
  const record: RequestRecord = { method, body, token, at: Date.now(), status: 0 };
  world.requests.push(record);
  const apply = () => (hook === undefined ? call(desk, record) : useHook(world, hook, body));
  const trouble = desk.faults.next(method, channelOf(world, hook, body));
  if (trouble && (await suffer(trouble, { request, response, apply, timers: world.timers }))) {
    record.status = response.headersSent ? response.statusCode : 0;
    record.error = `fault: ${trouble.kind}`;
    return;
  }
  const way = desk.wayOf(method);
  if (way && !(await way.there(response))) {
    record.error = 'lost on the way';
    return;
  }
  const answer = apply();
  await way?.back(response);
  record.status = answer.status;
  if (answer.body.ok === false) record.error = stringOf(answer.body.error);
  write(response, answer.status, answer.body, { 'x-oauth-scopes': [...world.scopes].join(',') });
}

/** Takes the bytes of a file, at the address that was given out for it; neither a token nor JSON comes here (Slack docs). */
async function takeUpload(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const upload = world.uploads.get(id);
  const form = await new Response(Buffer.concat(chunks), { headers }).formData().catch(() => null);
  const [sent] = form?.values() ?? [];
  const text = typeof sent === 'string' ? sent : ((await sent?.text()) ?? null);
  if (upload) upload.text = text;
  if (upload && text !== null && Buffer.byteLength(text) !== upload.length)
    world.violations.push(`upload: ${Buffer.byteLength(text)} bytes, not ${upload.length}`);
  response.writeHead(upload && text !== null ? 200 : 400).end('OK');
}

/** Hands over a shared file to the bot; whoever may not have it is led to the page to sign in, as Slack does. */
function handOver(world: World, path: string, request: IncomingMessage, response: ServerResponse): void {
  const bytes = world.shared.get(path.split('/')[2] ?? '');
  const isBot = request.headers.authorization === `Bearer ${world.options.botToken}`;
  if (!isBot || !world.scopes.has('files:read')) response.writeHead(302, { location: '/signin' }).end();
  else response.writeHead(bytes ? 200 : 404).end(bytes);
}

function call({ world, methods }: Desk, { method, body, token }: RequestRecord): Answer {
  try {
    const known = methods.find(({ name }) => name === method);
    if (!known) throw fault('unknown_method');
    authorize(world, known, { token, body });
    refuseTexts(body);
    return { status: 200, body: { ok: true, ...known.answer(world, body) } };
  } catch (error) {
    return { status: 200, body: refused(world, method, error) };
  }
}

function channelOf(world: World, hook: string | undefined, body: Body): string {
  if (hook !== undefined) return world.hooks.get(hook)?.pending.channelId ?? '';
  return stringOf(body.channel) || stringOf(body.channel_id);
}

function tokenOf({ headers }: IncomingMessage, body: Body): string {
  const [, bearer = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  return bearer || stringOf(body.token);
}

async function bodyOfRequest(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const parsed = parse(text);
    return isBody(parsed) ? parsed : {};
  }
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [key, formValue(key, value)]),
  );
}

const JSON_FIELDS = ['blocks', 'attachments', 'metadata', 'view', 'prompts', 'loading_messages', 'files'];
const NUMBERS = ['limit', 'length'];

// A form holds texts only: lists and objects are in it as JSON, and what is true as "true" (Slack docs).
function formValue(key: string, value: string): unknown {
  if (JSON_FIELDS.includes(key)) return parse(value);
  if (NUMBERS.includes(key)) return Number(value);
  if (key === 'text' || key === 'status' || key === 'title') return value;
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
