import type { Body } from '../json.ts';
import { isThread, permissionsIn } from './permissions.ts';
import type { Channel, Guild, World } from './world.ts';

/** The GUILD_CREATE event's data. */
export function guildCreated(world: World, guild: Guild): Body {
  const channels = [...world.channels.values()].filter((channel) => channel.guild_id === guild.id);
  return {
    ...guildBody(world, guild),
    ...{ joined_at: '2026-01-01T00:00:00.000000+00:00', large: false, unavailable: false },
    member_count: guild.members.size,
    members: [...guild.members.keys()].map((id) => memberBody(world, guild, id)),
    channels: channels.filter(({ type }) => !isThread(type)).map(withoutGuild),
    threads: channels.filter(({ type }) => isThread(type)),
    ...{ voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [] },
    soundboard_sounds: [],
  };
}

/** A guild as `GET /guilds/:id` gives it. */
export function guildBody(_world: World, guild: Guild): Body {
  return {
    ...{ id: guild.id, name: guild.name, owner_id: guild.owner_id, icon: null, splash: null, banner: null },
    ...{ discovery_splash: null, afk_channel_id: null, afk_timeout: 300, verification_level: 0 },
    ...{
      default_message_notifications: 1,
      explicit_content_filter: 0,
      emojis: [],
      stickers: [],
      features: [],
    },
    ...{ mfa_level: 0, application_id: null, system_channel_id: null, system_channel_flags: 0 },
    ...{ rules_channel_id: null, vanity_url_code: null, description: null, premium_tier: 0 },
    ...{ preferred_locale: 'en-US', public_updates_channel_id: null, nsfw_level: 0 },
    ...{ premium_progress_bar_enabled: false, safety_alerts_channel_id: null, max_members: 500_000 },
    roles: guild.roles.map((role, position) => ({
      ...role,
      ...{ position, color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } },
      ...{ hoist: false, managed: role.name === 'dossier', mentionable: false, icon: null, flags: 0 },
    })),
  };
}

/** A member with the user in it. */
export function memberBody(world: World, guild: Guild, userId: string): Body {
  const member = guild.members.get(userId);
  return {
    ...{ user: world.users.get(userId), roles: member?.roles ?? [], joined_at: member?.joined_at ?? null },
    ...{ nick: null, avatar: null, banner: null, premium_since: null, pending: false, flags: 0 },
    ...{ deaf: false, mute: false, communication_disabled_until: null, unusual_dm_activity_until: null },
  };
}

/** The member of an interaction: with what they may do in its channel. */
export function memberIn(world: World, guild: Guild, channel: Channel, userId: string): Body {
  return {
    ...memberBody(world, guild, userId),
    permissions: String(permissionsIn(world, channel.id, userId)),
  };
}

function withoutGuild({ guild_id: _, ...channel }: Channel): Body {
  return channel;
}
