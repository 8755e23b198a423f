import { type ActionScope, type ActionSigner, createActionSigner } from '../../core/bot/action-signer.ts';
import type { ButtonAction } from '../../core/bot/button-action.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import { NOTHING_TO_SHOW } from '../../core/bot/interaction/notices.ts';
import { ASK_REASON, RATING_LABELS, ratingReasons } from '../../core/bot/interaction/rate-answer.ts';
import {
  askedLine,
  layOutReply,
  type ReplyLayout,
  type ReplySetting,
  type SignedStep,
} from '../../core/bot/interaction/reply-layout.ts';
import type { Message } from '../../core/replies/message.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';
import { fallbackText, renderPages } from './render.ts';
import { type Block, plain, run } from './rich-text.ts';
import { escapeText } from './text.ts';

/** A message as it is sent: blocks, and the same in words for notifications and screen readers. */
export interface Payload {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Makes what is sent of messages. */
export interface Replies {
  of(message: Message, setting: ReplySetting): Payload;
  /** A line in the bot's own voice. */
  note(text: string): Payload;
  /** A menu of reasons why an answer is rated down. */
  reasons(answer: string, scope: ActionScope): readonly Block[];
}

/** How the prefixes of action ids are written. Buttons in old messages bear them, so they never change. */
export const ACTIONS = { action: 'deed', opinion: 'opinion', reason: 'reason' } as const;

/** What replies are made with. */
export interface SlackRepliesOptions {
  readonly botToken: string;
  /** How many days buttons stay valid. */
  readonly days: number;
  readonly commands: readonly CommandDeclaration[];
  now(): Date;
}

/** Creates the signer of buttons and what is sent with them. The token signs, so buttons outlive a restart. */
export function createSlackReplies({ botToken, days, commands, now }: SlackRepliesOptions) {
  const actions = createActionSigner({ secret: botToken, days, longest: LIMITS.buttonValue - 100 });
  return { actions, replies: createReplies(actions, { commands, now }) };
}

/** Creates what is sent of messages. */
export function createReplies(
  actions: ActionSigner,
  { commands, now }: Pick<SlackRepliesOptions, 'commands' | 'now'>,
): Replies {
  const sign = (action: ButtonAction, scope: ActionScope) => actions.sign(action, scope, now());
  return {
    of(message, setting) {
      const { page, steps, rating } = layOutReply(message, renderPages(message), { setting, sign });
      const kept = keepStep(message, steps, (action) => sign(action, setting.scope));
      return {
        text: fallbackText(message),
        blocks: [
          ...(setting.followsText ? [] : questionBlocks(message)),
          ...(page ?? NOTHING),
          ...buttonBlocks([...steps, ...(setting.forAsker ? kept : [])]),
          ...ratingBlocks(rating),
        ],
      };
    },
    note: (text) => ({
      text: escapeText(text),
      blocks: [{ type: 'context', elements: [plain(clip(text, LIMITS.context))] }],
    }),
    reasons(answer, scope) {
      const value = sign({ kind: 'reason', answer }, scope);
      return value === null ? [] : reasonBlocks(ratingReasons(commands), value);
    },
  };
}

const NOTHING: readonly Block[] = [{ type: 'context', elements: [plain(NOTHING_TO_SHOW)] }];

function questionBlocks(message: Message): Block[] {
  const line = askedLine(message, (question) => question);
  if (line === null) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: run(line, 'italic') }] }];
}

/** What only one person sees is gone when Slack is opened again; this sends it to them. */
function keepStep(
  { reply }: Message,
  steps: readonly SignedStep[],
  sign: (action: ButtonAction) => string | null,
): readonly SignedStep[] {
  const id = 'id' in reply ? reply.id : null;
  if (id === null || !steps.some(({ action }) => action.kind === 'share')) return [];
  const action = { kind: 'keep', answer: id } as const;
  return [{ label: 'Keep', action, value: sign(action) }];
}

function buttonBlocks(steps: readonly SignedStep[]): Block[] {
  const elements = steps.flatMap(({ label, value }, at) =>
    value === null
      ? []
      : [{ type: 'button', text: plain(label), action_id: `${ACTIONS.action}-${at}`, value } as const],
  );
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function ratingBlocks(rating: ReplyLayout<unknown>['rating']): Block[] {
  if (rating === null || rating.up === null || rating.down === null) return [];
  const buttons = {
    type: 'feedback_buttons',
    action_id: ACTIONS.opinion,
    positive_button: {
      text: plain(RATING_LABELS.up),
      value: rating.up,
      accessibility_label: 'Good answer',
    },
    negative_button: {
      text: plain(RATING_LABELS.down),
      value: rating.down,
      accessibility_label: 'Bad answer',
    },
  } as const;
  return [{ type: 'context_actions', elements: [buttons] }];
}

function reasonBlocks(reasons: readonly string[], value: string): Block[] {
  if (reasons.length === 0) return [];
  const options = reasons.map((reason) => ({ text: plain(reason), value: `${reason} ${value}` }));
  const placeholder = plain(ASK_REASON);
  const menu = { type: 'static_select', placeholder, action_id: ACTIONS.reason, options } as const;
  return [{ type: 'actions', elements: [menu] }];
}
