import type { ActionSigner } from '../../core/bot/action-signer.ts';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import { NOTHING_TO_SHOW } from '../../core/bot/interaction/notices.ts';
import { ASK_REASON, type ReasonsMenu } from '../../core/bot/interaction/rate-answer.ts';
import { layOutReply, type ReplySetting, type SignedStep } from '../../core/bot/interaction/reply-layout.ts';
import type { Message } from '../../core/replies/message.ts';
import { html, type Markup } from './markup.ts';
import { renderPages } from './render.ts';

/** Where forms are sent, and the names of their fields. */
export const FORM = { path: '/say', line: 'line', action: 'action', reason: 'reason' } as const;

/** Makes HTML of replies. */
export interface Replies {
  of(message: Message, setting: Pick<ReplySetting, 'request' | 'page' | 'scope'>): Markup;
  /** A line in the bot's own voice. */
  note(text: string): Markup;
  /** Asks why an answer is rated down. */
  reasons(menu: ReasonsMenu): Markup;
}

/** Creates what makes HTML of replies; their next steps are buttons that need no script. */
export function createReplies({ sign }: Pick<ActionSigner, 'sign'>): Replies {
  return {
    of(message, given) {
      const setting = { ...given, forAsker: false, followsText: true, shareable: false, threads: false };
      const { page, steps, rating } = layOutReply(message, renderPages(message), { setting, sign });
      const asked = steps.filter(({ action }) => action.kind !== 'ask'); // the page has a field for that
      return html`${page ?? note(NOTHING_TO_SHOW)}${buttons([...asked, ...rating])}`;
    },
    note,
    reasons: ({ value, reasons }) => html`<form method="post" action="${FORM.path}">
<input type="hidden" name="${FORM.action}" value="${value}"><fieldset><legend>${ASK_REASON}</legend>
${reasons.map((reason) => html`<button name="${FORM.reason}" value="${reason}">${reason}</button> `)}</fieldset></form>
`,
  };
}

function note(text: string): Markup {
  return html`<p class="note">${text}</p>\n`;
}

function buttons(steps: readonly SignedStep[]): Markup {
  if (steps.length === 0) return html``;
  return html`<form class="steps" method="post" action="${FORM.path}">${steps.map(button)}</form>\n`;
}

function button({ label, value, action }: SignedStep): Markup {
  if (value === null) return html``;
  return html`<button name="${FORM.action}" value="${value}">${IN_WORDS.get(action.kind) ?? label}</button> `;
}

/** The words of buttons whose labels are pictures elsewhere. */
const IN_WORDS: ReadonlyMap<ButtonAction['kind'], string> = new Map([
  ['up', 'Good answer'],
  ['down', 'Bad answer'],
]);
