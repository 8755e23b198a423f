import type { IncomingMessage, ServerResponse } from 'node:http';
import { holdUpAnswer } from '../trouble.ts';
import type { Faults } from './faults.ts';
import { suffer } from './faults.ts';
import { REFUSALS, Refusal, refuseIf } from './refusal.ts';
import { type Answer, type Call, matched, type Route } from './route.ts';
import { specProblems } from './spec.ts';
import { surrogateProblems } from './surrogates.ts';
import type { RequestRecord, World } from './world.ts';

const PREFIX = '/api/v10';

/** What a request is answered from. */
export interface Desk {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: Faults;
}

/** Answers one request. */
export async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  if (url.pathname.startsWith(KEPT)) return sendKept(desk.world, url.pathname, response);
  const path = decodeURIComponent(url.pathname).slice(PREFIX.length);
  const method = request.method ?? 'GET';
  const { body, files: uploads } = await bodyOfRequest(request);
  for (const file of uploads) desk.world.uploads.set(file.name, await file.text());
  const files = uploads.map(({ name }) => name);
  const record: RequestRecord = { method, path, body, at: Date.now() };
  desk.world.requests.push(record);
  const call = { method, path, body, files, query: url.searchParams, params: {} };
  const apply = () => respond(desk, call, url.pathname, request.headers.authorization);
  const trouble = desk.faults.next(method, path);
  const { timers } = desk.world;
  if (trouble && (await suffer(trouble, { request, response, apply, timers }))) {
    record.status = response.headersSent ? response.statusCode : 0;
    return;
  }
  const answer = apply();
  if (trouble?.kind === 'delay') await holdUpAnswer(trouble, response, timers);
  record.status = answer.status;
  write(response, answer);
}

const KEPT = '/attachments/';

/** What somebody or the bot has uploaded; Discord keeps it in a place of its own. */
function sendKept({ uploads }: World, path: string, response: ServerResponse): void {
  const kept = uploads.get(decodeURIComponent(path.slice(KEPT.length)));
  response.writeHead(kept === undefined ? 404 : 200).end(kept);
}

function respond({ world, routes }: Desk, call: Call, pathname: string, authorization?: string): Answer {
  try {
    if (!pathname.startsWith(`${PREFIX}/`)) throw REFUSALS.notFound();
    return answerOf(world, routes, call, authorization);
  } catch (error) {
    if (!(error instanceof Refusal)) return broken(world, call, error);
    if (error.status === 400) world.violations.push(violation(call, error));
    return { status: error.status, body: error.body() };
  }
}

function answerOf(world: World, routes: readonly Route[], call: Call, authorization?: string): Answer {
  for (const route of routes) {
    const params = matched(route, call.method, call.path);
    if (!params) continue;
    const isKnown = !world.isRevoked && authorization === `Bot ${world.options.token}`;
    if (!route.open && !isKnown) throw REFUSALS.unauthorized();
    refuseIf([...surrogateProblems(call.body), ...specProblems(call.method, call.path, call.body)]);
    return route.answer(world, { ...call, params });
  }
  world.violations.push(`${call.method} ${call.path}: no such route in the fake`);
  throw REFUSALS.notFound();
}

function broken(world: World, call: Call, error: unknown): Answer {
  world.violations.push(`${call.method} ${call.path}: the fake broke: ${String(error)}`);
  return { status: 500, body: { message: `The fake broke: ${String(error)}`, code: 0 } };
}

function violation(call: Call, refusal: Refusal): string {
  return `${call.method} ${call.path}: 400 ${JSON.stringify(refusal.body())}`;
}

async function bodyOfRequest(request: IncomingMessage): Promise<{ body: unknown; files: File[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { body: parsed(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value]));
  return { body: parsed(String(form.get('payload_json') ?? '{}')), files };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const headers = {
    ...{ 'x-ratelimit-limit': '50', 'x-ratelimit-remaining': '49', 'x-ratelimit-reset-after': '1.000' },
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
  };
  if (body === undefined) response.writeHead(status, headers).end();
  else
    response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}
