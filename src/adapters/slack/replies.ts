import type { ChatRequest } from '../../core/bot/invocation.ts';
import { isFollowed, nextSteps, pageOf } from '../../core/bot/next-steps.ts';
import type { ActionSigner, ButtonAction } from '../../core/bot/signed-actions.ts';
import type { Message } from '../../core/replies/message.ts';
import { clip } from '../../core/text/clip.ts';
import { LIMITS } from './limits.ts';
import { isDirect, type MessageOrigin, scopeOf } from './message-origin.ts';
import { fallbackText, renderPages } from './render.ts';
import { type Block, plain, run } from './rich-text.ts';
import { escapeText } from './text.ts';

/** A message as it is sent: blocks, and the same in words for notifications and screen readers. */
export interface Payload {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** What a reply is a reply to, as far as its buttons depend on it. */
export interface Setting {
  readonly request: ChatRequest;
  /** Which page of the reply, from 1. */
  readonly page: number;
  readonly origin: MessageOrigin;
  /** Only whoever asked sees it. */
  readonly forAsker: boolean;
  /** What was asked stands above it for everybody to read. */
  readonly followsText: boolean;
}

/** The names of actions. What they do is in their values. */
export const ACTIONS = { action: 'action', opinion: 'opinion', reason: 'reason' } as const;

/** Makes what is sent of messages. */
export function createReplies(actions: ActionSigner, now: () => Date) {
  const write = (action: ButtonAction, origin: MessageOrigin) => actions.sign(action, scopeOf(origin), now());
  return {
    of(message: Message, setting: Setting): Payload {
      const pages = renderPages(message);
      const page = Math.min(setting.page, Math.max(pages.length, 1));
      const next = page < pages.length ? pageOf(message.reply, setting.request, page + 1) : null;
      const shareable = !isDirect(setting.origin.channel);
      const steps = nextSteps(message.reply, { ...setting, next, shareable, threads: false });
      const kept =
        setting.forAsker && steps.some(({ action }) => action.kind === 'share') ? keepStep(message) : [];
      const buttons = [...steps, ...kept].flatMap(({ label, action }, at) =>
        toButton(label, write(action, setting.origin), at),
      );
      return {
        text: fallbackText(message),
        blocks: [
          ...(setting.followsText ? [] : questionBlocks(message)),
          ...(pages[page - 1] ?? NOTHING),
          ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
          ...(isFollowed(message.reply)
            ? opinionBlocks(message, (action) => write(action, setting.origin))
            : []),
        ],
      };
    },
    /** A line in the bot's own voice. */
    note: (text: string): Payload => ({
      text: escapeText(text),
      blocks: [{ type: 'context', elements: [plain(clip(text, LIMITS.context))] }],
    }),
    /** A menu of what may be wrong with an answer. */
    reasons(answer: string, origin: MessageOrigin, reasons: readonly string[]): Block[] {
      const options = reasons.flatMap((reason) => {
        const value = write({ kind: 'reason', answer }, origin);
        return value === null ? [] : [{ text: plain(reason), value: `${reason} ${value}` }];
      });
      if (options.length === 0) return [];
      const menu = {
        type: 'static_select',
        placeholder: plain('What is wrong?'),
        action_id: ACTIONS.reason,
        options,
      } as const;
      return [{ type: 'actions', elements: [menu] }];
    },
  };
}

/** Makes what is sent of messages. */
export type Replies = ReturnType<typeof createReplies>;

const NOTHING: readonly Block[] = [{ type: 'context', elements: [plain('There is nothing to show.')] }];
const MAX_QUESTION = 300; // characters

function questionBlocks({ reply: { command, question } }: Message): Block[] {
  if (command !== 'ask' || question === null) return [];
  const request = run(`Asked: ${clip(question, MAX_QUESTION)}`, 'italic');
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: request }] }];
}

/** What only one person sees is gone when Slack is opened again; this sends it to them. */
function keepStep({ reply: { id } }: Message): { label: string; action: ButtonAction }[] {
  return id === null ? [] : [{ label: 'Keep', action: { kind: 'keep', answer: id } }];
}

function toButton(label: string, value: string | null, at: number) {
  if (value === null) return [];
  return [{ type: 'button', text: plain(label), action_id: `${ACTIONS.action}-${at}`, value } as const];
}

function opinionBlocks({ reply: { id } }: Message, write: (action: ButtonAction) => string | null): Block[] {
  const up = id === null ? null : write({ kind: 'up', answer: id });
  const down = id === null ? null : write({ kind: 'down', answer: id });
  if (up === null || down === null) return [];
  const buttons = {
    type: 'feedback_buttons',
    action_id: ACTIONS.opinion,
    positive_button: { text: plain('👍'), value: up, accessibility_label: 'This answer is good' },
    negative_button: {
      text: plain('👎'),
      value: down,
      accessibility_label: 'Something is wrong with this answer',
    },
  } as const;
  return [{ type: 'context_actions', elements: [buttons] }];
}
