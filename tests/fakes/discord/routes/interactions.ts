import { type Body, bodiesOf, bodyOf, numberOf } from '../../json.ts';
import { choiceListProblems } from '../command-limits.ts';
import { edit, post } from '../message.ts';
import { checkEdit, checkNew, FLAGS } from '../message-limits.ts';
import { modalProblems } from '../modal-limits.ts';
import { type PendingInteraction, showOriginal } from '../pending.ts';
import { watchPings } from '../pings.ts';
import { problem, REFUSALS, Refusal, refuseIf } from '../refusal.ts';
import { type Answer, type Call, DONE, found, type Route } from '../route.ts';
import type { StoredMessage, World } from '../world.ts';

/** The first answer to an interaction. */
export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, answer: callback },
];

/** Which answers (callback types) each type of interaction takes (Discord docs). */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

function callback(world: World, call: Call): Answer {
  const pending = world.interactions.get(call.params.token ?? '');
  if (!pending || pending.id !== call.params.interaction) throw REFUSALS.unknownInteraction();
  const ms = world.now() - pending.dispatchedAt;
  if (pending.acknowledgement) throw REFUSALS.acknowledged();
  if (pending.elapsed() > world.options.acknowledgeWithin) throw REFUSALS.unknownInteraction();
  const type = numberOf(bodyOf(call.body).type);
  const data = accept(world, pending, { type, call });
  const acknowledgement = { type, ms, data: bodyOf(bodyOf(call.body).data) };
  pending.acknowledgement = acknowledgement;
  for (const tell of pending.heard.acknowledged) tell(acknowledgement);
  if (data && (type === 4 || type === 7)) showOriginal(pending, data.wire);
  if (call.query.get('with_response') !== 'true') return DONE;
  return found(response(pending, type, data));
}

interface Given {
  readonly type: number;
  readonly call: Call;
}

function accept(world: World, pending: PendingInteraction, { type, call }: Given): StoredMessage | undefined {
  const data = bodyOf(bodyOf(call.body).data);
  const hasMessage = pending.type === 3 || (pending.type === 5 && pending.messageId !== undefined);
  if (!ANSWERS[pending.type]?.includes(type) || ((type === 6 || type === 7) && !hasMessage)) {
    refuseIf([
      problem(['type'], 'INTERACTION_CALLBACK_TYPE_INVALID', `Not for interactions of type ${pending.type}.`),
    ]);
  }
  if (type === 4) return reply(world, pending, { data, call });
  if (type === 5) return defer(world, pending, data);
  if (type === 6 || type === 7) return update(world, pending, type === 7 ? { data, call } : undefined);
  if (type === 8) refuseIf(choiceListProblems(bodiesOf(data.choices), ['data', 'choices']));
  if (type === 9) {
    refuseIf(modalProblems(data));
    world.modals.set(pending.userId, { data, from: pending });
  }
  return undefined;
}

interface Content {
  readonly data: Body;
  readonly call: Call;
}

function reply(world: World, pending: PendingInteraction, { data, call }: Content): StoredMessage {
  inData(() => checkNew(data, call.files, FLAGS.ephemeral));
  watchPings(world, data, { name: `the answer to ${pending.name}`, isInteraction: true });
  return respondWith(world, pending, { body: data, files: call.files });
}

function defer(world: World, pending: PendingInteraction, data: Body): StoredMessage {
  const flags = numberOf(data.flags);
  const only = 'A deferral takes only the EPHEMERAL flag.';
  refuseIf([
    ...(flags & ~FLAGS.ephemeral ? [problem(['data', 'flags'], 'MESSAGE_FLAGS_INVALID', only)] : []),
    ...Object.keys(data)
      .filter((key) => key !== 'flags' && data[key] !== undefined && data[key] !== null)
      .map((key) => problem(['data', key], 'DEFERRAL_FIELD', only)),
  ]);
  pending.loading = true;
  return respondWith(world, pending, { body: { flags: flags | FLAGS.loading }, files: [] });
}

/** Posts a message that belongs to an interaction; the first is `@original`. */
export function respondWith(
  world: World,
  pending: PendingInteraction,
  { body, files }: { readonly body: Body; readonly files: readonly string[] },
): StoredMessage {
  const user = world.users.get(pending.userId);
  const extra = {
    ...{ application_id: world.bot.id, webhook_id: world.bot.id, type: pending.type === 2 ? 20 : 0 },
    interaction_metadata: { id: pending.id, type: pending.type, user, authorizing_integration_owners: {} },
  };
  const ephemeralFor = numberOf(body.flags) & FLAGS.ephemeral ? pending.userId : undefined;
  const channelId = pending.channelId;
  const message = post(world, { channelId, author: world.bot, body, files, extra, ephemeralFor });
  pending.originalId ??= message.wire.id;
  return message;
}

function update(
  world: World,
  pending: PendingInteraction,
  content: Content | undefined,
): StoredMessage | undefined {
  const message = world.messages.get(pending.messageId ?? '');
  if (!message) throw REFUSALS.unknownMessage();
  pending.originalId = message.wire.id;
  if (!content) return undefined;
  const { data, call } = content;
  inData(() => checkEdit(message.wire, data, call.files));
  watchPings(
    world,
    { ...message.wire, ...data },
    { name: `the update by ${pending.name}`, isInteraction: true },
  );
  return edit(world, message, data, call.files);
}

function response(pending: PendingInteraction, type: number, message: StoredMessage | undefined): Body {
  const ephemeral = message ? (message.wire.flags & FLAGS.ephemeral) !== 0 : false;
  const ids = pending.originalId ? { response_message_id: pending.originalId } : {};
  const interaction = {
    ...{ id: pending.id, type: pending.type, ...ids },
    ...{ response_message_loading: pending.loading, response_message_ephemeral: ephemeral },
  };
  return { interaction, resource: { type, ...(message ? { message: message.wire } : {}) } };
}

function inData(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof Refusal ? error.under('data') : error;
  }
}
