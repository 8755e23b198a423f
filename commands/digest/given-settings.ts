import { parseNumber } from '../../src/core/bot/parse-number.ts';
import { formatSchedule, parseTime, parseZone } from '../../src/core/schedule/schedule.ts';
import type { DigestSettings, Subscription } from '../../src/core/schedule/subscription.ts';
import { parseDays } from '../../src/core/schedule/weekdays.ts';
import { isSameFiling } from '../../src/core/text/filing.ts';
import { hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { type GivenAlert, parseAlert } from './given-alert.ts';
import type { GivenFiling } from './given-filing.ts';

/** The settings of a digest as a person types them; null if not given. */
export interface GivenSettings extends GivenAlert, GivenFiling {
  readonly topic: string | null;
  readonly zone: string | null;
  readonly length: DigestSettings['length'] | null;
  readonly max: string | null;
}

/** The limit of a digest's `max`. */
export const MAX_EXCERPTS = 10;

/** Parses given settings; what is not given stays as in `before`, and so do the topic and what it keeps to. */
export function parseSettings(given: GivenSettings, before: DigestSettings): DigestSettings {
  const { at, days, zone, length, whenEmpty, max } = given;
  return {
    topic: before.topic,
    filing: before.filing,
    alert: parseAlert(given, before),
    at: at === null ? before.at : parseTime(at),
    days: days === null ? before.days : parseDays(days),
    zone: zone === null ? before.zone : parseZone(zone),
    length: length ?? before.length,
    whenEmpty: whenEmpty ?? before.whenEmpty,
    max: parseNumber('max', max, before.max, MAX_EXCERPTS),
  };
}

/** Throws a UserError if another digest has the same topic and schedule; a topic has one alert for what it keeps to. */
export function refuseTwin(others: readonly Subscription[], settings: DigestSettings): void {
  const schedule = formatSchedule(settings);
  const isTwin = (each: Subscription) =>
    settings.alert === null
      ? formatSchedule(each) === schedule
      : each.alert !== null && isSameFiling(each.filing, settings.filing);
  const twin = others.find((each) => each.topic === settings.topic && isTwin(each));
  if (!twin) return;
  throw new UserError(
    `This channel already has that digest: number ${twin.number}. See ${hint('digest', { action: 'list' })}.`,
    {
      code: 'digest-exists',
    },
  );
}
