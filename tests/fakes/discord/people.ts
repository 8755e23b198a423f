import { guildCreated } from './guild.ts';
import { INTENTS } from './intents.ts';
import { visibleChannel } from './interact.ts';
import { post, remove } from './message.ts';
import { bitsOf, type Permission } from './permissions.ts';
import { addChannel, addUser, createGuild, type Ids, joined } from './population.ts';
import { directChannel } from './routes/session.ts';
import type { Channel, Guild, Message, World } from './world.ts';

/** A message that a user writes. */
export interface Said {
  readonly user?: string;
  readonly channel?: string;
  readonly content: string;
  /** The id of the message that this one replies to; its author is pinged. */
  readonly reference?: string;
}

/** What happens on Discord beside interactions. */
export interface People {
  say(given: Said): Message;
  addUser(name: string, guildId?: string): string;
  /** The direct channel of a user with the bot. */
  direct(userId: string): string;
  /** Makes a user take no direct messages. */
  closeDirect(userId: string): void;
  /** Adds a channel to a guild. */
  channel(given?: { readonly type?: number; readonly name?: string; readonly guild?: string }): Channel;
  thread(given?: { readonly parent?: string; readonly name?: string }): Channel;
  guildJoin(name?: string): Guild;
  guildLeave(guildId?: string): void;
  deleteChannel(channelId: string): void;
  deleteMessage(messageId: string): void;
  /** Takes permissions from the bot in a channel, or gives them back. */
  deny(channelId: string, permissions: readonly Permission[]): void;
  allow(channelId: string, permissions: readonly Permission[]): void;
}

/** Makes what happens on Discord; where not said otherwise, in the default places. */
export function createPeople(world: World, ids: Ids): People {
  return {
    say: (given) => say(world, { user: ids.member, channel: ids.text, ...given }),
    addUser: (name, guildId) => {
      const { id } = addUser(world, name);
      world.guilds.get(guildId ?? ids.guild)?.members.set(id, joined([]));
      return id;
    },
    direct: (userId) => directChannel(world, userId).id,
    closeDirect: (userId) => world.closedTo.add(userId),
    channel: ({ type = 0, name = 'another', guild = ids.guild } = {}) => {
      const channel = addChannel(world, { type, name, guild_id: guild, parent_id: null });
      world.dispatch('CHANNEL_CREATE', channel, INTENTS.guilds);
      return channel;
    },
    thread: ({ parent = ids.text, name = 'another thread' } = {}) => thread(world, parent, name),
    guildJoin: (name = 'Another') => joinGuild(world, name, ids.manager),
    guildLeave: (guildId = ids.guild) => leaveGuild(world, guildId),
    deleteChannel: (channelId) => deleteChannel(world, channelId),
    deleteMessage: (messageId) => {
      const message = world.messages.get(messageId);
      if (message) remove(world, message);
    },
    deny: (channelId, permissions) => overwrite(world, channelId, { deny: bitsOf(permissions) }),
    allow: (channelId, permissions) => overwrite(world, channelId, { allow: bitsOf(permissions) }),
  };
}

function say(
  world: World,
  { user, channel, content, reference }: Required<Omit<Said, 'reference'>> & Said,
): Message {
  visibleChannel(world, channel, user);
  const author = world.users.get(user);
  if (!author) throw new Error(`There is no user ${user}`);
  const target = world.messages.get(reference ?? '')?.wire;
  // A pinged reply to an interaction's answer doesn't count as a mention of the bot for the content (platforms.md).
  const isPing = target && !target.interaction_metadata;
  const extra = target
    ? {
        ...{ type: 19, referenced_message: target },
        message_reference: { type: 0, channel_id: channel, message_id: target.id },
        ...(isPing ? { mentions: [target.author] } : {}),
      }
    : {};
  return post(world, { channelId: channel, author, body: { content }, extra }).wire;
}

function thread(world: World, parentId: string, name: string): Channel {
  const parent = world.channels.get(parentId);
  if (!parent?.guild_id) throw new Error(`There is no channel ${parentId}`);
  const made = addChannel(world, { type: 11, name, parent_id: parentId, guild_id: parent.guild_id });
  world.dispatch('THREAD_CREATE', { ...made, newly_created: true }, INTENTS.guilds);
  return made;
}

function joinGuild(world: World, name: string, ownerId: string): Guild {
  const guild = createGuild(world, name, ownerId);
  addChannel(world, { type: 0, name: 'general', guild_id: guild.id, parent_id: null });
  world.dispatch('GUILD_CREATE', guildCreated(world, guild), INTENTS.guilds);
  return guild;
}

function leaveGuild(world: World, guildId: string): void {
  world.guilds.delete(guildId);
  for (const { id, guild_id } of world.channels.values()) if (guild_id === guildId) world.channels.delete(id);
  world.dispatch('GUILD_DELETE', { id: guildId }, INTENTS.guilds);
}

function deleteChannel(world: World, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  for (const { id, parent_id } of world.channels.values())
    if (parent_id === channelId) world.channels.delete(id);
  world.channels.delete(channelId);
  const isThread = channel.type >= 10 && channel.type <= 12;
  world.dispatch(isThread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel, INTENTS.guilds);
}

function overwrite(world: World, channelId: string, given: { allow?: bigint; deny?: bigint }): void {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  const old = channel.permission_overwrites?.find(({ id }) => id === world.bot.id);
  const [allow, deny] = [given.allow ?? 0n, given.deny ?? 0n];
  const mine = {
    ...{ id: world.bot.id, type: 1 as const },
    allow: String((BigInt(old?.allow ?? 0) | allow) & ~deny),
    deny: String((BigInt(old?.deny ?? 0) | deny) & ~allow),
  };
  const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== world.bot.id);
  const changed = { ...channel, permission_overwrites: [...others, mine] };
  world.channels.set(channelId, changed);
  world.dispatch('CHANNEL_UPDATE', changed, INTENTS.guilds);
}
