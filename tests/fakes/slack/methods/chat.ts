import { type Body, stringOf } from '../../json.ts';
import { edit, post, remove, storedMessage } from '../message.ts';
import { checkMessage } from '../message-limits.ts';
import { joinedChannel, type Method, writableChannel } from '../method.ts';
import { directChannel } from '../population.ts';
import { circumstance, fault } from '../refusal.ts';
import type { Channel, StoredMessage, World } from '../world.ts';

const scopes = ['chat:write'];

/** Writing messages. */
export const chatMethods: readonly Method[] = [
  { name: 'chat.postMessage', scopes, answer: postMessage },
  { name: 'chat.postEphemeral', scopes, answer: postEphemeral },
  { name: 'chat.update', scopes, answer: update },
  { name: 'chat.delete', scopes, answer: erase },
  { name: 'chat.getPermalink', answer: permalink },
];

function postMessage(world: World, body: Body): Body {
  const channel = writableChannel(world, addressed(world, body));
  const threadTs = threadOf(world, channel, body);
  checkMessage(world, body, { name: 'chat.postMessage', unfurls: true });
  const message = post(world, { channel, userId: world.bot.id, body, threadTs });
  return { channel: channel.id, ts: message.ts, message };
}

// A user's id stands for the direct messages with that user (Slack docs, chat.postMessage).
function addressed(world: World, { channel }: Body): string {
  const id = stringOf(channel);
  const user = world.users.get(id);
  return user && !user.isBot ? directChannel(world, user.id).id : id;
}

function threadOf(world: World, channel: Channel, body: Body): string | undefined {
  if (body.thread_ts === undefined || body.thread_ts === null) return undefined;
  const root = storedMessage(world, channel.id, stringOf(body.thread_ts));
  if (!root || root.ephemeralFor) throw fault('thread_not_found');
  if (root.wire.thread_ts !== undefined && root.wire.thread_ts !== root.wire.ts)
    world.violations.push('chat.postMessage: thread_ts of a reply, not of the thread');
  return root.wire.thread_ts ?? root.wire.ts;
}

function postEphemeral(world: World, body: Body): Body {
  const channel = writableChannel(world, body.channel);
  const userId = stringOf(body.user);
  if (!channel.members.has(userId)) throw circumstance('user_not_in_channel');
  const threadTs = threadOf(world, channel, body);
  checkMessage(world, body, { name: 'chat.postEphemeral' });
  const { ts } = post(world, {
    ...{ channel, userId: world.bot.id, body, threadTs, ephemeralFor: userId },
  });
  return { message_ts: ts };
}

function ours(world: World, body: Body, error: string): StoredMessage {
  const channel = joinedChannel(world, body.channel);
  const message = storedMessage(world, channel.id, stringOf(body.ts));
  if (!message || message.ephemeralFor) throw circumstance('message_not_found');
  if (message.wire.user !== world.bot.id) throw fault(error);
  return message;
}

function update(world: World, body: Body): Body {
  writableChannel(world, body.channel);
  const message = ours(world, body, 'cant_update_message');
  checkMessage(world, body, { name: 'chat.update', isUpdate: true });
  const { ts, text, ...rest } = edit(world, message, body);
  return { channel: body.channel, ts, text, message: { ts, text, ...rest } };
}

function erase(world: World, body: Body): Body {
  remove(world, ours(world, body, 'cant_delete_message'));
  return { channel: body.channel, ts: body.ts };
}

function permalink(world: World, body: Body): Body {
  const channel = joinedChannel(world, body.channel);
  const ts = stringOf(body.message_ts);
  if (!storedMessage(world, channel.id, ts)) throw circumstance('message_not_found');
  const link = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
  return { channel: channel.id, permalink: link };
}
