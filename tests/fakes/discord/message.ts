import { type Body, bodiesOf, isBody, numberOf, stringOf } from '../json.ts';
import { INTENTS } from './intents.ts';
import { FLAGS } from './message-limits.ts';
import { permissionsIn } from './permissions.ts';
import type { Message, StoredMessage, User, World } from './world.ts';

/** What a new message is made from. */
export interface Draft {
  readonly channelId: string;
  readonly author: User;
  readonly body: Body;
  readonly files?: readonly string[];
  readonly extra?: Body;
  readonly ephemeralFor?: string | undefined;
}

/** Stores a new message and tells the bot, unless it is ephemeral. */
export function post(world: World, draft: Draft): StoredMessage {
  const { author, body, channelId } = draft;
  const id = world.nextId();
  const wire: Message = {
    ...{ id, channel_id: channelId, author, type: 0, tts: false, pinned: false, edited_timestamp: null },
    ...{ timestamp: new Date(world.now()).toISOString(), mention_everyone: false, mention_roles: [] },
    content: stringOf(body.content),
    mentions: mentioned(world, stringOf(body.content)),
    embeds: bodiesOf(body.embeds),
    components: numbered(bodiesOf(body.components)),
    attachments: attached(world, draft.files ?? []),
    flags: numberOf(body.flags),
    ...(typeof body.nonce === 'string' || typeof body.nonce === 'number' ? { nonce: body.nonce } : {}),
    ...draft.extra,
  };
  const stored = { wire, ephemeralFor: draft.ephemeralFor };
  world.messages.set(id, stored);
  const channel = world.channels.get(channelId);
  if (channel) world.channels.set(channelId, { ...channel, last_message_id: id });
  if (!draft.ephemeralFor) tellMessage(world, 'MESSAGE_CREATE', wire);
  return stored;
}

/** Replaces a message by what an edit makes of it. */
export function edit(
  world: World,
  old: StoredMessage,
  body: Body,
  files: readonly string[] = [],
): StoredMessage {
  const given = Object.fromEntries(
    Object.entries(body).filter(([key]) => ['content', 'embeds', 'components', 'flags'].includes(key)),
  );
  const kept = { ...old.wire, ...given };
  const sticky = old.wire.flags & (FLAGS.ephemeral | FLAGS.silent);
  const wire: Message = {
    ...kept,
    ...{ content: stringOf(kept.content), embeds: bodiesOf(kept.embeds) },
    components: numbered(bodiesOf(kept.components)),
    attachments: [...bodiesOf(old.wire.attachments), ...attached(world, files)],
    flags: (numberOf(kept.flags) & ~FLAGS.loading) | sticky,
    edited_timestamp: new Date(world.now()).toISOString(),
  };
  const stored = { ...old, wire };
  world.messages.set(wire.id, stored);
  if (!old.ephemeralFor) tellMessage(world, 'MESSAGE_UPDATE', wire);
  return stored;
}

/** Removes a message. */
export function remove(world: World, { wire, ephemeralFor }: StoredMessage): void {
  world.messages.delete(wire.id);
  const channel = world.channels.get(wire.channel_id);
  const data = { id: wire.id, channel_id: wire.channel_id, ...guildOf(channel?.guild_id) };
  if (!ephemeralFor) world.dispatch('MESSAGE_DELETE', data, intentOf(channel?.guild_id));
}

/** A message as the bot may read it: emptied unless it has the intent, wrote it, or is addressed by it. */
export function readable(world: World, message: Message): Message {
  const channel = world.channels.get(message.channel_id);
  const mentions = bodiesOf(message.mentions).some(({ id }) => id === world.bot.id);
  const ours = message.author.id === world.bot.id;
  if (ours || mentions || channel?.type === 1 || world.hasIntent(INTENTS.messageContent)) return message;
  return { ...message, content: '', embeds: [], components: [], attachments: [] };
}

/** The intent that messages of a guild, or direct ones, are sent by. */
function intentOf(guildId: string | undefined): number {
  return guildId ? INTENTS.guildMessages : INTENTS.directMessages;
}

function tellMessage(world: World, event: string, message: Message): void {
  const channel = world.channels.get(message.channel_id);
  if (!permissionsIn(world, message.channel_id, world.bot.id)) return;
  const guild = world.guilds.get(channel?.guild_id ?? '');
  const member = guild?.members.get(message.author.id);
  const place = {
    channel_type: channel?.type,
    ...guildOf(guild?.id),
    ...(member ? { member: { ...member, deaf: false, mute: false } } : {}),
  };
  world.dispatch(event, { ...readable(world, message), ...place }, intentOf(guild?.id));
}

function guildOf(id: string | undefined): Body {
  return id ? { guild_id: id } : {};
}

function mentioned(world: World, content: string): readonly User[] {
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '');
  return [...new Set(ids)].flatMap((id) => world.users.get(id) ?? []);
}

function attached(world: World, files: readonly string[]): readonly Body[] {
  return files.map((filename) => {
    const id = world.nextId();
    const url = `https://cdn.example/${id}/${filename}`;
    return { id, filename, size: 1, url, proxy_url: url };
  });
}

// Discord numbers the components of a message that don't have an id yet (Discord docs).
function numbered(components: readonly Body[]): readonly Body[] {
  let next = 1;
  const number = (component: Body): Body => ({
    id: next++,
    ...component,
    ...(Array.isArray(component.components)
      ? { components: bodiesOf(component.components).map(number) }
      : {}),
    ...(isBody(component.accessory) ? { accessory: number(component.accessory) } : {}),
  });
  return components.map(number);
}
