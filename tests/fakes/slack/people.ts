import { channelType, isHeard, sendEvent } from './event.ts';
import { type Handle, handleOf } from './handle.ts';
import { channelOf, userOf } from './interact.ts';
import { post, remove, storedMessage } from './message.ts';
import { createPending, type Pending } from './pending.ts';
import { addChannel, addUser, directChannel, type Ids } from './population.ts';
import type { Channel, Message, User, World } from './world.ts';

/** A message that a user writes. */
export interface Said {
  readonly text: string;
  readonly user?: string;
  readonly channel?: string;
  /** The thread that it is a reply in. */
  readonly thread_ts?: string | undefined;
  readonly file?: { readonly name: string; readonly text: string };
}

/** What happens on Slack beside interactions. */
export interface People {
  /** Writes a message; one that names the bot is two events. */
  say(given: Said): Handle;
  openHome(userId?: string): Handle;
  /** Opens the agent's view, from a channel where that is said. */
  openAgent(userId?: string, fromChannel?: string): Handle;
  addUser(name: string, given?: Partial<User>): string;
  /** Adds a channel with the bot and the usual users in it. */
  addChannel(name: string, given?: Partial<Channel>): string;
  /** The direct messages of a user with the bot. */
  direct(userId: string): string;
  archive(channelId: string): void;
  kick(channelId: string, userId?: string): void;
  invite(channelId: string, userId?: string): void;
  deleteMessage(message: Message): void;
  /** Removes the app from the workspace. */
  uninstall(): void;
  /** Makes a token no good any more, the bot's unless said otherwise. */
  revoke(error?: 'token_revoked' | 'account_inactive' | 'invalid_auth', token?: 'bot' | 'app'): void;
}

/** Makes what happens on Slack; where not said otherwise, it is the member in the public channel. */
export function createPeople(world: World, ids: Ids): People {
  return {
    say: (given) => say(world, { user: ids.member, channel: ids.channel, ...given }),
    openHome: (userId = ids.member) => openTab(world, userId, 'home'),
    openAgent: (userId = ids.member, from) =>
      world.options.agentView ? openTab(world, userId, 'messages', from) : startThread(world, userId, from),
    addUser: (name, given) => addUser(world, name, given).id,
    addChannel: (name, given) =>
      addChannel(world, name, { members: new Set([ids.bot, ids.member, ids.admin]), ...given }).id,
    direct: (userId) => directChannel(world, userId).id,
    archive: (channelId) => archive(world, channelId),
    kick: (channelId, userId = ids.bot) => kick(world, channelId, userId),
    invite: (channelId, userId = ids.bot) => invite(world, channelId, userId),
    deleteMessage: ({ channel, ts }) => {
      const stored = storedMessage(world, channel, ts);
      if (stored) remove(world, stored);
    },
    uninstall: () => {
      sendEvent(world, { name: 'app_uninstalled', event: { type: 'app_uninstalled' } });
      world.tokenErrors.set('bot', 'account_inactive');
    },
    revoke: (error = 'token_revoked', token = 'bot') => {
      const event = { type: 'tokens_revoked', tokens: { bot: [ids.bot] } };
      if (token === 'bot') sendEvent(world, { name: 'tokens_revoked', event });
      world.tokenErrors.set(token, error);
    },
  };
}

function begin(world: World, given: Pick<Pending, 'name' | 'userId'> & Partial<Pending>): Pending {
  const pending = createPending({ ...given, at: world.now() });
  world.pendings.push(pending);
  return pending;
}

function say(
  world: World,
  { text, user, channel: id, thread_ts, file }: Said & { user: string; channel: string },
): Handle {
  userOf(world, user);
  const channel = channelOf(world, id, user);
  if (!channel.members.has(user)) throw new Error(`${user} isn't in ${id}`);
  const root = thread_ts === undefined ? undefined : storedMessage(world, id, thread_ts);
  if (thread_ts !== undefined && !root) throw new Error(`There is no thread ${thread_ts}`);
  const threadTs = root?.wire.thread_ts ?? root?.wire.ts;
  const pending = begin(world, { name: `"${text}"`, userId: user, channelId: id, threadTs });
  const handle = handleOf(world, pending);
  const files = file ? [share(world, file)] : [];
  post(world, { channel, userId: user, body: { text, files }, threadTs, pending });
  return handle;
}

/** A file as a message's event has it (Slack docs, file object). */
function share(world: World, { name, text }: NonNullable<Said['file']>) {
  const id = world.nextId('F');
  const bytes = new TextEncoder().encode(text);
  world.shared.set(id, bytes);
  const url = `${world.base}/shared/${id}/download/${encodeURIComponent(name)}`;
  return { id, name, size: bytes.length, mode: 'hosted', url_private_download: url };
}

function openTab(world: World, userId: string, tab: 'home' | 'messages', from?: string): Handle {
  const channel = directChannel(world, userId);
  const name = `the opening of ${tab === 'home' ? 'the home tab' : 'the agent'}`;
  const pending = begin(world, { name, userId, channelId: channel.id });
  const handle = handleOf(world, pending);
  const view = [...world.views.values()].find((one) => one.userId === userId && one.wire.type === 'home');
  const entities = from ? [{ type: 'slack#/types/channel_id', value: from, team_id: world.team.id }] : [];
  const event = {
    ...{ type: 'app_home_opened', user: userId, channel: channel.id, tab, event_ts: world.nextTs() },
    ...(tab === 'home' && view ? { view: view.wire } : {}),
    ...(tab === 'messages' ? { context: { entities } } : {}),
  };
  told(sendEvent(world, { name: 'app_home_opened', event, pending }), 'app_home_opened');
  return handle;
}

// Before the agent view an assistant's thread began with a message of the app's own (Slack docs).
function startThread(world: World, userId: string, from?: string): Handle {
  const channel = directChannel(world, userId);
  const name = 'the opening of the assistant';
  const pending = begin(world, { name, userId, channelId: channel.id });
  const handle = handleOf(world, pending);
  const root = post(world, { channel, userId: world.bot.id, body: { text: 'New conversation' } });
  pending.replies.length = 0;
  pending.threadTs = root.ts;
  const context = from ? { channel_id: from, team_id: world.team.id, enterprise_id: null } : {};
  const event = {
    ...{ type: 'assistant_thread_started', event_ts: world.nextTs() },
    assistant_thread: { user_id: userId, context, channel_id: channel.id, thread_ts: root.ts },
  };
  told(sendEvent(world, { name: 'assistant_thread_started', event, pending }), 'assistant_thread_started');
  return handle;
}

function told(isTold: boolean, name: string): void {
  if (!isTold) throw new Error(`The bot isn't told of ${name}`);
}

function archive(world: World, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  channel.isArchived = true;
  const type = `${channelType(channel)}_archive`;
  if (isHeard(world, type))
    sendEvent(world, { name: type, channel, event: { type, channel: channelId, event_ts: world.nextTs() } });
}

function kick(world: World, channelId: string, userId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel?.members.delete(userId)) throw new Error(`${userId} isn't in ${channelId}`);
  if (userId !== world.bot.id) return;
  const type = `${channelType(channel)}_left`;
  sendEvent(world, { name: type, channel, event: { type, channel: channelId, event_ts: world.nextTs() } });
}

function invite(world: World, channelId: string, userId: string): void {
  const channel = world.channels.get(channelId);
  if (!channel) throw new Error(`There is no channel ${channelId}`);
  channel.members.add(userId);
  const event = {
    ...{ type: 'member_joined_channel', user: userId, channel: channelId, team: world.team.id },
    ...{ channel_type: channel.kind === 'public' ? 'C' : 'G', event_ts: world.nextTs() },
  };
  sendEvent(world, { name: 'member_joined_channel', channel, event });
}
