import type { Call, Core } from '../../src/core/bot/core.ts';
import { isExtra } from '../../src/core/delivery/channel-history.ts';
import { comingSlots } from '../../src/core/delivery/coming-slots.ts';
import { BRIEF_BUDGETS } from '../../src/core/quoting/selection.ts';
import { emptyReply, type Item, type Reply } from '../../src/core/replies/reply.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { formatLocal, formatSchedule } from '../../src/core/schedule/schedule.ts';
import type { Subscription } from '../../src/core/schedule/subscription.ts';
import { isZone } from '../../src/core/schedule/zone-names.ts';
import { chosenSubscription } from './chosen-subscription.ts';

const MAX_EDITIONS = 20;

/** The digests of this channel, and when each comes next. */
export async function listDigests(call: Call): Promise<Reply> {
  const { core, invocation, at, topics } = call;
  const here = await core.store.subscriptions.list(invocation.audience);
  const titleOf = (topic: string) => topics.find(({ name }) => name === topic)?.title ?? topic;
  return {
    ...reply(call),
    headline: 'Digests of this channel',
    items: await Promise.all(
      here.map(async (each) => ({
        id: String(each.number),
        title: titleOf(each.topic),
        detail: await formatState(core, each, at),
      })),
    ),
    note: here.length === 0 ? 'None is ordered here yet: /digest add and a topic orders one.' : null,
  };
}

/** `08:00 mon-fri Europe/London · next Wed 25 Nov 08:00 · 1m, 5 excerpts at most` */
export async function formatState(core: Core, subscription: Subscription, now: Date): Promise<string> {
  const { paused, zone, length, max, whenEmpty } = subscription;
  const [next] = paused === null ? await comingSlots(core, subscription, now) : [];
  const state =
    paused === null ? (next ? `next ${formatLocal(next.due, zone, now)}` : 'never') : `paused: ${paused}`;
  const empty = whenEmpty === 'note' ? ' · says when nothing is new' : '';
  return `${formatSchedule(subscription)} · ${state} · ${length}, ${formatMost(length, max)}${empty}`;
}

/** The length bounds the excerpts too. */
function formatMost(length: Subscription['length'], max: number): string {
  const most = Math.min(max, BRIEF_BUDGETS[length].maxPoints);
  return most === 1 ? '1 excerpt' : `${most} excerpts at most`;
}

/** What became of the latest editions of this channel, or of one digest of it. */
export async function digestHistory(call: Call, which: string | null): Promise<Reply> {
  const { core, invocation } = call;
  const one = which === null ? null : await chosenSubscription(call, which, 'history');
  const zones = new Map(
    (await core.store.subscriptions.list(invocation.audience)).map(({ number, zone }) => [
      number,
      isZone(zone) ? zone : 'UTC', // one that is gone from the system's data
    ]),
  );
  const editions = await core.store.editions.list(invocation.audience, {
    ...(one ? { number: one.number } : {}),
    limit: MAX_EDITIONS,
  });
  return {
    ...reply(call),
    headline: one ? `Editions of digest ${one.number}` : 'Editions of this channel',
    items: editions.map((edition) =>
      toItem(edition, zones.get(edition.number) ?? core.digests.zone, call.at),
    ),
    note: editions.length === 0 ? 'There was none yet.' : null,
  };
}

function toItem(edition: Edition, zone: string, now: Date): Item {
  const kind = isExtra(edition) ? 'extra' : 'due';
  const reason = edition.reason === null ? '' : `: ${edition.reason}`;
  return {
    id: String(edition.number),
    title: `${kind} ${formatLocal(edition.due, zone, now)} ${zone}`,
    detail: `${STATES[edition.state]}${excerpts(edition)}${lateness(edition, zone, now)}${reason}`,
  };
}

/** How much was shown. */
function excerpts({ state, content }: Edition): string {
  const count = content?.shown.length ?? 0;
  return state === 'sent' && count > 0 ? `, ${count} ${count === 1 ? 'excerpt' : 'excerpts'}` : '';
}

/** When it was posted, where that was not at its time. */
function lateness({ state, due, at }: Edition, zone: string, now: Date): string {
  const isLate = state === 'sent' && at.valueOf() - due.valueOf() > LATE;
  return isLate ? `, late: ${formatLocal(at, zone, now)}` : '';
}

const LATE = 600_000; // milliseconds

const STATES: Readonly<Record<Edition['state'], string>> = {
  due: 'waiting',
  claimed: 'being made',
  intent: 'being posted',
  sent: 'posted',
  failed: 'not posted',
  unknown: 'perhaps posted',
  empty: 'not posted',
  skipped: 'skipped',
};

function reply({ invocation, coverage }: Call): Reply {
  return emptyReply('list', { conversation: invocation.conversation, command: 'digest', coverage });
}
