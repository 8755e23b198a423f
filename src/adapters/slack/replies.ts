import { type ActionSigner, createActionSigner } from '../../core/bot/action-signer.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import { NOTHING_TO_SHOW } from '../../core/bot/interaction/notices.ts';
import { ASK_REASON, type ReasonsMenu } from '../../core/bot/interaction/rate-answer.ts';
import {
  askedLine,
  layOutReply,
  type ReplySetting,
  type SignedStep,
} from '../../core/bot/interaction/reply-layout.ts';
import type { Spell } from '../../core/bot/spelling.ts';
import type { Message } from '../../core/replies/message.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';
import { renderPages } from './render.ts';
import { type Block, type Button, plain, run } from './rich-text.ts';
import { createSlackSpell } from './spelling.ts';
import { escapeText } from './text.ts';
import { textOf } from './words.ts';

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
}

/** How the prefixes of action ids are written. Buttons in old messages bear them, so they never change. */
export const ACTIONS = { action: 'deed', opinion: 'opinion', reason: 'reason' } as const;

/** What replies are made with. */
export interface SlackRepliesOptions {
  readonly botToken: string;
  /** What notices may name; absent: nothing. */
  readonly commands?: readonly CommandDeclaration[];
  /** In front of the names of slash commands. */
  readonly prefix?: string;
  /** How many days buttons stay valid. */
  readonly days: number;
  now(): Date;
}

/** Creates the signer of buttons and what is sent with them. The token signs, so buttons outlive a restart. */
export function createSlackReplies({ botToken, days, now, commands = [], prefix = '' }: SlackRepliesOptions) {
  const actions = createActionSigner({ secret: botToken, days, longest: LIMITS.buttonValue - 100, now });
  return { actions, replies: createReplies(actions, createSlackSpell(commands, { prefix })) };
}

/** Creates what is sent of messages. */
export function createReplies({ sign }: Pick<ActionSigner, 'sign'>, spell: Spell = (text) => text): Replies {
  return {
    of(message, setting) {
      const { page, steps, rating } = layOutReply(message, renderPages(message), { setting, sign });
      return {
        text: textOf(message, setting.page > 1 ? page : null),
        blocks: [
          ...(setting.followsText ? [] : questionBlocks(message)),
          ...(page ?? NOTHING),
          ...buttonBlocks(steps, message),
          ...ratingBlocks(rating),
        ],
      };
    },
    note(text) {
      const spelled = spell(text);
      return {
        text: escapeText(spelled),
        blocks: [{ type: 'context', elements: [plain(clip(spelled, LIMITS.context))] }],
      };
    },
  };
}

const NOTHING: readonly Block[] = [{ type: 'context', elements: [plain(NOTHING_TO_SHOW)] }];

function questionBlocks(message: Message): Block[] {
  const line = askedLine(message, (question) => question);
  if (line === null) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: run(line, 'italic') }] }];
}

/** The first button stands out, as what most people do next or as what can't be undone; the others are quiet. */
function buttonBlocks(steps: readonly SignedStep[], { reply }: Message): Block[] {
  const first = reply.kind === 'note' ? 'danger' : 'primary';
  const elements = steps.flatMap(({ label, value }, at): Button[] => {
    if (value === null) return [];
    const button = {
      type: 'button',
      text: plain(label),
      action_id: `${ACTIONS.action}-${at}`,
      value,
    } as const;
    return [at === 0 ? { ...button, style: first } : button];
  });
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function ratingBlocks([up, down]: readonly SignedStep[]): Block[] {
  if (!up || !down || up.value === null || down.value === null) return [];
  const buttons = {
    type: 'feedback_buttons',
    action_id: ACTIONS.opinion,
    positive_button: { text: plain(up.label), value: up.value, accessibility_label: 'Good answer' },
    negative_button: { text: plain(down.label), value: down.value, accessibility_label: 'Bad answer' },
  } as const;
  return [{ type: 'context_actions', elements: [buttons] }];
}

/** The menu of reasons why an answer is rated down. */
export function reasonsMenu({ reasons, value }: ReasonsMenu): Block {
  const options = reasons.map((reason) => ({ text: plain(reason), value: `${reason} ${value}` }));
  const placeholder = plain(ASK_REASON);
  const menu = { type: 'static_select', placeholder, action_id: ACTIONS.reason, options } as const;
  return { type: 'actions', elements: [menu] };
}
