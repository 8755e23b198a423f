import { LIMITS } from './limits.ts';
import { html, type Markup } from './markup.ts';
import { page, STYLE } from './page.ts';
import { FORM } from './replies.ts';
import type { KeptTurn } from './sessions.ts';

/** What the chat page shows. */
export interface ChatPage {
  readonly turns: readonly KeptTurn[];
  /** The topics to begin with. */
  readonly topics: readonly Topic[];
  /** The commands that can be typed. */
  readonly commands: readonly string[];
}

/** A topic: the line that briefs on it, and what it is called. */
export interface Topic {
  readonly line: string;
  readonly label: string;
}

/** The address of the newest turn. */
export const LATEST = '/#latest';

/** Where the files of turns are. */
export const FILES = '/files/';

/** The page on which one browser chats: topics to begin with, the turns so far, a field for the next. */
export function chatPage({ turns, topics, commands }: ChatPage): Markup {
  const lines = [...topics.slice(0, MOST.completed).map(({ line }) => line), ...commands];
  const earlier = (turns[0]?.number ?? 1) > 1;
  const body = html`<header><h1>Dossier</h1>
<p class="facts">Answers with verbatim, cited excerpts from your documents.</p></header>
${topics.length > 0 ? topicList(topics) : ''}
${earlier ? html`<p class="note">Earlier turns are no longer shown.</p>` : ''}
<ol class="turns">
${turns.map((turn, at) => renderTurn(turn, at === turns.length - 1))}</ol>
<form class="say" method="post" action="${FORM.path}"><label for="line">A question, or a command such as /help</label>
<div><input id="line" name="${FORM.line}" list="lines" maxlength="${LIMITS.typed}" required autocomplete="off" autocapitalize="none" enterkeyhint="send"${turns.length === 0 ? html` autofocus` : ''}>
<button>Ask</button></div><datalist id="lines">${lines.map((line) => html`<option value="${line}">`)}</datalist></form>`;
  return page('Chat', body, CHAT_STYLE);
}

const MOST = { offered: 12, completed: 100 }; // topics

function topicList(topics: readonly Topic[]): Markup {
  return html`<nav aria-labelledby="topics"><h2 id="topics">Briefs</h2><form method="post" action="${FORM.path}">
${topics.slice(0, MOST.offered).map(topicButton)}${topics.length > MOST.offered ? topicButton({ line: '/topics', label: 'All topics' }) : ''}</form></nav>`;
}

function topicButton({ line, label }: Topic): Markup {
  return html`<button name="${FORM.line}" value="${line}">${label}</button> `;
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

/** The style of the chat page. */
export const CHAT_STYLE = `${STYLE}
main{display:flex;flex-direction:column;box-sizing:border-box;min-height:100vh;padding-bottom:0}
nav,.turns h2,h3,h4,.note,.detail,.sources,.items,form{font-family:system-ui,sans-serif}
nav h2{font-size:.875rem;color:var(--quiet);margin:0 0 .5rem}
.turns{list-style:none;margin:1rem 0;padding:0;flex:1}.turns>li{padding:.5rem 0 1.5rem;scroll-margin-top:.5rem}
.turns>li+li{border-top:1px solid var(--line)}.turns>li:focus{outline:none}
.turns h2{font-size:1rem;margin:.5rem 0 .75rem}.turns h2::before{content:"› "/"";color:var(--quiet)}
h3{font-size:1.125rem;line-height:1.3;margin:1rem 0 .25rem}h4{font-size:.9375rem;margin:1.25rem 0 .25rem}
.turns p{margin:.5rem 0}.note,.detail,.sources,.items,legend{font-size:.875rem}.note,.detail{color:var(--quiet)}
.sources,.items{padding:0;list-style:none;margin:.75rem 0}.items li,.sources li{margin:.25rem 0}
article,.say,nav{overflow-wrap:anywhere}q{quotes:none}q::before,q::after{content:none}
button,input{font:inherit;font-size:1rem;color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:.375rem;padding:.5rem .75rem;min-height:2.75rem;box-sizing:border-box}
nav button,.steps button,fieldset button{font-size:.875rem;margin:0 .25rem .5rem 0}button{cursor:pointer}button:hover{background:var(--line)}
:focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}fieldset{border:0;padding:0;margin:.5rem 0}legend{padding:0;margin-bottom:.25rem}html{scroll-padding-bottom:8rem}
.say{position:sticky;bottom:0;background:var(--paper);border-top:1px solid var(--line);padding:.75rem 0 1rem}
.say label{font-size:.875rem;color:var(--quiet)}.say div{display:flex;gap:.5rem;margin-top:.25rem}.say input{flex:1;min-width:0}
.say button{background:var(--link);border-color:var(--link);color:var(--paper)}
@media print{nav,form{display:none}}`;
