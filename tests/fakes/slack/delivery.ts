import type { Body } from '../json.ts';
import type { Outcome } from './outcome.ts';
import { noteAcknowledgement } from './pending.ts';
import { refused } from './refused.ts';
import type { Envelope } from './sockets.ts';
import type { Delivery, World } from './world.ts';

/** How something is sent once. */
export type Send = (envelope: Envelope) => Promise<Outcome>;

/** Which of the things sent is sent again, and how. */
export interface Repetition {
  /** The kind of envelope, or of event; the last of any kind without it. */
  readonly type?: string;
  /** `same` is the very envelope, `retry` says so, `anew` is another event of the same content. */
  readonly as?: 'same' | 'retry' | 'anew';
}

/** Makes the world deliver; what it gives back sends something once more. */
export function createDelivery(world: World, send: Send): (given?: Repetition) => void {
  const sent: Envelope[] = [];
  const start = (envelope: Envelope) => {
    sent.push(envelope);
    attempt(world, send, envelope).catch((error) =>
      world.violations.push(`the fake broke: ${String(error)}`),
    );
  };
  world.deliver = (delivery) => start({ id: world.nextId('envelope-'), delivery, attempt: 0, reason: '' });
  return ({ type, as = 'same' } = {}) => {
    const last = sent.findLast(({ delivery }) => type === undefined || typesOf(delivery).includes(type));
    if (!last) throw new Error(`Nothing of type ${type} was sent yet`);
    start(repeated(world, last, as));
  };
}

function typesOf({ type, payload }: Delivery): readonly unknown[] {
  const event = payload.event as Body | undefined;
  return [type, payload.type, event?.type];
}

function repeated(world: World, last: Envelope, as: 'same' | 'retry' | 'anew'): Envelope {
  if (as === 'same') return last;
  const id = world.nextId('envelope-');
  if (as === 'retry') return { ...last, id, attempt: last.attempt + 1, reason: 'timeout' };
  const payload = { ...last.delivery.payload, event_id: world.nextId('Ev') };
  return { ...last, id, delivery: { ...last.delivery, payload } };
}

async function attempt(world: World, send: Send, envelope: Envelope): Promise<void> {
  const { delivery } = envelope;
  const outcome = await send(envelope);
  if (outcome.kind === 'acknowledged') {
    acknowledge(world, delivery, outcome);
    return;
  }
  const { reason, noRetry = false } = outcome;
  const name = delivery.pending?.name ?? typesOf(delivery).filter(Boolean).join(' ');
  if (reason === 'timeout') world.violations.push(`${name}: not acknowledged in time`);
  if (delivery.type === 'events_api' && !noRetry) retry(world, send, { ...envelope, reason });
  else for (const tell of delivery.pending?.heard.failed.splice(0) ?? []) tell(reason);
}

function acknowledge(
  world: World,
  delivery: Delivery,
  { ms, payload }: Extract<Outcome, { kind: 'acknowledged' }>,
): void {
  const { pending, acceptsPayload, acknowledged } = delivery;
  const name = pending?.name ?? delivery.type;
  if (!acceptsPayload && Object.keys(payload).length > 0)
    world.violations.push(`${name}: acknowledged with a payload that isn't taken`);
  try {
    acknowledged?.(payload);
  } catch (error) {
    refused(world, `the acknowledgement of ${name}`, error);
  }
  if (pending) noteAcknowledgement(pending, { ms, payload });
}

// An event that isn't acknowledged comes again, by another connection if there is one (Slack docs).
function retry(world: World, send: Send, envelope: Envelope): void {
  const wait = world.options.retriesAfter[envelope.attempt];
  const { reason } = envelope;
  if (wait === undefined) {
    for (const tell of envelope.delivery.pending?.heard.failed.splice(0) ?? []) tell(reason);
    return;
  }
  const again = { ...envelope, id: world.nextId('envelope-'), attempt: envelope.attempt + 1 };
  const timer = setTimeout(() => {
    world.timers.delete(timer);
    attempt(world, send, again).catch((error) => world.violations.push(`the fake broke: ${String(error)}`));
  }, wait);
  world.timers.add(timer);
}
