import { type Body, numberOf, stringOf } from '../../json.ts';
import { channelType } from '../event.ts';
import { messagesIn, storedMessage } from '../message.ts';
import { joinedChannel, type Method, perKind, visibleChannel } from '../method.ts';
import { directChannel } from '../population.ts';
import { circumstance, fault } from '../refusal.ts';
import type { Channel, Message, World } from '../world.ts';

/** Reading conversations and users. */
export const conversationMethods: readonly Method[] = [
  { name: 'conversations.history', scopes: perKind('history'), answer: history },
  { name: 'conversations.replies', scopes: perKind('history'), answer: replies },
  {
    name: 'conversations.info',
    scopes: perKind('read'),
    answer: (world, body) => ({ channel: shown(world, visibleChannel(world, body.channel)) }),
  },
  { name: 'conversations.open', scopes: ['im:write'], answer: open },
  { name: 'users.info', scopes: ['users:read'], answer: userInfo },
];

function history(world: World, body: Body): Body {
  const channel = joinedChannel(world, body.channel);
  const messages = messagesIn(world, channel.id).filter(
    ({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts,
  );
  return page(messages.toReversed(), body);
}

function replies(world: World, body: Body): Body {
  const channel = joinedChannel(world, body.channel);
  const root = storedMessage(world, channel.id, stringOf(body.ts));
  if (!root || root.ephemeralFor) throw circumstance('thread_not_found');
  const thread = root.wire.thread_ts ?? root.wire.ts;
  const messages = messagesIn(world, channel.id).filter(
    ({ ts, thread_ts }) => ts === thread || thread_ts === thread,
  );
  return page(messages, body);
}

function page(messages: readonly Message[], body: Body): Body {
  const limit = numberOf(body.limit) || 100;
  if (limit < 1 || limit > 1000) throw fault('invalid_limit');
  const inclusive = body.inclusive === true;
  const [oldest, latest] = [Number(body.oldest ?? 0), Number(body.latest ?? Number.POSITIVE_INFINITY)];
  const within = messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
  const start = Number(stringOf(body.cursor) || 0);
  const next = start + limit;
  const has_more = within.length > next;
  return {
    messages: within.slice(start, next).map((message) => readable(message, body)),
    has_more,
    response_metadata: { next_cursor: has_more ? String(next) : '' },
  };
}

// Metadata is given only to those who ask for it (Slack docs, conversations.history).
function readable(message: Message, body: Body): Body {
  const { metadata, ...rest } = message;
  return body.include_all_metadata === true && metadata !== undefined ? { ...rest, metadata } : rest;
}

function shown(world: World, channel: Channel): Body {
  const type = channelType(channel);
  const { id, name, isArchived, isShared, members } = channel;
  return {
    ...{ id, name, is_channel: type === 'channel', is_group: type === 'group', is_im: type === 'im' },
    is_mpim: type === 'mpim',
    ...{ is_private: type !== 'channel', is_archived: isArchived, is_ext_shared: isShared },
    ...{ is_shared: isShared, is_member: members.has(world.bot.id), context_team_id: world.team.id },
    ...(type === 'im' ? { user: [...members].find((member) => member !== world.bot.id) } : {}),
  };
}

function open(world: World, body: Body): Body {
  const users = stringOf(body.users).split(',');
  const [first = ''] = users;
  if (users.length !== 1) throw fault('method_not_supported_for_channel_type');
  if (!world.users.has(first)) throw circumstance('user_not_found');
  return { channel: { id: directChannel(world, first).id } };
}

function userInfo(world: World, body: Body): Body {
  const user = world.users.get(stringOf(body.user));
  if (!user) throw circumstance('user_not_found');
  const { id, name, teamId, enterpriseId, isAdmin, isBot, isGuest = false } = user;
  return {
    user: {
      ...{ id, name, team_id: teamId, is_admin: isAdmin, is_owner: false, is_bot: isBot, deleted: false },
      ...{ is_stranger: teamId !== world.team.id, real_name: name, tz: 'Etc/UTC', tz_offset: 0 },
      ...{ is_restricted: isGuest, is_ultra_restricted: false },
      ...(enterpriseId === undefined ? {} : { enterprise_user: { enterprise_id: enterpriseId, id } }),
      profile: { real_name: name, display_name: name, team: teamId },
    },
  };
}
