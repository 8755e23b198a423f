import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import { NOTHING_TO_SHOW } from '../../core/bot/interaction/notices.ts';
import { QUESTION_FORM } from '../../core/bot/interaction/question-form.ts';
import { ASK_REASON, type ReasonsMenu } from '../../core/bot/interaction/rate-answer.ts';
import { layOutReply, type ReplySetting, type SignedStep } from '../../core/bot/interaction/reply-layout.ts';
import type { Spell } from '../../core/bot/spelling.ts';
import type { Message } from '../../core/replies/message.ts';
import { html, type Markup } from './markup.ts';
import { renderPages } from './render.ts';

/** Where forms are sent, and the names of their fields. */
export const FORM = {
  ...{ path: '/say', line: 'line', action: 'action', reason: 'reason' },
  question: QUESTION_FORM.field,
} as const;

/** Makes HTML of replies. */
export interface Replies {
  of(message: Message, setting: Pick<ReplySetting, 'request' | 'page' | 'scope'>): Markup;
  /** A line in the bot's own voice. */
  note(text: string): Markup;
  /** Asks why an answer is rated down. */
  reasons(menu: ReasonsMenu): Markup;
}

/** What makes buttons and sentences. */
export interface ReplyParts extends Pick<ActionSigner, 'sign'> {
  readonly spell: Spell;
}

/** Creates what makes HTML of replies; their next steps are forms that need no script. */
export function createReplies({ sign, spell }: ReplyParts): Replies {
  return {
    of(message, given) {
      const setting = { ...given, forAsker: false, followsText: true, shareable: false, threads: false };
      const { page, steps, rating } = layOutReply(message, renderPages(message), { setting, sign });
      return html`${page ?? note(NOTHING_TO_SHOW)}${nextSteps(steps, rating)}`;
    },
    note: (text) => note(spell(text)),
    reasons: ({ value, reasons }) => html`<form class="reasons" method="post" action="${FORM.path}">
<input type="hidden" name="${FORM.action}" value="${value}"><fieldset><legend>${ASK_REASON}</legend>
${reasons.map((reason) => html`<button name="${FORM.reason}" value="${reason}">${reason}</button> `)}</fieldset></form>
`,
  };
}

function note(text: string): Markup {
  return html`<p class="note">${text}</p>\n`;
}

/** The buttons under a reply, of which the first stands out, then a question of one's own, then what people think of it. */
function nextSteps(steps: readonly SignedStep[], rating: readonly SignedStep[]): Markup {
  const buttons = steps.filter(({ action }) => action.kind !== 'ask');
  const ask = steps.filter(({ action }) => action.kind === 'ask');
  if (steps.length + rating.length === 0) return html``;
  return html`<div class="steps">
${buttonForm('next', buttons)}${ask.map(questionForm)}${buttonForm('rating', rating)}</div>\n`;
}

function buttonForm(name: string, steps: readonly SignedStep[]): Markup {
  if (steps.length === 0) return html``;
  return html`<form class="${name}" method="post" action="${FORM.path}">${steps.map(button)}</form>\n`;
}

function button({ label, value, action }: SignedStep): Markup {
  if (value === null) return html``;
  return html`<button name="${FORM.action}" value="${value}">${IN_WORDS.get(action.kind) ?? label}</button> `;
}

/** A field for a question that follows up this reply, whatever was asked since; it opens without a script. */
function questionForm({ label, value }: SignedStep): Markup {
  if (value === null) return html``;
  return html`<details class="ask"><summary>${label}</summary><form method="post" action="${FORM.path}">
<input type="hidden" name="${FORM.action}" value="${value}"><label>${QUESTION_FORM.label}, about this answer
<input name="${FORM.question}" required autocomplete="off"></label><button>${label}</button></form></details>\n`;
}

/** The words of buttons whose labels are pictures elsewhere. */
const IN_WORDS: ReadonlyMap<ButtonAction['kind'], string> = new Map([
  ['up', 'Good answer'],
  ['down', 'Bad answer'],
]);
