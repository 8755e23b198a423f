import { type APIMessageTopLevelComponent, MessageFlags } from 'discord.js';
import type { Asked } from '../../core/chat/invocation.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Reply } from '../../core/messages/reply.ts';
import { type Labelled, toComponents } from './components.ts';
import type { CustomIds, Deed, Place } from './custom-ids.ts';
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

/** Makes what is sent of messages. */
export function createReplies(customIds: CustomIds, now: () => Date) {
  const button =
    (place: Place) =>
    (label: string, deed: Deed): Labelled => ({
      label,
      customId: customIds.write(deed, place, now()),
    });
  return {
    of(message: Message, setting: Setting): Payload {
      const pages = renderPages(message, setting.followsText ? null : questionOf(message.reply));
      const page = Math.min(setting.page, Math.max(pages.length, 1));
      const next = page < pages.length ? nextPage(message.reply, setting.asked, page + 1) : null;
      const make = button(setting.place);
      const rows = buttonsFor(message.reply, { ...setting, next }).map((row) =>
        row.map(([label, deed]) => make(label, deed)),
      );
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

/** An answer that is kept is opened again at that page; anything else is asked again. */
function nextPage({ id, command }: Reply, asked: Asked, page: number): Deed {
  if (id !== null && command !== 'sources') return { kind: 'page', answer: id, page };
  return asked.kind === 'command'
    ? { kind: 'again', command: asked.command, options: asked.options, page }
    : { kind: 'again', command, options: {}, page };
}

type Row = readonly (readonly [label: string, deed: Deed])[];

interface Offer extends Setting {
  readonly next: Deed | null;
}

function buttonsFor(reply: Reply, { next, forAsker, shareable, threads }: Offer): readonly Row[] {
  const { id: answer, kind, topic, more, points } = reply;
  const onward: Row = next ? [['More', next]] : [];
  if (answer === null || !FOLLOWED.has(kind) || reply.command === 'sources') return [onward];
  const goOn: Row = !next && more ? [['More', { kind: 'more', answer }]] : onward;
  const quotes = points.length + reply.nearest.length > 0;
  const isTimeline = points.some(({ date }) => date !== null);
  const row: Row = [
    ...goOn,
    ...(quotes ? [['Sources', { kind: 'sources', answer }] as const] : []),
    ...(topic !== null && kind === 'brief' && !isTimeline
      ? [['Timeline', { kind: 'timeline', topic }] as const]
      : []),
    ...(kind === 'search' ? [] : [['Ask', { kind: 'ask', answer }] as const]),
    ...(forAsker && shareable ? [['Share', { kind: 'share', answer }] as const] : []),
    ...(!forAsker && threads ? [['Thread', { kind: 'thread', answer }] as const] : []),
  ];
  return [
    row,
    [
      ['👍', { kind: 'up', answer }],
      ['👎', { kind: 'down', answer }],
    ],
  ];
}

const FOLLOWED: ReadonlySet<Reply['kind']> = new Set(['brief', 'answer', 'search', 'nothing']);
