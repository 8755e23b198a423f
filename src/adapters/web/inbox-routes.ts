import { type AnsweringContext, openAnswer } from './answering.ts';
import { CHAT_HEADERS } from './chat-headers.ts';
import type { Inbox, ShownEntry } from './inbox.ts';
import { entryPage, INBOX, inboxPage } from './inbox-page.ts';
import { html, type Markup } from './markup.ts';
import { absentPage, htmlResponse } from './page-response.ts';

/** What the pages of the inbox are made from. */
export interface InboxParts extends AnsweringContext {
  readonly inbox: Inbox;
}

/** The inbox alone. */
export function showInbox({ inbox }: InboxParts): Response {
  return htmlResponse(inboxPage(inbox.list()), 200, CHAT_HEADERS);
}

/** One digest: its excerpts are read again, so that it shows none that are gone or may not be read any longer. */
export async function showEntry(parts: InboxParts, request: Request, session: string): Promise<Response> {
  const key = new URL(request.url).pathname.slice(INBOX.length);
  const entry = parts.inbox.list().find((each) => each.key === key);
  if (!entry) return absentPage();
  const content = await contentOf(parts, entry, session);
  if (request.method === 'GET' && !entry.isRead) parts.inbox.markRead(key);
  return htmlResponse(entryPage(entry, content), 200, CHAT_HEADERS);
}

async function contentOf(parts: InboxParts, entry: ShownEntry, session: string): Promise<Markup> {
  const own = entry.lines.map((line) => parts.replies.note(line));
  if (entry.answer === null) return html`${own}`;
  const answer = await openAnswer(parts, session, entry.answer);
  return answer ?? html`${own}${parts.replies.note(GONE)}`;
}

const GONE = 'What it quoted is no longer kept.';
