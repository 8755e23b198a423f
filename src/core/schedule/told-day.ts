import { localTimeOf } from './local-time.ts';
import { formatLocalDay } from './schedule.ts';

/** The local day of a moment. */
export interface ToldDay {
  /** As people are told it: `24 Nov`. */
  readonly told: string;
  /** `2026-11-24` */
  readonly date: string;
}

/** Creates what tells the days of moments in a zone. */
export function toldDays(zone: string, now: Date): (moment: Date) => ToldDay {
  return (moment) => ({
    told: formatLocalDay(moment, zone, now),
    date: localTimeOf(moment, zone).date,
  });
}
