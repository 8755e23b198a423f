import type { World } from './world.ts';

/** The permissions that the fake looks at, by Discord's names. */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  view: 1n << 10n,
  send: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;

/** A permission's name. */
export type Permission = keyof typeof PERMISSIONS;

const ALL = (1n << 53n) - 1n;

/** The bits of several permissions together. */
export function bitsOf(permissions: readonly Permission[]): bigint {
  return permissions.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
}

/** What a user may do in a channel: roles first, then the channel's overwrites (a thread has its parent's). */
export function permissionsIn(world: World, channelId: string, userId: string): bigint {
  const channel = world.channels.get(channelId);
  if (!channel) return 0n;
  const guild = world.guilds.get(channel.guild_id ?? '');
  const isDirect = channel.type === 1 || (channel.type === 3 && userId !== world.bot.id); // a bot is in no group
  if (!guild) return isDirect ? ALL & ~PERMISSIONS.administrator : 0n;
  if (guild.owner_id === userId) return ALL;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const roles = [guild.id, ...member.roles];
  let bits = 0n;
  for (const role of guild.roles) if (roles.includes(role.id)) bits |= BigInt(role.permissions);
  if (bits & PERMISSIONS.administrator) return ALL;
  const place = channel.parent_id && isThread(channel.type) ? world.channels.get(channel.parent_id) : channel;
  const overwrites = place?.permission_overwrites ?? [];
  const groups = [[guild.id], member.roles, [userId]];
  for (const group of groups) {
    const those = overwrites.filter(({ id }) => group.includes(id));
    for (const { deny } of those) bits &= ~BigInt(deny);
    for (const { allow } of those) bits |= BigInt(allow);
  }
  return bits & PERMISSIONS.view ? bits : 0n;
}

/** Whether a channel's type is one of the three of threads. */
export function isThread(type: number): boolean {
  return type >= 10 && type <= 12;
}
