import type { types, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import { BUTTON_INVALID } from '../../core/bot/interaction/notices.ts';
import { followUp, QUESTION_FORM } from '../../core/bot/interaction/question-form.ts';
import { hint } from '../../core/text/hint.ts';
import { reply, showToAll, showToOne } from './answering.ts';
import { inTime } from './calls.ts';
import { codeOf, formatScope, isScopeMissing } from './failures.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import { FORM_WITHIN } from './limits.ts';
import { type MessageOrigin, scopeOf } from './message-origin.ts';
import type { Payload } from './replies.ts';
import { reportFailure } from './report-failure.ts';
import { plain } from './rich-text.ts';

/** The name of the form for a question. */
export const FORM = 'question-form';

/** What a form has to remember. Slack stores it, and nobody can change it there. */
interface FormState {
  readonly signed: string;
  readonly origin: MessageOrigin;
  readonly forAsker: boolean;
}

/** Opens the form for a question, which Slack lets an app do for three seconds. */
export async function openForm(
  context: HandlerContext,
  state: FormState,
  { trigger, tell }: { readonly trigger: string; tell(payload: Payload): Promise<void> },
): Promise<void> {
  const { client, replies } = context;
  const view = questionForm(state);
  try {
    await inTime(FORM_WITHIN, () => client.views.open({ trigger_id: trigger, view }));
  } catch (cause) {
    if (!isLate(cause)) reportFailure(context, 'Could not open a form in Slack.', cause);
    await tell(replies.note(isScopeMissing(cause) ? formatScope(cause) : NOT_OPENED));
  }
}

const NOT_OPENED = `Slack did not open the form. Press Ask again, or type ${hint('ask')} and your question.`;

function isLate(cause: unknown): boolean {
  return /trigger/.test(codeOf(cause) ?? '');
}

function questionForm(state: FormState): types.ModalView {
  const { title, field, label, placeholder, minLength, maxLength } = QUESTION_FORM;
  const element: types.PlainTextInput = {
    type: 'plain_text_input',
    action_id: field,
    multiline: true,
    placeholder: plain(placeholder),
    ...{ min_length: minLength, max_length: maxLength },
  };
  return {
    type: 'modal',
    callback_id: FORM,
    title: plain(title),
    submit: plain('Ask'),
    private_metadata: JSON.stringify(state),
    blocks: [{ type: 'input', block_id: field, label: plain(label), element }],
  };
}

/** Answers a question that was typed into the form under an answer. */
export async function askByForm(
  context: HandlerContext,
  { user, view }: Pick<ViewSubmitAction, 'user' | 'view'>,
): Promise<void> {
  const form = parseForm(view);
  if (!form) return;
  const { signed, forAsker, question } = form;
  const origin = { ...form.origin, team: context.team, user: user.id };
  const tell = (payload: Payload) => showToOne(context, origin, payload, null);
  await guarded(context, { origin, respond: null }, async () => {
    const action = context.actions.verify(signed, scopeOf(origin));
    if (action?.kind !== 'ask') return tell(context.replies.note(BUTTON_INVALID));
    const answered = await reply(context, origin, followUp(action.answer, { question, forAsker }));
    if (forAsker || answered.message.reply.kind === 'error') await tell(answered.payload);
    else await showToAll(context, origin, answered, null);
  });
}

/** What was typed into a form, and what it remembers; null for a form that is not ours. */
function parseForm(view: ViewOutput): (FormState & { readonly question: string }) | null {
  const { field } = QUESTION_FORM;
  try {
    const state = JSON.parse(view.private_metadata) as FormState;
    return { ...state, question: view.state.values[field]?.[field]?.value ?? '' };
  } catch {
    return null;
  }
}
