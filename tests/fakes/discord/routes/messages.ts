import { bodyOf, numberOf, stringOf } from '../../json.ts';
import { edit, post, readable, remove } from '../message.ts';
import { checkEdit, checkNew } from '../message-limits.ts';
import { isThread, PERMISSIONS, type Permission, permissionsIn } from '../permissions.ts';
import { watchPings } from '../pings.ts';
import { problem, REFUSALS, refuseIf } from '../refusal.ts';
import { type Answer, type Call, DONE, found, type Route } from '../route.ts';
import type { Channel, Message, StoredMessage, World } from '../world.ts';

const LIST = '/channels/:channel/messages';
const ONE = `${LIST}/:message`;

/** A channel's messages. */
export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, answer: list },
  { method: 'POST', path: LIST, answer: create },
  {
    method: 'GET',
    path: ONE,
    answer: (world, call) => found(readable(world, stored(world, call, ['readHistory']).wire)),
  },
  { method: 'PATCH', path: ONE, answer: change },
  { method: 'DELETE', path: ONE, answer: erase },
];

/** The channel of a request, if the bot may see it and has the permissions. */
export function allowedChannel(world: World, call: Call, needed: readonly Permission[] = []): Channel {
  const channel = world.channels.get(call.params.channel ?? '');
  if (!channel) throw REFUSALS.unknownChannel();
  const bits = permissionsIn(world, channel.id, world.bot.id);
  if (!(bits & PERMISSIONS.view)) throw REFUSALS.missingAccess();
  if (needed.some((name) => !(bits & PERMISSIONS[name]))) throw REFUSALS.missingPermissions();
  return channel;
}

function stored(world: World, call: Call, needed: readonly Permission[]): StoredMessage {
  const channel = allowedChannel(world, call, needed);
  const message = world.messages.get(call.params.message ?? '');
  if (!message || message.wire.channel_id !== channel.id || message.ephemeralFor)
    throw REFUSALS.unknownMessage();
  return message;
}

function list(world: World, call: Call): Answer {
  const channel = allowedChannel(world, call);
  const limit = Number(call.query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100))
    refuseIf([problem(['limit'], 'NUMBER_TYPE_MAX', 'Must be between 1 and 100.')]);
  const mayRead = permissionsIn(world, channel.id, world.bot.id) & PERMISSIONS.readHistory;
  const messages = [...world.messages.values()]
    .filter(({ wire, ephemeralFor }) => wire.channel_id === channel.id && !ephemeralFor && mayRead)
    .map(({ wire }) => listed(world, readable(world, wire)));
  const [before, after] = ['before', 'after'].map((name) => call.query.get(name));
  if (after) {
    const later = messages.filter(({ id }) => BigInt(id) > BigInt(after));
    return found(later.slice(0, limit).reverse());
  }
  const earlier = before ? messages.filter(({ id }) => BigInt(id) < BigInt(before)) : messages;
  return found(earlier.slice(-limit).reverse());
}

function listed({ options }: World, { nonce, ...message }: Message): Message {
  return options.listsNonces && nonce !== undefined ? { ...message, nonce } : message;
}

function create(world: World, call: Call): Answer {
  const channel = sendable(world, call);
  const body = bodyOf(call.body);
  const first = remembered(world, call);
  if (first) return first;
  checkNew(body, call.files);
  watchPings(world, body, { name: `${call.method} ${call.path}`, isInteraction: false });
  const extra = referenced(world, channel, bodyOf(body.message_reference));
  const { wire } = post(world, { channelId: channel.id, author: world.bot, body, files: call.files, extra });
  if (body.enforce_nonce === true) {
    world.nonces.set(`${world.bot.id} ${String(body.nonce)}`, { messageId: wire.id, at: world.now() });
  }
  return found(wire);
}

function sendable(world: World, call: Call): Channel {
  const channel = allowedChannel(world, call);
  if (![0, 1, 2, 5, 10, 11, 12].includes(channel.type)) throw REFUSALS.notText();
  const embeds = bodyOf(call.body).embeds;
  const needed: Permission[] = [isThread(channel.type) ? 'sendInThreads' : 'send'];
  if (Array.isArray(embeds) && embeds.length > 0) needed.push('embedLinks');
  allowedChannel(world, call, needed);
  if (channel.thread_metadata?.locked) throw REFUSALS.archived();
  if (channel.type === 1 && world.closedTo.has(channel.recipients?.[0]?.id ?? ''))
    throw REFUSALS.noDirectMessages();
  return channel;
}

// A nonce is one author's, whatever the channel; what it stands for may have been deleted since.
function remembered(world: World, call: Call): Answer | undefined {
  const { nonce, enforce_nonce } = bodyOf(call.body);
  const known = world.nonces.get(`${world.bot.id} ${String(nonce)}`);
  if (enforce_nonce !== true || !known || world.now() - known.at > world.options.nonceWindow)
    return undefined;
  const first = world.messages.get(known.messageId);
  if (!first) throw REFUSALS.unknownMessage();
  return found(first.wire);
}

function referenced(world: World, channel: Channel, reference: ReturnType<typeof bodyOf>) {
  const id = stringOf(reference.message_id);
  if (!id) return {};
  const target = world.messages.get(id);
  if (target?.wire.channel_id === channel.id) {
    const message_reference = { type: 0, channel_id: channel.id, message_id: id, guild_id: channel.guild_id };
    return { type: 19, message_reference, referenced_message: readable(world, target.wire) };
  }
  if (reference.fail_if_not_exists === false) return {};
  const unknown = 'Unknown message';
  refuseIf([problem(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', unknown)]);
  return {};
}

function change(world: World, call: Call): Answer {
  const message = stored(world, call, []);
  const body = bodyOf(call.body);
  if (message.wire.author.id !== world.bot.id) throw REFUSALS.notAuthor();
  if (numberOf(message.wire.type) !== 0 && message.wire.type !== 19 && message.wire.type !== 20)
    throw REFUSALS.notAuthor();
  checkEdit(message.wire, body, call.files);
  watchPings(
    world,
    { ...message.wire, ...body },
    { name: `${call.method} ${call.path}`, isInteraction: false },
  );
  return found(edit(world, message, body, call.files).wire);
}

function erase(world: World, call: Call): Answer {
  const message = stored(world, call, []);
  if (message.wire.author.id !== world.bot.id) allowedChannel(world, call, ['manageMessages']);
  remove(world, message);
  return DONE;
}
