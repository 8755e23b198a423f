import { displayable } from '../../core/text/displayable.ts';
import { HEAD } from './chat-head.ts';
import type { ShownEntry } from './inbox.ts';
import { LIMITS } from './limits.ts';
import { html, type Markup, raw } from './markup.ts';
import { page } from './page.ts';

/** Where the inbox and its entries are. */
export const INBOX = '/inbox/';

/** The digests that arrived, newest first, with how many are unread; open while one is. */
export function inboxSection(entries: readonly ShownEntry[], topic = 'my-topic'): Markup {
  const unread = entries.filter(({ isRead }) => !isRead).length;
  const list = html`<ol class="items">${entries.slice(0, LIMITS.inbox).map(entryLine)}</ol>`;
  const how = html`<p class="note">No digest has arrived yet. <kbd>/digest add ${topic} at:08:00</kbd> orders one, which arrives here.</p>`;
  return html`<details class="inbox" id="inbox"${unread > 0 ? raw(' open') : ''}>
<summary><h2>Inbox</h2> <span class="facts">${countOf(entries.length, unread)}</span></summary>
${entries.length > 0 ? list : how}</details>`;
}

function countOf(all: number, unread: number): string {
  if (all === 0) return 'no digests yet';
  const digests = all === 1 ? '1 digest' : `${all} digests`;
  return unread === 0 ? `${digests}, all read` : `${unread} unread of ${digests}`;
}

function entryLine(entry: ShownEntry): Markup {
  const title = html`<a href="${INBOX}${entry.key}">${displayable(entry.title)}</a>`;
  const said = entry.lines.slice(0, 1).map((line) => ` · ${displayable(line)}`);
  const mark = entry.isRead ? '' : html` <b class="unread">unread</b>`;
  return html`<li>${title}${mark} <span class="detail">${timeOf(entry.at)}${said}</span></li>\n`;
}

/** The inbox on a page of its own. */
export function inboxPage(entries: readonly ShownEntry[]): Markup {
  const body = html`<header><p><a href="/">‹ Chat</a></p><h1>Inbox</h1></header>${inboxSection(entries)}`;
  return page('Inbox', body, HEAD);
}

/** A page with one entry of the inbox. */
export function entryPage(entry: ShownEntry, content: Markup): Markup {
  const body = html`<header><p><a href="/#inbox">‹ Chat and inbox</a></p><h1>${entry.kind === 'digest' ? 'Digest' : 'Notice'}</h1></header>
<article aria-labelledby="arrived"><h2 id="arrived">Arrived ${timeOf(entry.at)}</h2>
${content}</article>`;
  const title = displayable(entry.title);
  return page(title, body, HEAD);
}

function timeOf(at: Date): Markup {
  return html`<time datetime="${at.toISOString()}">${FORMAT.format(at)}</time>`;
}

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
});
