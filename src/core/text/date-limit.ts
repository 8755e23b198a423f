import { isDate, parseStatedDate } from './stated-date.ts';

const AGO = /^(\d{1,4}) ?([dwmy])$/i;

/**
 * Parses a date that limits what is searched: `2024-07-10`, `10 July 2024`, `2024-07` or `2024`, or how long ago from the
 * day of `now` (UTC): `7d`, `2w`, `3m`, `1y`. Null if it is none.
 */
export function parseDateLimit(written: string, now: Date): string | null {
  const ago = AGO.exec(written.trim());
  return ago ? dateAgo(Number(ago[1]), (ago[2] ?? 'd').toLowerCase(), now) : parseStatedDate(written);
}

/** The date so many days, weeks, months or years ago; a month that lacks the day gives its last. Null if before year 1. */
function dateAgo(count: number, unit: string, now: Date): string | null {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const days = { d: count, w: 7 * count }[unit];
  const date =
    days === undefined
      ? monthsAgo(unit === 'y' ? 12 * count : count, { year, month, day })
      : new Date(Date.UTC(year, month, day - days));
  const text = date.toISOString().slice(0, 10);
  return isDate(text) ? text : null;
}

function monthsAgo(count: number, { year, month, day }: { year: number; month: number; day: number }): Date {
  const last = new Date(Date.UTC(year, month - count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - count, Math.min(day, last)));
}
