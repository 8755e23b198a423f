import { bodyOf, lengthOf, stringOf } from '../../json.ts';
import { INTENTS } from '../intents.ts';
import { post } from '../message.ts';
import { checkNew } from '../message-limits.ts';
import { isThread } from '../permissions.ts';
import { watchPings } from '../pings.ts';
import { addChannel } from '../population.ts';
import { lengthProblem, REFUSALS, refuseIf } from '../refusal.ts';
import { type Answer, type Call, DONE, found, type Route } from '../route.ts';
import type { Channel, World } from '../world.ts';
import { allowedChannel } from './messages.ts';

/** Channels and their threads. */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel', answer: (world, call) => found(allowedChannel(world, call)) },
  { method: 'GET', path: '/guilds/:guild/channels', answer: listOfGuild },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', answer: threadFromMessage },
  { method: 'POST', path: '/channels/:channel/threads', answer: threadAlone },
  { method: 'PUT', path: '/channels/:channel/thread-members/@me', answer: join },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    answer: (world, call) => {
      const channel = allowedChannel(world, call);
      allowedChannel(world, call, [isThread(channel.type) ? 'sendInThreads' : 'send']);
      return DONE;
    },
  },
];

// Those that the bot can't see are in it too, threads are not (Discord docs, Get Guild Channels).
function listOfGuild(world: World, { params }: Call): Answer {
  const guild = world.guilds.get(params.guild ?? '');
  if (!guild?.members.has(world.bot.id)) throw REFUSALS.missingAccess();
  const channels = [...world.channels.values()].filter(({ guild_id }) => guild_id === guild.id);
  return found(channels.filter(({ type }) => !isThread(type)));
}

function join(world: World, call: Call): Answer {
  const channel = allowedChannel(world, call);
  if (!isThread(channel.type)) throw REFUSALS.unknownChannel();
  return DONE;
}

function threadFromMessage(world: World, call: Call): Answer {
  const channel = allowedChannel(world, call, ['createPublicThreads']);
  const message = world.messages.get(call.params.message ?? '');
  if (!message || message.wire.channel_id !== channel.id || message.ephemeralFor)
    throw REFUSALS.unknownMessage();
  if (world.channels.has(message.wire.id)) throw REFUSALS.threadExists();
  const thread = open(world, call, { id: message.wire.id, type: channel.type === 5 ? 10 : 11 });
  world.messages.set(message.wire.id, {
    ...message,
    wire: { ...message.wire, flags: message.wire.flags | 32, thread },
  });
  return { status: 201, body: thread };
}

function threadAlone(world: World, call: Call): Answer {
  const channel = allowedChannel(world, call, [isForum(world, call) ? 'send' : 'createPublicThreads']);
  const body = bodyOf(call.body);
  if (channel.type !== 15) return { status: 201, body: open(world, call, { type: Number(body.type ?? 12) }) };
  const first = bodyOf(body.message);
  checkNew(first, call.files);
  watchPings(world, first, { name: `${call.method} ${call.path}`, isInteraction: false });
  const thread = open(world, call, { type: 11 });
  const extra = { id: thread.id };
  const { wire } = post(world, {
    channelId: thread.id,
    author: world.bot,
    body: first,
    files: call.files,
    extra,
  });
  return { status: 201, body: { ...thread, message: wire } };
}

function isForum(world: World, call: Call): boolean {
  return world.channels.get(call.params.channel ?? '')?.type === 15;
}

function open(world: World, call: Call, given: { id?: string; type: number }): Channel {
  const parent = world.channels.get(call.params.channel ?? '');
  const name = stringOf(bodyOf(call.body).name);
  if (!parent || isThread(parent.type) || parent.type === 1) throw REFUSALS.notText();
  refuseIf(lengthProblem(['name'], lengthOf(name), [1, 100]));
  const place = { name, parent_id: parent.id, ...(parent.guild_id ? { guild_id: parent.guild_id } : {}) };
  const thread = addChannel(world, { ...given, ...place });
  world.dispatch('THREAD_CREATE', { ...thread, newly_created: true }, INTENTS.guilds);
  return thread;
}
