import { parseNumber } from '../../src/core/bot/parse-number.ts';
import { parseDays, parseTime, parseZone } from '../../src/core/schedule/schedule.ts';
import type { Order } from '../../src/core/schedule/subscription.ts';

/** What somebody says of a digest, as typed; null where nothing is said. */
export interface DigestRequest {
  readonly topic: string | null;
  readonly at: string | null;
  readonly days: string | null;
  readonly zone: string | null;
  readonly length: Order['length'] | null;
  readonly whenEmpty: Order['whenEmpty'] | null;
  readonly max: string | null;
}

/** The most excerpts of a digest. */
export const MAX_EXCERPTS = 10;

/** An order as it is said; what is not said stays as it was. */
export function parseOrder({ at, days, zone, length, whenEmpty, max }: DigestRequest, before: Order): Order {
  return {
    topic: before.topic,
    at: at === null ? before.at : parseTime(at),
    days: days === null ? before.days : parseDays(days),
    zone: zone === null ? before.zone : parseZone(zone),
    length: length ?? before.length,
    whenEmpty: whenEmpty ?? before.whenEmpty,
    max: parseNumber('max', max, before.max, MAX_EXCERPTS),
  };
}
