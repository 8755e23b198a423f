import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import { isFollowed, nextSteps, pageOf } from '../../core/bot/next-steps.ts';
import {
  type ActionScope,
  type ActionSigner,
  type ButtonAction,
  createActionSigner,
} from '../../core/bot/signed-actions.ts';
import type { Message } from '../../core/replies/message.ts';
import type { Reply } from '../../core/replies/reply.ts';
import { type Labelled, toComponents } from './components.ts';
import { LIMITS } from './limits.ts';
import { renderPages } from './render.ts';

/** A message as it is sent. */
export interface Payload {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
}

/** What a reply is a reply to, as far as its buttons depend on it. */
export interface Setting {
  readonly request: ChatRequest;
  /** Which page of the reply, from 1. */
  readonly page: number;
  readonly scope: ActionScope;
  /** Only whoever asked sees it. */
  readonly forAsker: boolean;
  /** Others would see it if it were shared. */
  readonly shareable: boolean;
  /** What was asked stands above it for everybody to read. */
  readonly followsText: boolean;
  /** A thread can be opened from it. */
  readonly threads: boolean;
}

// The old kind of message can hold half the text; previews of links are nobody's wish.
const FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** Makes what is sent of messages, and reads what their buttons stand for. The token signs buttons: it outlives a restart. */
export function createDiscordReplies({ token, days, now }: { token: string; days: number; now(): Date }) {
  const actions = createActionSigner({ secret: token, days, longest: LIMITS.customId });
  return { actions, replies: createReplies(actions, now) };
}

/** Makes what is sent of messages. */
export function createReplies(actions: ActionSigner, now: () => Date) {
  const button =
    (place: ActionScope) =>
    (label: string, action: ButtonAction): Labelled => ({
      label,
      customId: actions.sign(action, place, now()),
    });
  return {
    of(message: Message, setting: Setting): Payload {
      const pages = renderPages(message, setting.followsText ? null : questionOf(message.reply));
      const page = Math.min(setting.page, Math.max(pages.length, 1));
      const next = page < pages.length ? pageOf(message.reply, setting.request, page + 1) : null;
      const make = button(setting.scope);
      const steps = nextSteps(message.reply, { ...setting, next }).map(({ label, action }) =>
        make(label, action),
      );
      const rows = [steps, isFollowed(message.reply) ? thumbs(message.reply, make) : []];
      const isCut = next !== null && rows[0]?.[0]?.customId === null;
      const text = `${pages[page - 1] ?? NOTHING}${isCut ? MORE_THAN_FITS : ''}`;
      return { components: toComponents(text, rows), flags: FLAGS };
    },
    /** A line in the bot's own voice. */
    note: (text: string): Payload => ({ components: toComponents(text, []), flags: FLAGS }),
  };
}

/** Makes what is sent of messages. */
export type Replies = ReturnType<typeof createReplies>;

function questionOf({ command, question }: Reply): string | null {
  return command === 'ask' ? question : null;
}

const MORE_THAN_FITS = '\n-# There is more than fits here.';
const NOTHING = '-# There is nothing to show.';

function thumbs({ id }: Reply, make: (label: string, action: ButtonAction) => Labelled): Labelled[] {
  return id === null
    ? []
    : [make('👍', { kind: 'up', answer: id }), make('👎', { kind: 'down', answer: id })];
}
