import { startStopwatch } from '../fair-time.ts';
import type { Body } from '../json.ts';
import { memberIn } from './guild.ts';
import { type Handle, handleOf } from './handle.ts';
import type { PendingInteraction } from './pending.ts';
import { bitsOf, type Permission, permissionsIn } from './permissions.ts';
import type { Channel, World } from './world.ts';

/** Who does something, and where. */
export interface Actor {
  /** A user's id. */
  readonly user?: string;
  /** A channel's id. */
  readonly channel?: string;
  /** Permissions that the member has here beyond those that the roles give. */
  readonly permissions?: readonly Permission[];
  readonly locale?: string;
}

/** An interaction to dispatch. */
export interface Interaction {
  /** 2 a command, 3 a component, 4 a completion, 5 a modal (Discord docs). */
  readonly type: number;
  readonly data: Body;
  readonly name: string;
  readonly userId: string;
  readonly channel: Channel;
  readonly messageId?: string | undefined;
  readonly actor: Actor;
}

/** Dispatches an interaction to the bot. */
export function interact(world: World, interaction: Interaction): Handle {
  const { type, data, name, userId, channel, messageId } = interaction;
  const id = world.nextId();
  const pending: PendingInteraction = {
    ...{ id, token: `token-${id}`, type, name, userId, channelId: channel.id, messageId },
    ...{ guildId: channel.guild_id, dispatchedAt: world.now(), elapsed: startStopwatch(world.now) },
    ...{ followUps: [], loading: false },
    heard: { acknowledged: [], shown: [] },
  };
  world.interactions.set(pending.token, pending);
  const handle = handleOf(world, pending);
  const message = messageId ? { message: world.messages.get(messageId)?.wire } : {};
  world.dispatch('INTERACTION_CREATE', {
    ...{ id, application_id: world.bot.id, type, data, token: pending.token, version: 1 },
    ...{ channel_id: channel.id, channel, locale: interaction.actor.locale ?? 'en-US', entitlements: [] },
    ...{
      app_permissions: String(permissionsIn(world, channel.id, world.bot.id)),
      attachment_size_limit: 10_485_760,
    },
    ...message,
    ...placeOf(world, interaction),
  });
  return handle;
}

/** The channel of that id; throws where there is none or the user can't see it. */
export function visibleChannel(world: World, channelId: string, userId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  if (!world.users.has(userId)) throw new Error(`There is no user ${userId}`);
  if (permissionsIn(world, channelId, userId) === 0n) throw new Error(`${userId} can't see ${channelId}`);
  return channel;
}

function placeOf(world: World, { userId, channel, actor }: Interaction): Body {
  const guild = world.guilds.get(channel.guild_id ?? '');
  if (!guild) {
    const isGroup = channel.type === 3;
    const owners = isGroup ? { '1': userId } : { '0': '0' };
    return {
      ...{ user: world.users.get(userId), context: isGroup ? 2 : 1 },
      authorizing_integration_owners: owners,
    };
  }
  const member = memberIn(world, guild, channel, userId);
  const permissions = permissionsIn(world, channel.id, userId) | bitsOf(actor.permissions ?? []);
  return {
    ...{ guild_id: guild.id, guild_locale: 'en-US', guild: { id: guild.id, locale: 'en-US', features: [] } },
    ...{ context: 0, authorizing_integration_owners: { '0': guild.id } },
    member: { ...member, permissions: String(permissions) },
  };
}
