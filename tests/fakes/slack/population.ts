import type { Channel, User, World } from './world.ts';

/** The ids of what a fake Slack has from the start. */
export interface Ids {
  readonly team: string;
  readonly otherTeam: string;
  readonly bot: string;
  readonly member: string;
  readonly admin: string;
  /** A user of the other workspace, in the shared channel. */
  readonly external: string;
  /** A public channel that the bot is a member of. */
  readonly channel: string;
  /** A public channel that it isn't a member of. */
  readonly other: string;
  /** A private channel that it is a member of. */
  readonly private: string;
  /** A private channel that it isn't a member of. */
  readonly hidden: string;
  /** The member's direct messages with the bot. */
  readonly direct: string;
  /** The direct messages of the member and the admin with each other. */
  readonly pair: string;
  /** A group's direct messages with the bot. */
  readonly group: string;
  /** A channel that the other workspace shares. */
  readonly shared: string;
}

/** Puts the usual users and channels into a world. */
export function populate(world: World): Ids {
  const otherTeam = world.nextId('T');
  const user = (name: string, extra: Partial<User> = {}) => addUser(world, name, extra).id;
  const member = user('mia');
  const admin = user('ada', { isAdmin: true });
  const external = user('ext', { teamId: otherTeam });
  const bot = world.bot.id;
  const ours = [bot, member, admin];
  const channel = (name: string, extra: Partial<Channel>) =>
    addChannel(world, name, { members: new Set(ours), ...extra }).id;
  return {
    ...{ team: world.team.id, otherTeam, bot, member, admin, external },
    channel: channel('general', {}),
    other: channel('elsewhere', { members: new Set([member, admin]) }),
    private: channel('closed', { kind: 'private' }),
    hidden: channel('hidden', { kind: 'private', members: new Set([member, admin]) }),
    direct: directChannel(world, member).id,
    pair: addChannel(world, '', { kind: 'direct', members: new Set([member, admin]) }).id,
    group: channel('mpdm-mia--ada--dossier-1', { kind: 'group' }),
    shared: channel('shared', { isShared: true, members: new Set([...ours, external]) }),
  };
}

/** Adds a user. */
export function addUser(world: World, name: string, extra: Partial<User> = {}): User {
  const id = world.nextId('U');
  const user = { id, name, teamId: world.team.id, isAdmin: false, isBot: false, ...extra };
  world.users.set(id, user);
  return user;
}

/** Adds a channel. */
export function addChannel(world: World, name: string, extra: Partial<Channel> = {}): Channel {
  const id = world.nextId(extra.kind === 'direct' ? 'D' : 'C');
  const plain = { id, name, kind: 'public', members: new Set<string>() } as const;
  const channel: Channel = { ...plain, isShared: false, isArchived: false, ...extra };
  world.channels.set(id, channel);
  return channel;
}

/** The direct messages of a user with the bot. */
export function directChannel(world: World, userId: string): Channel {
  const known = [...world.channels.values()].find(
    ({ kind, members }) => kind === 'direct' && members.has(userId) && members.has(world.bot.id),
  );
  return known ?? addChannel(world, '', { kind: 'direct', members: new Set([userId, world.bot.id]) });
}
