import { type Body, bodyOf, stringOf } from '../json.ts';
import { elementsOf } from './block-text.ts';
import type { Handle } from './handle.ts';
import { channelOf, interact, interaction, userOf } from './interact.ts';
import { storedMessage } from './message.ts';
import { checkMessage } from './message-limits.ts';
import type { Pending } from './pending.ts';
import type { Ids } from './population.ts';
import { createHook, postTo } from './response-url.ts';
import { actionOf } from './used-element.ts';
import { blockValues, createViewDrive, type ViewDrive } from './view-drive.ts';
import type { Channel, Message, User, View, World } from './world.ts';

/** A command that a user types; never in a thread, where Slack has none. */
export interface Slash {
  /** With its slash. */
  readonly command: string;
  readonly text?: string;
  readonly channel?: string;
  readonly user?: string;
}

/** An element that a user uses in a message, or in a view that is open. */
export interface Use {
  readonly message?: Message;
  readonly view?: View;
  readonly actionId: string;
  /** Which block it is in, where several have such an element. */
  readonly blockId?: string;
  readonly user?: string;
  /** For buttons of feedback: which of the two. */
  readonly feedback?: 'positive' | 'negative';
  /** For menus: the values that are chosen. */
  readonly values?: readonly string[];
}

/** A shortcut, of a message or of the whole workspace. */
export interface Shortcut {
  readonly callbackId: string;
  readonly message?: Message;
  readonly user?: string;
}

/** What users do with the bot. */
export interface Drive extends ViewDrive {
  slash(given: Slash): Handle;
  click(given: Use): Handle;
  select(given: Use & { readonly values: readonly string[] }): Handle;
  shortcut(given: Shortcut): Handle;
}

/** Makes what users do; where not said otherwise, it is the member in the public channel. */
export function createDrive(world: World, ids: Ids): Drive {
  return {
    slash: (given) => slash(world, { channel: ids.channel, user: ids.member, text: '', ...given }),
    click: (given) => use(world, { user: ids.member, ...given }),
    select: (given) => use(world, { user: ids.member, ...given }),
    shortcut: (given) => shortcut(world, { user: ids.member, ...given }),
    ...createViewDrive(world, ids),
  };
}

function slash(world: World, { command, text, channel: channelId, user: userId }: Required<Slash>): Handle {
  const { commands } = world.options;
  if (!world.scopes.has('commands')) throw new Error('Without the scope "commands" there are none');
  if (commands.length > 0 && !commands.includes(command)) throw new Error(`There is no command ${command}`);
  const user = userOf(world, userId);
  const channel = channelOf(world, channelId, userId);
  const payloadOf = (pending: Pending) => ({
    ...{ token: 'an-old-verification-token', team_id: user.teamId, team_domain: world.team.domain },
    ...{ channel_id: channel.id, channel_name: slashName(channel), user_id: user.id, user_name: user.name },
    ...{ command, text, api_app_id: world.appId, is_enterprise_install: 'false' },
    ...{ response_url: createHook(world, pending), trigger_id: createTriggerOf(world, user, pending) },
    ...(channel.isShared ? { context_team_id: world.team.id } : {}),
  });
  return interact(world, {
    ...{ name: `${command} ${text}`.trim(), user, channel, type: 'slash_commands', payloadOf },
    acknowledged: (payload, pending) => showAnswer(world, payload, pending),
  });
}

function slashName({ kind, name }: Channel): string {
  return kind === 'direct' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;
}

function createTriggerOf(world: World, user: User, pending: Pending): unknown {
  return interaction(world, user, pending).trigger_id;
}

// A command may be answered by its acknowledgement (Slack docs).
function showAnswer(world: World, payload: Body, pending: Pending): void {
  if (Object.keys(payload).length === 0) return;
  checkMessage(world, payload, { name: `the acknowledgement of ${pending.name}` });
  postTo(world, pending, payload);
}

function use(world: World, given: Use & { readonly user: string }): Handle {
  const user = userOf(world, given.user);
  const shown = given.message ? messageOf(world, given.message, user.id) : viewOf(world, given.view);
  const block = shown.blocks.find((one) => isIn(one, given));
  const element = block && elementsOf(block).find(({ action_id }) => action_id === given.actionId);
  if (!block || !element) throw new Error(`There is no element ${given.actionId}`);
  const action = { ...actionOf(element, given), block_id: block.block_id, action_ts: world.nextTs() };
  const channel = given.message ? channelOf(world, given.message.channel, user.id) : undefined;
  const name = `the use of ${given.actionId}`;
  const payloadOf = (pending: Pending) => ({
    ...{ type: 'block_actions', ...interaction(world, user, pending), actions: [action] },
    ...(given.message && channel
      ? ofMessage(world, { message: given.message, channel, pending })
      : ofView(shown, bodyOf(given.view))),
  });
  const thread = given.message?.thread_ts;
  return interact(world, { name, user, channel, threadTs: thread, type: 'interactive', payloadOf });
}

function isIn(block: Body, { actionId, blockId }: Use): boolean {
  const hasElement = elementsOf(block).some(({ action_id }) => action_id === actionId);
  return hasElement && (blockId === undefined || block.block_id === blockId);
}

interface Place {
  readonly message: Message;
  readonly channel: Channel;
  readonly pending: Pending;
}

// The payload for an ephemeral message doesn't hold the message itself (Slack docs).
function ofMessage(world: World, { message: { ts }, channel, pending }: Place): Body {
  const stored = storedMessage(world, channel.id, ts);
  const isEphemeral = stored?.ephemeralFor !== undefined;
  const { metadata: _, ...message } = stored?.wire ?? ({} as Body);
  const thread = stored?.wire.thread_ts;
  return {
    container: {
      ...{ type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: isEphemeral },
      ...(thread === undefined ? {} : { thread_ts: thread }),
    },
    channel: { id: channel.id, name: slashName(channel) },
    ...(isEphemeral ? {} : { message }),
    ...{ state: { values: {} }, response_url: createHook(world, pending, ts) },
  };
}

function ofView(shown: Body, view: Body): Body {
  return {
    container: { type: 'view', view_id: view.id },
    view: { ...shown, state: { values: blockValues(shown, {}) } },
  };
}

function messageOf(world: World, { channel, ts }: Message, userId: string): Message {
  const stored = storedMessage(world, channel, ts);
  if (!stored) throw new Error(`There is no message ${ts}`);
  if (stored.ephemeralFor && stored.ephemeralFor !== userId)
    throw new Error(`Only ${stored.ephemeralFor} sees this message`);
  return stored.wire;
}

function viewOf(world: World, view: View | undefined): View {
  const stored = world.views.get(stringOf(view?.id));
  if (!stored) throw new Error('There is no such view');
  return stored.wire;
}

function shortcut(world: World, given: Shortcut & { readonly user: string }): Handle {
  const user = userOf(world, given.user);
  if (!world.scopes.has('commands')) throw new Error('Without the scope "commands" there are no shortcuts');
  const message = given.message ? messageOf(world, given.message, user.id) : undefined;
  const channel = message ? channelOf(world, message.channel, user.id) : undefined;
  const payloadOf = (pending: Pending) => ({
    ...{ type: message ? 'message_action' : 'shortcut', ...interaction(world, user, pending) },
    ...{ callback_id: given.callbackId, action_ts: world.nextTs() },
    ...(message && channel
      ? {
          ...{ message_ts: message.ts, message, channel: { id: channel.id, name: slashName(channel) } },
          response_url: createHook(world, pending),
        }
      : {}),
  });
  const threadTs = message?.thread_ts ?? message?.ts;
  return interact(world, { name: given.callbackId, user, channel, threadTs, type: 'interactive', payloadOf });
}
