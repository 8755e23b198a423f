import {
  type APIMessageTopLevelComponent,
  type AttachmentPayload,
  ButtonStyle,
  MessageFlags,
} from 'discord.js';
import { type ActionSigner, createActionSigner } from '../../core/bot/action-signer.ts';
import type { CommandDeclaration } from '../../core/bot/command.ts';
import { NOTHING_TO_SHOW } from '../../core/bot/interaction/notices.ts';
import { layOutReply, type ReplySetting } from '../../core/bot/interaction/reply-layout.ts';
import type { Spell } from '../../core/bot/spelling.ts';
import type { Message } from '../../core/replies/message.ts';
import { fileOf, questionOf } from '../../core/replies/reply.ts';
import { clip } from '../../core/text/clip.ts';
import { type ButtonLayout, toContainer, toRows, toText } from './components.ts';
import { toFileParts } from './file.ts';
import { LIMITS } from './limits.ts';
import { inert, withMentions } from './markdown.ts';
import { renderPages } from './render.ts';
import { createDiscordSpell } from './spelling.ts';

/** A message as it is sent. */
export interface Payload {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly files: AttachmentPayload[];
}

/** What a message depends on where it is sent. */
export interface DiscordSetting extends ReplySetting {
  /** Dossier may send files there; absent: it may. */
  readonly attaches?: boolean;
}

/** Makes what is sent of messages. */
export interface Replies {
  of(message: Message, setting: DiscordSetting): Payload;
  /** A line in the bot's own voice. */
  note(text: string): Payload;
}

/** What replies are made with. */
export interface DiscordRepliesOptions {
  readonly token: string;
  /** How many days buttons stay valid. */
  readonly days: number;
  /** What notices may name; absent: nothing. */
  readonly commands?: readonly CommandDeclaration[];
  now(): Date;
}

/** Creates the signer of buttons and what is sent with them. The token signs, so buttons outlive a restart. */
export function createDiscordReplies({ token, days, now, commands = [] }: DiscordRepliesOptions) {
  const actions = createActionSigner({ secret: token, days, longest: LIMITS.customId, now });
  return { actions, replies: createReplies(actions, createDiscordSpell(commands, { token })) };
}

/** Creates what is sent of messages. */
export function createReplies({ sign }: Pick<ActionSigner, 'sign'>, spell: Spell = (text) => text): Replies {
  return {
    of(message, setting) {
      const pages = renderPages(message, setting.followsText ? null : askedHeading(message));
      const { page, steps, rating, isCut } = layOutReply(message, pages, { setting, sign });
      const text = `${page ?? NOTHING_TO_SHOW}${isCut ? MORE_THAN_FITS : ''}`;
      const file = fileOf(message.reply);
      const parts = file ? toFileParts(file, setting.attaches ?? true) : { components: [], files: [] };
      return {
        components: [...hold(message, text, { steps, rating }), ...parts.components],
        flags: FLAGS,
        files: [...parts.files],
      };
    },
    note: (text) => ({ components: toText(withMentions(spell(text))), flags: FLAGS, files: [] }),
  };
}

/** What quotes or lists is held together; a sentence stands by itself, and its button confirms what can't be undone. */
function hold({ reply }: Message, text: string, layout: ButtonLayout): APIMessageTopLevelComponent[] {
  if (reply.kind !== 'note' && reply.kind !== 'error') return toContainer(text, layout);
  return [...toText(text), ...toRows(layout, ButtonStyle.Danger)];
}

const MAX_QUESTION = 300; // characters
const ASKING: ReadonlySet<string> = new Set(['ask', 'search']);

/** The question above its answer, where Discord shows nothing of what a command or a form asks. */
function askedHeading({ reply }: Message): string | null {
  const question = ASKING.has(reply.command) ? questionOf(reply) : null;
  return question === null ? null : inert(clip(question, MAX_QUESTION));
}

// The old kind of message has half the room for text; nobody wants previews of links.
const FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

const MORE_THAN_FITS = '\n-# The rest does not fit here.';
