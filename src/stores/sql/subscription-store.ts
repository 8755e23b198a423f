import type { Kysely } from 'kysely';
import type { SubscriptionStore } from '../../core/delivery/subscription-store.ts';
import { formatQuietHours, parseQuietHours } from '../../core/schedule/quiet-hours.ts';
import type { Subscription, SubscriptionKey, Weekday } from '../../core/schedule/subscription.ts';
import type { Filing } from '../../core/text/filing.ts';
import { inChannel, onPlatforms } from './conditions.ts';
import { instant, toDate } from './instant.ts';
import type { Schema } from './schema.ts';

/** Stores subscriptions, one row each. */
export function createSubscriptionStore(database: Kysely<Schema>): SubscriptionStore {
  const rows = () => database.selectFrom('subscriptions').selectAll();
  return {
    add: (subscription) => add(database, subscription),
    async list(channel) {
      const here = rows().where(inChannel(channel)).orderBy('number');
      return (await here.execute()).map(toSubscription);
    },
    async put(subscription) {
      const { platform, workspace, channel, number, ...row } = toRow(subscription);
      const update = database.updateTable('subscriptions').set(row);
      const own = update.where(inChannel({ platform, workspace, channel })).where('number', '=', number);
      return (await own.executeTakeFirst()).numUpdatedRows > 0n;
    },
    async remove({ channel, number }: SubscriptionKey) {
      const query = database.deleteFrom('subscriptions').where(inChannel(channel));
      return (await query.where('number', '=', number).executeTakeFirst()).numDeletedRows > 0n;
    },
    async all({ platforms, workspace }) {
      const everywhere = rows().where(onPlatforms(platforms));
      const wanted = workspace === undefined ? everywhere : everywhere.where('workspace', '=', workspace);
      return (await wanted.execute()).map(toSubscription).sort(byPlace);
    },
    async alerts(platforms) {
      const active = rows().where(onPlatforms(platforms)).where('paused', 'is', null);
      return (await active.where('alert', 'is not', null).execute()).map(toSubscription).sort(byPlace);
    },
    async toPlan(platforms, now, limit) {
      const active = rows().where(onPlatforms(platforms)).where('paused', 'is', null);
      const on = active.where('alert', 'is', null);
      const ready = on.where((where) =>
        where.or([
          where('next', 'is', null),
          where('next', '<=', now.valueOf()),
          where('planned', '>', now.valueOf()),
        ]),
      );
      const earliest = ready.orderBy('next', (order) => order.asc().nullsFirst());
      return (await earliest.limit(limit).execute()).map(toSubscription);
    },
  };
}

/** Two processes that take a number at once get different ones. */
async function add(
  database: Kysely<Schema>,
  subscription: Omit<Subscription, 'number'>,
): Promise<Subscription> {
  for (;;) {
    const numbered = { ...subscription, number: 1 + (await highestNumber(database, subscription)) };
    const insert = database.insertInto('subscriptions').values({ ...toRow(numbered), planned: null });
    const { numInsertedOrUpdatedRows } = await insert
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) > 0n) return numbered;
  }
}

/** The subscription with the highest number may be gone, and known from its editions only. */
async function highestNumber(
  database: Kysely<Schema>,
  { channel }: Pick<SubscriptionKey, 'channel'>,
): Promise<number> {
  const given = await database
    .selectFrom('subscriptions')
    .where(inChannel(channel))
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirst();
  const posted = await database
    .selectFrom('editions')
    .where(inChannel(channel))
    .select(({ fn }) => fn.max('subscription').as('number'))
    .executeTakeFirst();
  return Math.max(given?.number ?? 0, posted?.number ?? 0);
}

type Row = Schema['subscriptions'];

function toRow({ channel, ...given }: Subscription): Omit<Row, 'planned'> {
  const { tags, grade } = given.filing;
  return {
    ...{ tags: tags?.join(',') ?? null, grade: grade ?? null },
    ...{ platform: channel.platform, workspace: channel.workspace, channel: channel.channel },
    ...{ number: given.number, topic: given.topic, at: given.at, days: given.days.join(',') },
    ...{ zone: given.zone, length: given.length, when_empty: given.whenEmpty, max_points: given.max },
    ...{ owner: given.owner, since: given.since.valueOf(), paused: given.paused, next: instant(given.next) },
    ...{ alert: given.alert && formatQuietHours(given.alert.quiet), ordered: given.ordered.valueOf() },
  };
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const LENGTHS: readonly Subscription['length'][] = ['30s', '1m', '3m'];

function toSubscription(row: Row): Subscription {
  const { platform, workspace, channel, number, topic, at, zone, owner, paused } = row;
  const days = row.days.split(',').map(Number);
  return {
    ...{ channel: { platform, workspace, channel }, number, topic, at, zone, owner, paused },
    days: WEEK.filter((day) => days.includes(day)),
    length: LENGTHS.find((length) => length === row.length) ?? '1m',
    whenEmpty: row.when_empty === 'note' ? 'note' : 'skip',
    max: row.max_points,
    alert: row.alert === null ? null : { quiet: parseQuietHours(row.alert) },
    filing: toFiling(row),
    ordered: new Date(row.ordered),
    since: new Date(row.since),
    next: toDate(row.next),
  };
}

function toFiling({ tags, grade }: Pick<Row, 'tags' | 'grade'>): Filing {
  return { ...(tags !== null && { tags: tags.split(',') }), ...(grade !== null && { grade }) };
}

/** Orders by platform, workspace and channel, then by number. */
export function byPlace(a: SubscriptionKey, b: SubscriptionKey): number {
  for (const part of ['platform', 'workspace', 'channel'] as const) {
    if (a.channel[part] !== b.channel[part]) return a.channel[part] < b.channel[part] ? -1 : 1;
  }
  return a.number - b.number;
}
