import { ADMIN_PATH } from '../../core/bot/admin-page.ts';
import { HEAD } from './chat-head.ts';
import { documentForm, listForm } from './file-forms.ts';
import type { ShownEntry } from './inbox.ts';
import { inboxSection } from './inbox-page.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';
import { FORM } from './replies.ts';
import type { KeptTurn } from './sessions.ts';

/** What the chat page shows. */
export interface ChatPage {
  readonly turns: readonly KeptTurn[];
  /** The topics to begin with. */
  readonly topics: readonly Topic[];
  /** The commands that can be typed. */
  readonly commands: readonly string[];
  readonly inbox: readonly ShownEntry[];
}

/** A topic: its name as it is typed, and what it is called. */
export interface Topic {
  readonly name: string;
  readonly label: string;
}

/** The address of the newest turn. */
export const LATEST = '/#latest';

/** Where the files of turns are. */
export const FILES = '/files/';

/** The page on which one browser chats: topics to begin with, the inbox, the turns so far, a field for the next. */
export function chatPage({ turns, topics, commands, inbox }: ChatPage): Markup {
  const lines = [...topics.slice(0, MOST.completed).map(briefOn), ...commands];
  const earlier = (turns[0]?.number ?? 1) > 1;
  const body = html`<header><h1>Dossier</h1>
<p class="facts">Answers with verbatim, cited excerpts from your documents, and says so when they don’t answer.
<a href="${ADMIN_PATH}">Look after Dossier</a></p></header>
${topics.length > 0 ? topicList(topics) : ''}
${inboxSection(inbox, topics[0]?.name)}
${earlier ? html`<p class="note">Earlier turns are no longer shown.</p>` : ''}
<div class="log" role="log" aria-label="Conversation">${turnList(turns)}</div>
${listForm()}
${documentForm()}
<form class="say" method="post" action="${FORM.path}"><label for="line">A question, or a command such as <kbd>/help</kbd></label>
<div><input id="line" name="${FORM.line}" list="lines" required autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="send"${topics[0] ? html` placeholder="${briefOn(topics[0])}"` : ''}${turns.length === 0 ? html` autofocus` : ''}>
<button>Ask</button></div><p class="status" role="status"></p><datalist id="lines">${lines.map((line) => html`<option value="${line}">`)}</datalist></form>`;
  return page('Chat', body, HEAD);
}

/** A turn alone, for the script that puts it below the others. */
export function turnPage(turn: KeptTurn): Markup {
  return page('Reply', turnList([turn]), HEAD);
}

const MOST = { offered: 12, completed: 100 }; // topics

function topicList(topics: readonly Topic[]): Markup {
  return html`<nav aria-labelledby="topics"><h2 id="topics">Begin with a brief</h2><form method="post" action="${FORM.path}">
${topics.slice(0, MOST.offered).map((topic) => lineButton(briefOn(topic), topic.label))}${topics.length > MOST.offered ? lineButton('/topics', 'All topics') : ''}</form></nav>`;
}

function briefOn({ name }: Topic): string {
  return `/brief ${name}`;
}

function lineButton(line: string, label: string): Markup {
  return html`<button name="${FORM.line}" value="${line}">${label}</button> `;
}

function turnList(turns: readonly KeptTurn[]): Markup {
  return html`<ol class="turns">
${turns.map((turn, at) => renderTurn(turn, at === turns.length - 1))}</ol>`;
}

function renderTurn({ number, asked, reply, file }: KeptTurn, isLatest: boolean): Markup {
  const id = isLatest ? 'latest' : `turn-${number}`;
  const download = file
    ? html`<p class="note"><a href="${FILES}${number}" download="${file.name}">Download ${file.name}</a></p>\n`
    : '';
  return html`<li id="${id}" tabindex="-1"><article aria-labelledby="asked-${number}">
<h2 id="asked-${number}">${asked}</h2>
${reply}${download}</article></li>
`;
}
