import { html } from '../../adapters/web/markup.ts';
import { page } from '../../adapters/web/page.ts';
import { absentPage, htmlResponse } from '../../adapters/web/page-response.ts';
import type { EventStore } from '../../core/bot/event-store.ts';
import { ADMIN } from './admin-link.ts';
import { HEADERS } from './layout.ts';
import { ADMIN_STYLE } from './style.ts';
import { LASTS, type Tickets } from './tickets.ts';
import type { Manager } from './visitor.ts';

/** What managers come in by. */
export interface DoorOptions {
  readonly tickets: Tickets;
  /** Remembers links that were used. */
  readonly events: EventStore;
  /** The path that the server is reached under: empty, or `/desk`. */
  readonly base: string;
  readonly cookie: string;
  /** The server is reached by https alone. */
  readonly isSecure: boolean;
  now(): Date;
}

/**
 * What a link opens: a button. So a program that only looks at the link doesn't use it up, and the session's cookie comes with
 * the request after it, which it would not from a chat's own page.
 */
export function showDoor({ tickets, base }: DoorOptions, given: string): Response {
  const ticket = tickets.check('link', given);
  if (!ticket) return absentPage();
  const { platform, workspace } = ticket.person;
  const body = html`<h1>Look after Dossier</h1>
<p>For managers of ${platform}:${workspace}. This link works once, and you stay here for ${LASTS.session} minutes.</p>
<form method="post" action="${base}${ADMIN.path}/${ADMIN.open}"><input type="hidden" name="${ADMIN.ticket}" value="${given}">
<button class="main">Open the page</button></form>`;
  return htmlResponse(page('Look after Dossier', body, ADMIN_STYLE), 200, { ...HEADERS, ...UNTOLD });
}

const UNTOLD = { 'referrer-policy': 'no-referrer' }; // the address holds the ticket

/** Exchanges a link for a session, once; whoever has its session already goes on. */
export async function enter(options: DoorOptions, given: string, there: Manager | null): Promise<Response> {
  const { tickets, events, now } = options;
  const ticket = tickets.check('link', given);
  if (!ticket) return absentPage();
  const { person, id } = ticket;
  if (await events.claim(person, `admin link ${id}`, now()))
    return goOn(options, cookieLine(options, tickets.issue('session', person), LASTS.session * 60));
  return there?.audience.user === person.user ? goOn(options, null) : absentPage();
}

/** Ends a session in this browser. */
export function leave(options: DoorOptions): Response {
  const body = html`<h1>You left</h1><p>Ask Dossier in chat for another link when you need one.</p>`;
  const headers = { ...HEADERS, 'set-cookie': cookieLine(options, '', 0) };
  return htmlResponse(page('You left', body, ADMIN_STYLE), 200, headers);
}

function goOn({ base }: DoorOptions, cookie: string | null): Response {
  const headers = new Headers({
    location: `${base}${ADMIN.path}`,
    'cache-control': 'no-store',
    ...UNTOLD,
  });
  if (cookie !== null) headers.set('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function cookieLine({ cookie, base, isSecure }: DoorOptions, value: string, seconds: number): string {
  const path = `Path=${base}${ADMIN.path}`;
  return `${cookie}=${value}; ${path}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}
