import type { Body } from '../json.ts';
import { type Handle, handleOf } from './handle.ts';
import { createPending, type Pending } from './pending.ts';
import { createTrigger } from './trigger.ts';
import type { Channel, Delivery, User, World } from './world.ts';

/** What somebody does, before the bot is told. */
export interface Deed {
  readonly name: string;
  readonly user: User;
  readonly channel?: Channel | undefined;
  readonly threadTs?: string | undefined;
  readonly type: Delivery['type'];
  payloadOf(pending: Pending): Body;
  acknowledged?(payload: Body, pending: Pending): void;
}

/** Tells the bot what somebody did. */
export function interact(world: World, action: Deed): Handle {
  const { name, user, channel, threadTs, type, payloadOf, acknowledged } = action;
  const pending = createPending({
    ...{ name, userId: user.id, at: world.now(), channelId: channel?.id, threadTs },
  });
  world.pendings.push(pending);
  const handle = handleOf(world, pending);
  world.deliver({
    ...{ type, payload: payloadOf(pending), acceptsPayload: true, pending },
    acknowledged: (payload) => acknowledged?.(payload, pending),
  });
  return handle;
}

/** The part of an interaction that is the same for all. */
export function interaction(world: World, user: User, pending: Pending): Body {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    ...{ api_app_id: world.appId, token: 'an-old-verification-token', is_enterprise_install: false },
    ...{ team: { id: world.team.id, domain: world.team.domain }, enterprise: null },
    trigger_id: createTrigger(world, pending),
  };
}

/** The user of that id; throws where there is none. */
export function userOf(world: World, id: string): User {
  const user = world.users.get(id);
  if (!user) throw new Error(`There is no user ${id}`);
  return user;
}

/** The channel of that id; throws where there is none or the user isn't in it. */
export function channelOf(world: World, id: string, userId: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw new Error(`There is no channel ${id}`);
  if (channel.kind !== 'public' && !channel.members.has(userId)) throw new Error(`${userId} can't see ${id}`);
  return channel;
}
