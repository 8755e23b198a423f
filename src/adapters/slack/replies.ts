import type { Deed, Deeds } from '../../core/chat/deeds.ts';
import type { Asked } from '../../core/chat/invocation.ts';
import { isFollowed, nextSteps, pageOf } from '../../core/chat/next-steps.ts';
import type { Message } from '../../core/messages/message.ts';
import { clip } from '../../core/messages/sendable.ts';
import { LIMITS } from './limits.ts';
import { isDirect, placeOf, type Said } from './place.ts';
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
  readonly asked: Asked;
  /** Which page of the reply, from 1. */
  readonly page: number;
  readonly said: Said;
  /** Only whoever asked sees it. */
  readonly forAsker: boolean;
  /** What was asked stands above it for everybody to read. */
  readonly followsText: boolean;
}

/** The names of actions. What they do is in their values. */
export const ACTIONS = { deed: 'deed', opinion: 'opinion', reason: 'reason' } as const;

/** Makes what is sent of messages. */
export function createReplies(deeds: Deeds, now: () => Date) {
  const write = (deed: Deed, said: Said) => deeds.write(deed, placeOf(said), now());
  return {
    of(message: Message, setting: Setting): Payload {
      const pages = renderPages(message);
      const page = Math.min(setting.page, Math.max(pages.length, 1));
      const next = page < pages.length ? pageOf(message.reply, setting.asked, page + 1) : null;
      const shareable = !isDirect(setting.said.channel);
      const steps = nextSteps(message.reply, { ...setting, next, shareable, threads: false });
      const kept =
        setting.forAsker && steps.some(({ deed }) => deed.kind === 'share') ? keepStep(message) : [];
      const buttons = [...steps, ...kept].flatMap(({ label, deed }, at) =>
        toButton(label, write(deed, setting.said), at),
      );
      return {
        text: fallbackText(message),
        blocks: [
          ...(setting.followsText ? [] : questionBlocks(message)),
          ...(pages[page - 1] ?? NOTHING),
          ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } as const] : []),
          ...(isFollowed(message.reply) ? opinionBlocks(message, (deed) => write(deed, setting.said)) : []),
        ],
      };
    },
    /** A line in the bot's own voice. */
    note: (text: string): Payload => ({
      text: escapeText(text),
      blocks: [{ type: 'context', elements: [plain(clip(text, LIMITS.context))] }],
    }),
    /** A menu of what may be wrong with an answer. */
    reasons(answer: string, said: Said, reasons: readonly string[]): Block[] {
      const options = reasons.flatMap((reason) => {
        const value = write({ kind: 'reason', answer }, said);
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
  const asked = run(`Asked: ${clip(question, MAX_QUESTION)}`, 'italic');
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: asked }] }];
}

/** What only one person sees is gone when Slack is opened again; this sends it to them. */
function keepStep({ reply: { id } }: Message): { label: string; deed: Deed }[] {
  return id === null ? [] : [{ label: 'Keep', deed: { kind: 'keep', answer: id } }];
}

function toButton(label: string, value: string | null, at: number) {
  if (value === null) return [];
  return [{ type: 'button', text: plain(label), action_id: `${ACTIONS.deed}-${at}`, value } as const];
}

function opinionBlocks({ reply: { id } }: Message, write: (deed: Deed) => string | null): Block[] {
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
