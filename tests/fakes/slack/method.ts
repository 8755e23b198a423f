import type { Body } from '../json.ts';
import { stringOf } from '../json.ts';
import { circumstance, fault } from './refusal.ts';
import type { Channel, World } from './world.ts';

/** A method of the Web API. */
export interface Method {
  readonly name: string;
  /** Whose token it takes; the bot's unless said otherwise. */
  readonly token?: 'app';
  /** Scopes of which one is needed; a list for each kind of channel where it depends on that. */
  readonly scopes?: readonly string[] | Readonly<Record<Channel['kind'], readonly string[]>>;
  answer(world: World, body: Body): Body;
}

/** Makes the scopes for each kind of channel, as in `channels:history`. */
export function perKind(right: string): Readonly<Record<Channel['kind'], readonly string[]>> {
  const [open, closed, direct, group] = ['channels', 'groups', 'im', 'mpim'].map((kind) => [
    `${kind}:${right}`,
  ]);
  return { public: open ?? [], private: closed ?? [], direct: direct ?? [], group: group ?? [] };
}

/** Refuses a call whose token isn't the right one or has no scope for it. */
export function authorize(
  world: World,
  method: Method,
  { token, body }: { token: string; body: Body },
): void {
  const { botToken, appToken } = world.options;
  if (token === '') throw fault('not_authed');
  if (token !== botToken && token !== appToken) throw circumstance('invalid_auth');
  const error = world.tokenErrors.get(token === appToken ? 'app' : 'bot');
  if (error !== undefined) throw circumstance(error);
  if ((method.token === 'app') !== (token === appToken)) throw fault('not_allowed_token_type');
  const scopes = neededScopes(world, method, body);
  if (token === appToken || scopes.length === 0 || scopes.some((scope) => world.scopes.has(scope))) return;
  throw fault('missing_scope', { needed: scopes.join(','), provided: [...world.scopes].join(',') });
}

function neededScopes(world: World, { scopes }: Method, body: Body): readonly string[] {
  if (scopes === undefined || Array.isArray(scopes)) return scopes ?? [];
  const byKind = scopes as Readonly<Record<Channel['kind'], readonly string[]>>;
  return byKind[world.channels.get(stringOf(body.channel))?.kind ?? 'public'];
}

/** The channel of a call as the bot sees it. */
export function visibleChannel(world: World, channelId: unknown): Channel {
  const channel = world.channels.get(stringOf(channelId));
  const isHidden = channel?.kind !== 'public' && !channel?.members.has(world.bot.id);
  if (!channel || isHidden) throw circumstance('channel_not_found');
  return channel;
}

/** The channel of a call that the bot is to be a member of. */
export function joinedChannel(world: World, channelId: unknown): Channel {
  const channel = visibleChannel(world, channelId);
  if (!channel.members.has(world.bot.id)) throw circumstance('not_in_channel');
  return channel;
}

/** The channel of a call that the bot may post in. */
export function writableChannel(world: World, channelId: unknown): Channel {
  const channel = joinedChannel(world, channelId);
  if (channel.isArchived) throw circumstance('is_archived');
  return channel;
}
