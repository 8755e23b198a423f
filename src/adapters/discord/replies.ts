import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import { createDeeds, type Deed, type Deeds, type Place } from '../../core/chat/deeds.ts';
import type { Asked } from '../../core/chat/invocation.ts';
import { isFollowed, nextSteps, pageOf } from '../../core/chat/next-steps.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Reply } from '../../core/messages/reply.ts';
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
  readonly asked: Asked;
  /** Which page of the reply, from 1. */
  readonly page: number;
  readonly place: Place;
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
  const deeds = createDeeds({ secret: token, days, longest: LIMITS.customId });
  return { deeds, replies: createReplies(deeds, now) };
}

/** Makes what is sent of messages. */
export function createReplies(deeds: Deeds, now: () => Date) {
  const button =
    (place: Place) =>
    (label: string, deed: Deed): Labelled => ({
      label,
      customId: deeds.write(deed, place, now()),
    });
  return {
    of(message: Message, setting: Setting): Payload {
      const pages = renderPages(message, setting.followsText ? null : questionOf(message.reply));
      const page = Math.min(setting.page, Math.max(pages.length, 1));
      const next = page < pages.length ? pageOf(message.reply, setting.asked, page + 1) : null;
      const make = button(setting.place);
      const steps = nextSteps(message.reply, { ...setting, next }).map(({ label, deed }) =>
        make(label, deed),
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

function thumbs({ id }: Reply, make: (label: string, deed: Deed) => Labelled): Labelled[] {
  return id === null
    ? []
    : [make('👍', { kind: 'up', answer: id }), make('👎', { kind: 'down', answer: id })];
}
