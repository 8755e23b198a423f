import { type Body, bodiesOf, bodyOf, isBody, lengthOf, stringOf } from '../json.ts';
import type { Handle } from './handle.ts';
import { interact, interaction, userOf } from './interact.ts';
import { noteView, type Pending } from './pending.ts';
import type { Ids } from './population.ts';
import { fault } from './refusal.ts';
import { chosenOf } from './used-element.ts';
import { openViews, storeView } from './view.ts';
import { checkView } from './view-limits.ts';
import type { StoredView, World } from './world.ts';

/** What is typed and chosen in a modal, by action_id. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A modal that a user sends. */
export interface Submission {
  readonly callbackId: string;
  readonly values?: Values;
  readonly user?: string;
}

/** What users do with modals. */
export interface ViewDrive {
  submitView(given: Submission): Handle;
  /** Closes the modal on top; the bot hears of it if it asked to. */
  closeView(given: { readonly user?: string }): Handle;
}

/** Makes what users do with modals; where not said otherwise, it is the member. */
export function createViewDrive(world: World, ids: Ids): ViewDrive {
  return {
    submitView: (given) => submit(world, { user: ids.member, values: {}, ...given }),
    closeView: ({ user = ids.member }) => close(world, user),
  };
}

function submit(world: World, { callbackId, values, user: userId }: Required<Submission>): Handle {
  const user = userOf(world, userId);
  const top = openViews(world, userId).at(-1);
  if (!top || top.wire.callback_id !== callbackId)
    throw new Error(`${userId} has no modal ${callbackId} open`);
  refuseValues(top.wire, values);
  const view = { ...top.wire, state: { values: blockValues(top.wire, values) } };
  const payloadOf = (pending: Pending) => {
    return { type: 'view_submission', ...interaction(world, user, pending), view, response_urls: [] };
  };
  // What follows a modal is an answer in the channel where it was opened.
  const channel = world.channels.get(top.pending?.channelId ?? '');
  const threadTs = top.pending?.threadTs;
  return interact(world, {
    ...{ name: `the modal ${callbackId}`, user, channel, threadTs, type: 'interactive', payloadOf },
    acknowledged: (payload, pending) => follow(world, top, { payload, pending }),
  });
}

function refuseValues(view: Body, values: Values): void {
  const inputs = bodiesOf(view.blocks).filter(({ type }) => type === 'input');
  for (const { element, optional, block_id } of inputs) {
    const { action_id, min_length, max_length, initial_value, initial_option } = bodyOf(element);
    const value = values[stringOf(action_id)] ?? initial_value ?? initial_option;
    if (optional !== true && (value === undefined || value === ''))
      throw new Error(`${stringOf(action_id)} (${stringOf(block_id)}) must be filled in`);
    const length = lengthOf(stringOf(value));
    if (length > Number(max_length ?? 3000) || (length > 0 && length < Number(min_length ?? 0)))
      throw new Error(`${stringOf(action_id)} is too short or too long`);
  }
  const known = inputs.map(({ element }) => bodyOf(element).action_id);
  const unknown = Object.keys(values).find((id) => !known.includes(id));
  if (unknown) throw new Error(`The modal has no input ${unknown}`);
}

/** The state of a view's inputs, by block and action, once these values are given. */
export function blockValues(view: Body, values: Values): Body {
  const elements = bodiesOf(view.blocks).flatMap((block) =>
    (block.type === 'input' ? [block.element] : bodiesOf(block.elements))
      .filter(isBody)
      .filter(({ type }) => !/button/.test(stringOf(type)))
      .map((element) => ({ block: stringOf(block.block_id), element })),
  );
  const state: Record<string, Record<string, Body>> = {};
  for (const { block, element } of elements) {
    const given = values[stringOf(element.action_id)] ?? [];
    const chosen = chosenOf(element, typeof given === 'string' ? [given] : given);
    state[block] = { ...state[block], [stringOf(element.action_id)]: { type: element.type, ...chosen } };
  }
  return state;
}

interface Followed {
  readonly payload: Body;
  readonly pending: Pending;
}

// An empty acknowledgement closes the modal; another one says what becomes of it (Slack docs).
function follow(world: World, top: StoredView, { payload, pending }: Followed): void {
  const { response_action: action, errors, view } = payload;
  switch (action) {
    case undefined:
      if (Object.keys(payload).length > 0) throw fault('invalid_response_action');
      world.views.delete(top.wire.id);
      return;
    case 'clear':
      for (const { wire } of openViews(world, top.userId)) world.views.delete(wire.id);
      return;
    case 'errors':
      refuseErrors(top, errors);
      return;
    case 'update':
    case 'push': {
      const id = action === 'update' ? { id: top.wire.id } : {};
      const given = checkView(view, 'modal');
      noteView(pending, storeView(world, { given, userId: top.userId, pending, ...id }));
      return;
    }
    default:
      throw fault('invalid_response_action');
  }
}

function refuseErrors({ wire }: StoredView, errors: unknown): void {
  const inputs = wire.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const named = Object.entries(bodyOf(errors));
  const valid = named.every(([id, text]) => inputs.includes(id) && typeof text === 'string' && text !== '');
  if (named.length === 0 || !valid) throw fault('invalid_errors', { errors });
}

function close(world: World, userId: string): Handle {
  const user = userOf(world, userId);
  const top = openViews(world, userId).at(-1);
  if (!top) throw new Error(`${userId} has no modal open`);
  world.views.delete(top.wire.id);
  if (top.wire.notify_on_close !== true) throw new Error('The bot did not ask to hear of it');
  const payloadOf = (pending: Pending) => {
    return { type: 'view_closed', ...interaction(world, user, pending), view: top.wire, is_cleared: false };
  };
  return interact(world, { name: 'the closing of a modal', user, type: 'interactive', payloadOf });
}
