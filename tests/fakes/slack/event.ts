import type { Body } from '../json.ts';
import type { Pending } from './pending.ts';
import type { Channel, World } from './world.ts';

const SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.ims': 'im:history',
  'message.mpims': 'mpim:history',
  assistant_thread_started: 'assistant:write',
  assistant_thread_context_changed: 'assistant:write',
  channel_archive: 'channels:read',
  channel_left: 'channels:read',
  group_archive: 'groups:read',
  group_left: 'groups:read',
  member_joined_channel: 'channels:read',
};

/** An event for the bot. */
export interface Happening {
  /** As one subscribes to it, but `message.ims` for `message.im`, and `message.mpims`. */
  readonly name: string;
  readonly event: Body;
  readonly channel?: Channel | undefined;
  readonly pending?: Pending | undefined;
}

/** Sends an event if the app subscribes to it, has the scope, and the bot is there to see it. */
export function sendEvent(world: World, happening: Happening): boolean {
  const { name, event, channel, pending } = happening;
  if (!isHeard(world, name)) return false;
  const sees = !channel || channel.members.has(world.bot.id) || /_left$/.test(name);
  if (!sees || world.tokenErrors.has('bot')) return false;
  const typed =
    event.type === 'message' && channel ? { ...event, channel_type: channelType(channel) } : event;
  const payload = callback(world, typed, channel);
  world.deliver({ type: 'events_api', payload, acceptsPayload: false, pending });
  return true;
}

/** Whether the app subscribes to an event and has the scope for it. */
export function isHeard(world: World, name: string): boolean {
  const scope = SCOPES[name];
  const subscription = name.replace(/im[s]$/, 'im');
  return world.events.has(subscription) && (scope === undefined || world.scopes.has(scope));
}

/** Slack's word for a kind of channel. */
export function channelType({ kind }: Channel): 'channel' | 'group' | 'im' | 'mpim' {
  return ({ public: 'channel', private: 'group', direct: 'im', group: 'mpim' } as const)[kind];
}

/** The envelope that an event comes in, both ways. */
function callback(world: World, event: Body, channel: Channel | undefined): Body {
  return {
    ...{ token: 'an-old-verification-token', team_id: world.team.id, context_team_id: world.team.id },
    ...{ context_enterprise_id: null, api_app_id: world.appId, event, type: 'event_callback' },
    ...{ event_id: world.nextId('Ev'), event_time: Math.floor(world.now() / 1000) },
    authorizations: [
      {
        ...{ enterprise_id: null, team_id: world.team.id, user_id: world.bot.id },
        ...{ is_bot: true, is_enterprise_install: false },
      },
    ],
    is_ext_shared_channel: channel?.isShared ?? false,
    event_context: world.nextId('4-'),
  };
}
