import type { Body } from '../json.ts';
import { bitsOf } from './permissions.ts';
import {
  BOT_PERMISSIONS,
  type Channel,
  createUser,
  type Guild,
  type Overwrite,
  type User,
  type World,
} from './world.ts';

/** The ids of what is there by default. */
export interface Ids {
  readonly guild: string;
  readonly text: string;
  /** A channel that the bot can't see. */
  readonly private: string;
  readonly announcement: string;
  readonly forum: string;
  /** A thread in the forum. */
  readonly post: string;
  /** A thread in the text channel. */
  readonly thread: string;
  readonly member: string;
  /** A member with Manage Guild. */
  readonly manager: string;
  readonly bot: string;
}

/** Fills a world with a guild, its channels and two users. */
export function populate(world: World): Ids {
  const [owner, member, manager] = ['owner', 'ada', 'grace'].map((name) => addUser(world, name));
  const guild = createGuild(world, 'Example', owner?.id ?? '');
  const managers = world.nextId();
  guild.members.set(member?.id ?? '', joined([]));
  guild.members.set(manager?.id ?? '', joined([managers]));
  const roles = [{ id: managers, name: 'managers', permissions: String(bitsOf(['manageGuild'])) }];
  world.guilds.set(guild.id, { ...guild, roles: [...guild.roles, ...roles] });
  const inGuild = (type: number, name: string, parent?: string) =>
    addChannel(world, { type, name, guild_id: guild.id, parent_id: parent ?? null }).id;
  const text = inGuild(0, 'general');
  const forum = inGuild(15, 'questions');
  return {
    ...{ guild: guild.id, text, forum, private: addPrivate(world, guild).id },
    announcement: inGuild(5, 'news'),
    post: inGuild(11, 'a post', forum),
    thread: inGuild(11, 'a thread', text),
    ...{ member: member?.id ?? '', manager: manager?.id ?? '', bot: world.bot.id },
  };
}

/** Adds a user who is in no guild yet. */
export function addUser(world: World, name: string): User {
  const user = createUser(world.nextId(), name);
  world.users.set(user.id, user);
  return user;
}

/** Makes a guild with the owner and the bot in it. */
export function createGuild(world: World, name: string, ownerId: string): Guild {
  const id = world.nextId();
  const botRole = world.nextId();
  const everyone = bitsOf([
    'view',
    'send',
    'sendInThreads',
    'createPublicThreads',
    'readHistory',
    'useCommands',
  ]);
  const guild: Guild = {
    ...{ id, name, owner_id: ownerId },
    roles: [
      { id, name: '@everyone', permissions: String(everyone) },
      { id: botRole, name: 'dossier', permissions: String(BOT_PERMISSIONS) },
    ],
    members: new Map([
      [ownerId, joined([])],
      [world.bot.id, joined([botRole])],
    ]),
  };
  world.guilds.set(id, guild);
  return guild;
}

/** A membership of today. */
export function joined(roles: readonly string[]) {
  return { roles, joined_at: '2026-01-01T00:00:00.000000+00:00' };
}

/** What a channel is made from. */
export interface NewChannel extends Body {
  readonly type: number;
  readonly id?: string;
  readonly name?: string;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
  readonly recipients?: readonly User[];
}

/** Adds a channel or thread with the fields that Discord fills in. */
export function addChannel(world: World, given: NewChannel): Channel {
  const id = given.id ?? world.nextId();
  const thread = {
    ...{ owner_id: world.bot.id, message_count: 0, member_count: 1, total_message_sent: 0 },
    ...{ rate_limit_per_user: 0 },
    thread_metadata: {
      ...{ archived: false, locked: false, auto_archive_duration: 4320 },
      archive_timestamp: '2026-01-01T00:00:00.000000+00:00',
    },
  };
  const plain = { permission_overwrites: [], position: 0, topic: null, nsfw: false, rate_limit_per_user: 0 };
  const filled = given.type === 1 ? {} : given.type >= 10 && given.type <= 12 ? thread : plain;
  const forum = given.type === 15 ? { available_tags: [], default_reaction_emoji: null } : {};
  const channel: Channel = { flags: 0, last_message_id: null, ...filled, ...forum, ...given, id };
  world.channels.set(id, channel);
  return channel;
}

function addPrivate(world: World, guild: Guild): Channel {
  const hidden = { id: guild.id, type: 0 as const, allow: '0', deny: String(bitsOf(['view'])) };
  const people = [...guild.members.keys()].filter((id) => id !== world.bot.id);
  const shown = people.map((id) => ({ id, type: 1 as const, allow: String(bitsOf(['view'])), deny: '0' }));
  const permission_overwrites = [hidden, ...shown];
  return addChannel(world, {
    type: 0,
    name: 'private',
    guild_id: guild.id,
    parent_id: null,
    permission_overwrites,
  });
}
