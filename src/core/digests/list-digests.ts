import { LENGTHS } from '../answers/selection.ts';
import type { Call, Core } from '../core.ts';
import { emptyReply, type Item, type Reply } from '../messages/reply.ts';
import { chosenSubscription } from './chosen-subscription.ts';
import { comingSlots } from './coming-slots.ts';
import type { Edition } from './edition.ts';
import { isExtra } from './past.ts';
import { sayLocal, saySchedule } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import { isZone } from './zone-names.ts';

const MAX_EDITIONS = 20;

/** The digests of this channel, and when each comes next. */
export async function listDigests(call: Call): Promise<Reply> {
  const { core, invocation, at, topics } = call;
  const here = await core.store.subscriptions.list(invocation.reader);
  const titleOf = (topic: string) => topics.find(({ name }) => name === topic)?.title ?? topic;
  return {
    ...reply(call),
    headline: 'Digests of this channel',
    items: await Promise.all(
      here.map(async (each) => ({
        id: String(each.number),
        title: titleOf(each.topic),
        detail: await sayState(core, each, at),
      })),
    ),
    note: here.length === 0 ? 'None is ordered here yet: /digest add and a topic orders one.' : null,
  };
}

/** `08:00 mon-fri Europe/London · next Wed 25 Nov 08:00 · 1m, 5 excerpts at most` */
export async function sayState(core: Core, subscription: Subscription, now: Date): Promise<string> {
  const { paused, zone, length, max, whenEmpty } = subscription;
  const [next] = paused === null ? await comingSlots(core, subscription, now) : [];
  const state =
    paused === null ? (next ? `next ${sayLocal(next.due, zone, now)}` : 'never') : `paused: ${paused}`;
  const empty = whenEmpty === 'note' ? ' · says when nothing is new' : '';
  return `${saySchedule(subscription)} · ${state} · ${length}, ${sayMost(length, max)}${empty}`;
}

/** The length bounds the excerpts too. */
function sayMost(length: Subscription['length'], max: number): string {
  const most = Math.min(max, LENGTHS[length].points);
  return most === 1 ? '1 excerpt' : `${most} excerpts at most`;
}

/** What became of the latest editions of this channel, or of one digest of it. */
export async function digestHistory(call: Call, which: string | null): Promise<Reply> {
  const { core, invocation } = call;
  const one = which === null ? null : await chosenSubscription(call, which, 'history');
  const zones = new Map(
    (await core.store.subscriptions.list(invocation.reader)).map(({ number, zone }) => [
      number,
      isZone(zone) ? zone : 'UTC', // one that is gone from the system's data
    ]),
  );
  const editions = await core.store.editions.list(invocation.reader, {
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
    title: `${kind} ${sayLocal(edition.due, zone, now)} ${zone}`,
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
  return isLate ? `, late: ${sayLocal(at, zone, now)}` : '';
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
