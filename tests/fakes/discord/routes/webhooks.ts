import { bodyOf, numberOf } from '../../json.ts';
import { edit, remove } from '../message.ts';
import { checkEdit, checkNew, FLAGS } from '../message-limits.ts';
import { type PendingInteraction, showOriginal } from '../pending.ts';
import { watchPings } from '../pings.ts';
import { REFUSALS } from '../refusal.ts';
import { type Answer, type Call, DONE, found, type Route } from '../route.ts';
import type { StoredMessage, World } from '../world.ts';
import { respondWith } from './interactions.ts';

const HOOK = '/webhooks/:application/:token';
const ONE = `${HOOK}/messages/:message`;
const TOKEN_LIVES = 15 * 60_000; // milliseconds that an interaction may be followed up (Discord docs)

/** What follows the first answer to an interaction. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: HOOK, open: true, answer: followUp },
  { method: 'GET', path: ONE, open: true, answer: (world, call) => found(stored(world, call).wire) },
  { method: 'PATCH', path: ONE, open: true, answer: change },
  { method: 'DELETE', path: ONE, open: true, answer: erase },
];

function answered(world: World, { params }: Call): PendingInteraction {
  const pending = world.interactions.get(params.token ?? '');
  if (!pending || params.application !== world.bot.id) throw REFUSALS.unknownWebhook();
  if (world.now() - pending.dispatchedAt > TOKEN_LIVES) throw REFUSALS.expiredToken();
  if (!pending.acknowledgement) throw REFUSALS.unknownWebhook();
  return pending;
}

function stored(world: World, call: Call): StoredMessage {
  const pending = answered(world, call);
  const isOriginal = call.params.message === '@original';
  const id = isOriginal ? pending.originalId : call.params.message;
  const message = world.messages.get(id ?? '');
  const ours = id === pending.originalId || pending.followUps.includes(id ?? '');
  if (!message || !ours) throw REFUSALS.unknownMessage();
  return message;
}

function followUp(world: World, call: Call): Answer {
  const pending = answered(world, call);
  const body = bodyOf(call.body);
  watchPings(world, body, { name: `the follow-up to ${pending.name}`, isInteraction: true });
  // A follow-up straight after a deferral fills the deferred message and keeps its ephemerality (Discord docs).
  if (pending.loading) return found(fill(world, call, pending).wire);
  checkNew(body, call.files, FLAGS.ephemeral);
  const message = respondWith(world, pending, { body, files: call.files });
  pending.followUps.push(message.wire.id);
  return found(message.wire);
}

function fill(world: World, call: Call, pending: PendingInteraction): StoredMessage {
  const original = world.messages.get(pending.originalId ?? '');
  if (!original) throw REFUSALS.unknownMessage();
  const body = bodyOf(call.body);
  checkNew(body, call.files, FLAGS.ephemeral);
  const flags = numberOf(body.flags) & ~FLAGS.ephemeral;
  const message = edit(world, original, { ...body, flags }, call.files);
  showOriginal(pending, message.wire);
  return message;
}

function change(world: World, call: Call): Answer {
  const pending = answered(world, call);
  const message = stored(world, call);
  const body = bodyOf(call.body);
  checkEdit(message.wire, body, call.files);
  watchPings(
    world,
    { ...message.wire, ...body },
    { name: `the edit for ${pending.name}`, isInteraction: true },
  );
  const edited = edit(world, message, body, call.files);
  if (edited.wire.id === pending.originalId) showOriginal(pending, edited.wire);
  return found(edited.wire);
}

function erase(world: World, call: Call): Answer {
  remove(world, stored(world, call));
  return DONE;
}
