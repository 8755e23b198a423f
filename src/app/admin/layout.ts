import { createHash } from 'node:crypto';
import { html, type Markup } from '../../adapters/web/markup.ts';
import { page } from '../../adapters/web/page.ts';
import { htmlResponse, type PageHeaders, pageHeaders } from '../../adapters/web/page-response.ts';
import { renderPages } from '../../adapters/web/render.ts';
import type { Message } from '../../core/replies/message.ts';
import { FIELD, type Outcome } from './forms.ts';
import { ADMIN_STYLE } from './style.ts';
import type { Manager } from './visitor.ts';

/** What one screen shows. */
export interface Screen {
  readonly title: string;
  readonly body: Markup;
}

/** What surrounds a screen. */
export interface Frame {
  /** The path that the server is reached under: empty, or `/desk`. */
  readonly base: string;
  /** The section, by its path. */
  readonly section: string;
  readonly manager: Manager;
  readonly outcome: Outcome | null;
  /** What forms contain to be accepted. */
  readonly token: string;
  /** There is a chat page beside it. */
  readonly hasChat: boolean;
}

const SECTIONS = [
  ['', 'State'],
  ['documents', 'Documents'],
  ['topics', 'Topics'],
  ['digests', 'Digests'],
  ['questions', 'Questions'],
  ['feedback', 'Feedback'],
] as const;

/** Headers of the page: nothing but its own script, style and forms. */
export const HEADERS: PageHeaders = { ...pageHeaders({ style: ADMIN_STYLE, hasForms: true }), ...policy() };

function policy(): PageHeaders {
  const style = createHash('sha256').update(ADMIN_STYLE).digest('base64');
  const parts = [
    ...["default-src 'none'", "script-src 'self'", `style-src 'sha256-${style}'`, "connect-src 'self'"],
    ...["base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
    ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
  ];
  return { 'content-security-policy': parts.join('; ') };
}

/** Sends a screen within the page. */
export function screenResponse({ title, body }: Screen, frame: Frame, status = 200): Response {
  const { base, outcome, manager } = frame;
  const content = html`<header>${navigation(frame)}<h1>${title}</h1></header>
${outcome === null ? '' : notice(outcome)}
${body}
<footer>${whoIsThere(manager, frame)}</footer>
<script src="${base}/admin/script.js" defer></script>`;
  return htmlResponse(page(title, content, ADMIN_STYLE), status, HEADERS);
}

function navigation({ base, section }: Frame): Markup {
  const link = ([path, name]: (typeof SECTIONS)[number]) => {
    const current = path === section ? html` aria-current="page"` : '';
    return html`<li><a href="${base}/admin${path === '' ? '' : `/${path}`}"${current}>${name}</a></li>`;
  };
  return html`<nav aria-label="Sections"><ul>${SECTIONS.map(link)}</ul></nav>\n`;
}

function notice(outcome: Outcome): Markup {
  const said = outcome === 'repeated' ? html`<p>${REPEATED}</p>` : messageMarkup(outcome);
  return html`<section class="notice" role="status">${said}</section>`;
}

const REPEATED = 'This was sent before. Nothing was done a second time.';

/** A reply as a part of a page. */
export function messageMarkup(message: Pick<Message, 'blocks'>): Markup {
  return html`${renderPages(message)}`;
}

function whoIsThere({ audience, until }: Manager, { base, token, hasChat }: Frame): Markup {
  if (until === null)
    return html`<p>You are the person at this machine: a manager. ${hasChat ? html`<a href="/">Chat</a>` : ''}</p>`;
  const { platform, workspace } = audience;
  const end = `${until.toISOString().slice(11, 16)} UTC`;
  return html`<p>You look after ${platform}:${workspace} until ${end}.</p>
<form method="post" action="${base}/admin/leave">${hidden(token)}<button>Leave</button></form>`;
}

/** The field without which a form is not accepted. */
export function hidden(token: string): Markup {
  return html`<input type="hidden" name="${FIELD.token}" value="${token}">`;
}
