import type { Call } from '../../src/core/bot/core.ts';
import { requireManager } from '../../src/core/bot/rights.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import { emptyReply, type Item, type Reply } from '../../src/core/replies/reply.ts';
import { formatDays, formatLocal, formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { Order, Subscription } from '../../src/core/schedule/subscription.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import { formatState } from './list-digests.ts';
import { type DigestRequest, parseOrder } from './parse-order.ts';

const MAX_DIGESTS = 20; // of one channel
const TIMES = 3; // posting times that are confirmed

/** Orders a digest for the channel in which it is asked for. */
export async function addDigest(call: Call, request: DigestRequest): Promise<Reply> {
  requireManager(call, 'order digests');
  const { core, invocation, at } = call;
  if (request.topic === null)
    throw new UserError('A digest needs a topic, for example: /digest add nato-asia at:08:00 days:mon-fri', {
      code: 'missing-option',
      suggestions: call.topics.map(({ name }) => name).slice(0, 5),
    });
  const topic = findTopic(request.topic, call.topics);
  const order = parseOrder(request, { ...DEFAULTS, topic: topic.name, zone: core.digests.zone });
  const { subscriptions } = core.store;
  const here = await subscriptions.list(invocation.audience);
  refuseTwin(here, order);
  if (here.length >= MAX_DIGESTS)
    throw new UserError(`This channel has ${here.length} digests, which is the most. Remove one first.`, {
      code: 'too-many-digests',
    });
  const { platform, workspace, channel, user: owner } = invocation.audience;
  const made = {
    ...order,
    channel: { platform, workspace, channel },
    owner,
    since: at,
    paused: null,
    next: null,
  };
  const added = await subscriptions.add(made);
  return confirmed(
    call,
    added,
    `Ordered. The first is a brief, the others tell what is new. Try /digest preview ${added.number}.`,
  );
}

const DEFAULTS = { at: '08:00', days: [1, 2, 3, 4, 5], length: '1m', whenEmpty: 'skip', max: 5 } as const;

function refuseTwin(others: readonly Subscription[], order: Order): void {
  const same = others.find(
    (each) => each.topic === order.topic && formatSchedule(each) === formatSchedule(order),
  );
  if (same)
    throw new UserError(`This channel has that digest already: number ${same.number}. See /digest list.`, {
      code: 'digest-exists',
    });
}

/** Changes when a digest comes, and how it is made. */
export async function editDigest(call: Call, which: string | null, request: DigestRequest): Promise<Reply> {
  requireManager(call, 'change digests');
  const subscription = await chosenSubscription(call, which, 'edit');
  const topic = request.topic === null ? subscription.topic : findTopic(request.topic, call.topics).name;
  const order = parseOrder(request, { ...subscription, topic });
  if (Object.values(request).every((value) => value === null))
    throw new UserError(`What is to change? For example: /digest edit ${subscription.number} at:09:30`, {
      code: 'missing-option',
    });
  const here = await call.core.store.subscriptions.list(call.invocation.audience);
  refuseTwin(
    here.filter(({ number }) => number !== subscription.number),
    order,
  );
  return changed(call, { ...subscription, ...order, since: call.at, next: null }, 'Changed.');
}

/** Stops a digest until it is resumed. */
export async function pauseDigest(call: Call, which: string | null): Promise<Reply> {
  requireManager(call, 'pause digests');
  const subscription = await chosenSubscription(call, which, 'pause');
  const { number } = subscription;
  if (subscription.paused !== null)
    return confirmed(call, subscription, `Digest ${number} is paused already.`);
  const paused = `by hand on ${formatLocal(call.at, subscription.zone, call.at)}`;
  return changed(call, { ...subscription, paused }, `Paused. /digest resume ${number} goes on with it.`);
}

/** Goes on with a digest that was paused; what was missed meanwhile is in its next edition. */
export async function resumeDigest(call: Call, which: string | null): Promise<Reply> {
  requireManager(call, 'resume digests');
  const subscription = await chosenSubscription(call, which, 'resume');
  if (subscription.paused === null)
    return confirmed(call, subscription, `Digest ${subscription.number} is on already.`);
  findTopic(subscription.topic, call.topics); // one that is no more would pause it again
  return changed(call, { ...subscription, paused: null, since: call.at, next: null }, 'Resumed.');
}

/** Removes a digest, once that was confirmed. */
export async function removeDigest(call: Call, which: string | null, isConfirmed: boolean): Promise<Reply> {
  requireManager(call, 'remove digests');
  const subscription = await chosenSubscription(call, which, 'remove');
  const { number, topic } = subscription;
  if (!isConfirmed) {
    const options = { action: 'remove', number: String(number), confirm: 'yes' };
    return {
      ...digestReply(call, 'note'),
      topic,
      confirm: { label: 'Remove', command: 'digest', options },
      note: `Remove digest ${number} (${topic}, ${formatSchedule(subscription)})? ${call.invocation.standsAlone ? 'Then add --confirm yes.' : `Then type /digest remove ${number} confirm:yes`}`,
    };
  }
  await call.core.store.subscriptions.remove(subscription);
  return {
    ...digestReply(call, 'note'),
    topic,
    note: `Removed digest ${number}. To order it again: ${formatOrder(subscription)}`,
  };
}

/** The command that orders the same. */
function formatOrder({ topic, at, days, zone, length, max, whenEmpty }: Subscription): string {
  const said = [
    `at:${at}`,
    `days:${formatDays(days).replaceAll(' ', '')}`,
    `zone:${zone}`,
    `length:${length}`,
    `max:${max}`,
  ];
  return `/digest add ${topic} ${said.join(' ')} when_empty:${whenEmpty}`;
}

async function changed(call: Call, subscription: Subscription, note: string): Promise<Reply> {
  if (await call.core.store.subscriptions.put(subscription)) return confirmed(call, subscription, note);
  throw new UserError(`There is no digest ${subscription.number} here any more. See /digest list.`, {
    code: 'unknown-digest',
  });
}

/** A digest as it is ordered now, with the times at which it comes next. */
async function confirmed(call: Call, subscription: Subscription, note: string): Promise<Reply> {
  const { number, topic, zone, paused } = subscription;
  const times = paused === null ? await comingSlots(call.core, subscription, call.at, TIMES) : [];
  const items: Item[] = [
    { id: String(number), title: '', detail: await formatState(call.core, subscription, call.at) },
    ...times.map(({ due }) => ({
      id: 'next',
      title: '',
      detail: `${formatLocal(due, zone, call.at)} ${zone}`,
    })),
  ];
  const title = call.topics.find(({ name }) => name === topic)?.title ?? topic;
  return { ...digestReply(call, 'list'), topic, headline: `Digest ${number}: ${title}`, items, note };
}

function digestReply({ invocation, coverage }: Call, kind: Reply['kind']): Reply {
  return emptyReply(kind, { conversation: invocation.conversation, command: 'digest', coverage });
}
