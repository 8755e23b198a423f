import { html } from '../../adapters/web/markup.ts';
import { page } from '../../adapters/web/page.ts';
import { absentPage, htmlResponse, misdirected } from '../../adapters/web/page-response.ts';
import type { Route } from '../../core/bot/platform.ts';
import { ADMIN } from './admin-link.ts';
import { digests } from './digests.ts';
import { type DoorOptions, enter, leave, showDoor } from './door.ts';
import { FIELD, type Forms, nameOf } from './forms.ts';
import { HEADERS, screenResponse } from './layout.ts';
import { documents, feedback, questions, state } from './lists.ts';
import { SCRIPT } from './script.ts';
import { ADMIN_STYLE } from './style.ts';
import { topics } from './topics.ts';
import type { Act, Section, Visit } from './visit.ts';
import { type Manager, type VisitorOptions, visitorOf } from './visitor.ts';

/** What the page's paths are answered with. */
export interface AdminRoutesOptions extends VisitorOptions, DoorOptions {
  readonly forms: Forms;
  /** The hosts by which the server is called, with their ports. */
  readonly hosts: ReadonlySet<string>;
  /** The origin that its own forms are sent with; null: the one that was asked. */
  readonly origin: string | null;
  /** There is a chat page beside it. */
  readonly hasChat: boolean;
  /** What a manager's screens are made with. */
  visit(
    manager: Manager,
  ): Pick<Visit, 'ask' | 'digests' | 'recipients' | 'mayReadAsMuchAs' | 'opensDocuments'>;
}

const SECTIONS: ReadonlyMap<string, Section> = new Map(
  Object.entries({ '': state, documents, topics, digests, questions, feedback }),
);

/** `/admin` and all below it, for managers; to anybody else nothing is there. */
export function adminRoutes(options: AdminRoutesOptions): readonly Route[] {
  const handle: Route['handle'] = async (request) => {
    const url = new URL(request.url);
    if (!options.hosts.has(url.host)) return misdirected();
    if (request.method === 'POST')
      return isOwnForm(request, options) ? send(options, request, url) : refused(options);
    return request.method === 'GET' || request.method === 'HEAD' ? show(options, request, url) : absentPage();
  };
  return [
    { path: ADMIN.path, handle },
    { path: `${ADMIN.path}/*`, handle },
  ];
}

async function show(options: AdminRoutesOptions, request: Request, url: URL): Promise<Response> {
  const path = partsOf(url);
  if (path?.join('/') === ADMIN.open) return showDoor(options, url.searchParams.get(ADMIN.ticket) ?? '');
  const manager = visitorOf(request, options);
  if (!path || !manager) return absentPage();
  if (path.join('/') === 'script.js') return script();
  const done = url.searchParams.get('done');
  const outcome = done === null ? null : await options.forms.outcomeOf(manager, done);
  return respond(options, { manager, path, query: url.searchParams, outcome });
}

type Asked = Pick<Visit, 'manager' | 'path' | 'query' | 'tried'> & {
  readonly outcome: Parameters<typeof screenResponse>[1]['outcome'];
};

/** Shows the screen that a path names; 422 if what was sent for it could not be carried out. */
async function respond(options: AdminRoutesOptions, asked: Asked, status = 200): Promise<Response> {
  const { manager, outcome } = asked;
  const [name = '', ...path] = asked.path;
  const { base, forms, hasChat } = options;
  const token = forms.token(manager);
  const screen = await SECTIONS.get(name)?.show({ ...asked, ...options.visit(manager), path, base, token });
  return screen
    ? screenResponse(screen, { base, section: name, manager, outcome, token, hasChat }, status)
    : absentPage();
}

/** Carries out what a form asks, once, and leads to the screen that shows it. */
async function send(options: AdminRoutesOptions, request: Request, url: URL): Promise<Response> {
  const path = partsOf(url);
  const fields = new URLSearchParams(await request.text());
  const manager = visitorOf(request, options);
  if (path?.join('/') === ADMIN.open) return enter(options, fields.get(ADMIN.ticket) ?? '', manager);
  if (!path || !manager) return absentPage();
  if (!options.forms.accepts(manager, fields.get(FIELD.token) ?? '')) return refused(options);
  if (path.join('/') === 'leave') return leave(options);
  const [name = '', ...rest] = path;
  const query = new URLSearchParams();
  const visit = { ...options.visit(manager), manager, path: rest, query, base: options.base, token: '' };
  const act = await SECTIONS.get(name)?.act?.(visit, fields);
  if (!act) return absentPage();
  return carryOut(options, { act, fields, visit, path });
}

interface Sent {
  readonly act: Act;
  readonly fields: URLSearchParams;
  readonly visit: Visit;
  readonly path: readonly string[];
}

async function carryOut(options: AdminRoutesOptions, { act, fields, visit, path }: Sent): Promise<Response> {
  const { manager, query } = visit;
  const run = () => visit.ask(act.command, act.options, act.channel);
  const isTrial = act.options.action === 'try';
  const outcome = isTrial ? await run() : await options.forms.once(manager, fields, run);
  if (outcome !== 'repeated' && (isTrial || outcome.reply.kind === 'error')) {
    const failed = outcome.reply.kind === 'error';
    const tried = { fields, message: outcome };
    return respond(
      options,
      { manager, path, query, tried, outcome: isTrial ? null : outcome },
      failed && !isTrial ? 422 : 200,
    );
  }
  const done = new URLSearchParams({ done: nameOf(fields.get(FIELD.token) ?? '') });
  const location = `${options.base}${ADMIN.path}/${act.next}?${done}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** The parts of a path below the page's own; null if it is no text. */
function partsOf({ pathname }: URL): readonly string[] | null {
  try {
    return pathname
      .slice(ADMIN.path.length)
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * Whether a page of this server sent a form: a page elsewhere sends its own origin, and can't change that. The door tells no
 * address of its own, so browsers send no origin from there; they say that it is the same site.
 */
function isOwnForm({ url, headers }: Request, { origin }: AdminRoutesOptions): boolean {
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  const from = headers.get('origin');
  if (from === 'null' && new URL(url).pathname === `${ADMIN.path}/${ADMIN.open}`)
    return isForm && headers.get('sec-fetch-site') === 'same-origin';
  return isForm && from === (origin ?? new URL(url).origin);
}

function refused({ base }: AdminRoutesOptions): Response {
  const body = html`<h1>Not sent</h1><p>This did not come from Dossier’s own page, or the page is too old. <a href="${base}${ADMIN.path}">Open
it again</a> and repeat what you did there.</p>`;
  return htmlResponse(page('Not sent', body, ADMIN_STYLE), 403, HEADERS);
}

function script(): Response {
  return new Response(SCRIPT, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}
