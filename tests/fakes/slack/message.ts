import { type Body, bodiesOf, isBody, stringOf } from '../json.ts';
import { channelType, sendEvent } from './event.ts';
import { noteReply, type Pending } from './pending.ts';
import type { Channel, Message, StoredMessage, World } from './world.ts';

/** What a new message is made from. */
export interface Draft {
  readonly channel: Channel;
  readonly userId: string;
  readonly body: Body;
  readonly threadTs?: string | undefined;
  readonly ephemeralFor?: string | undefined;
  /** What the bot's message answers, or what a user's message begins. */
  readonly pending?: Pending | undefined;
}

/** Stores a new message and tells the bot of it, unless it is ephemeral. */
export function post(world: World, draft: Draft): Message {
  const { channel, userId, body, threadTs, ephemeralFor } = draft;
  const isBot = userId === world.bot.id;
  const ts = world.nextTs();
  const wire: Message = {
    ...{ type: 'message', ts, channel: channel.id, user: userId, text: stringOf(body.text) },
    blocks: numbered(world, bodiesOf(body.blocks)),
    team: world.users.get(userId)?.teamId ?? world.team.id,
    ...(isBot ? { bot_id: world.botId, app_id: world.appId } : { client_msg_id: world.nextId('m') }),
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(isBody(body.metadata) ? { metadata: body.metadata } : {}),
    ...(!isBot && bodiesOf(body.files).length > 0
      ? { subtype: 'file_share', files: bodiesOf(body.files) }
      : {}),
  };
  store(world, { wire, ephemeralFor });
  if (threadTs !== undefined) noteThread(world, wire, ephemeralFor);
  if (isBot) noteAnswer(world, wire, draft);
  else if (draft.pending) Object.assign(draft.pending, { messageTs: ts, threadTs: threadTs ?? ts });
  if (!ephemeralFor) tellMessage(world, channel, wire, isBot ? undefined : draft.pending);
  return wire;
}

/** Replaces what a message says. */
export function edit(world: World, old: StoredMessage, body: Body): Message {
  const wire: Message = {
    ...old.wire,
    text: body.text === undefined ? old.wire.text : stringOf(body.text),
    // A text alone takes the blocks away (Slack docs, chat.update).
    blocks:
      body.blocks === undefined && body.text !== undefined ? [] : numbered(world, bodiesOf(body.blocks)),
    ...(isBody(body.metadata) ? { metadata: body.metadata } : {}),
    edited: { user: old.wire.user, ts: world.nextTs() },
  };
  store(world, { ...old, wire });
  for (const pending of world.pendings)
    if (pending.replies.some(({ ts }) => ts === wire.ts)) noteReply(pending, wire);
  tellOf(world, old, { subtype: 'message_changed', message: wire, previous_message: old.wire });
  return wire;
}

/** Removes a message. */
export function remove(world: World, old: StoredMessage): void {
  world.messages.delete(keyOf(old.wire.channel, old.wire.ts));
  const deleted = { deleted_ts: old.wire.ts, previous_message: old.wire };
  tellOf(world, old, { subtype: 'message_deleted', ...deleted });
}

/** The message of that channel and time stamp. */
export function storedMessage(world: World, channelId: string, ts: string): StoredMessage | undefined {
  return world.messages.get(keyOf(channelId, ts));
}

/** The messages of a channel that everybody in it sees, oldest first. */
export function messagesIn(world: World, channelId: string): readonly Message[] {
  return [...world.messages.values()]
    .filter(({ wire, ephemeralFor }) => wire.channel === channelId && !ephemeralFor)
    .map(({ wire }) => wire);
}

function keyOf(channelId: string, ts: string): string {
  return `${channelId} ${ts}`;
}

function store(world: World, message: StoredMessage): void {
  world.messages.set(keyOf(message.wire.channel, message.wire.ts), message);
}

// A thread's first message names the thread once there is a reply; before that, an ephemeral one isn't shown in it (Slack
// docs, chat.postEphemeral).
function noteThread(world: World, { channel, thread_ts: thread = '' }: Message, ephemeralFor?: string): void {
  const root = storedMessage(world, channel, thread);
  if (!root || root.wire.thread_ts !== undefined) return;
  if (ephemeralFor === undefined)
    store(world, { ...root, wire: Object.assign(root.wire, { thread_ts: thread }) });
  else world.violations.push(`an ephemeral message in the thread ${thread}, which nobody has begun`);
}

// What the bot posts is an answer to whatever happened last in that channel and thread.
function noteAnswer(world: World, wire: Message, { pending, ephemeralFor }: Draft): void {
  const found = pending ?? world.pendings.findLast((one) => answers(one, wire, ephemeralFor));
  if (found) noteReply(found, wire);
}

function answers(pending: Pending, wire: Message, ephemeralFor: string | undefined): boolean {
  if (pending.channelId !== wire.channel) return false;
  if (ephemeralFor !== undefined && ephemeralFor !== pending.userId) return false;
  if (wire.thread_ts === undefined || pending.threadTs === undefined) return true;
  return pending.threadTs === wire.thread_ts;
}

function tellOf(world: World, { wire, ephemeralFor }: StoredMessage, what: Body): void {
  const channel = world.channels.get(wire.channel);
  if (!channel || ephemeralFor) return;
  const ts = world.nextTs();
  sendEvent(world, {
    channel,
    name: `message.${channelType(channel)}s`,
    event: { type: 'message', ...what, channel: channel.id, hidden: true, ts, event_ts: ts },
  });
}

function tellMessage(world: World, channel: Channel, wire: Message, pending?: Pending): void {
  const { metadata: _, ...shown } = wire;
  const root = storedMessage(world, channel.id, wire.thread_ts ?? '')?.wire;
  const author = world.users.get(wire.user);
  const isForeign = author !== undefined && author.teamId !== world.team.id;
  const event = {
    ...shown,
    ...(root ? { parent_user_id: root.user } : {}),
    ...(isForeign ? { user_team: author.teamId, source_team: author.teamId } : {}),
    event_ts: wire.ts,
  };
  const mentions = wire.user !== world.bot.id && wire.text.includes(`<@${world.bot.id}>`);
  if (mentions && channel.kind !== 'direct')
    sendEvent(world, { channel, name: 'app_mention', event: { ...event, type: 'app_mention' }, pending });
  sendEvent(world, { channel, name: `message.${channelType(channel)}s`, event, pending });
}

function numbered(world: World, blocks: readonly Body[]): readonly Body[] {
  return blocks.map((block) => ({
    block_id: world.nextId('b'),
    ...block,
    ...(block.type === 'actions' || block.type === 'context_actions'
      ? { elements: bodiesOf(block.elements).map((one) => ({ action_id: world.nextId('a'), ...one })) }
      : {}),
    ...(isBody(block.accessory) ? { accessory: { action_id: world.nextId('a'), ...block.accessory } } : {}),
    ...(isBody(block.element) ? { element: { action_id: world.nextId('a'), ...block.element } } : {}),
  }));
}
