import { echo } from '../text/echo.ts';
import { UserError } from '../text/user-error.ts';
import { localTimeOf } from './local-time.ts';
import { parseTime } from './schedule.ts';
import type { QuietHours } from './subscription.ts';

/** Whether local clocks show quiet hours at an instant; hours that clocks show twice are quiet twice. */
export function isQuiet({ from, until }: QuietHours, instant: Date, zone: string): boolean {
  const { time } = localTimeOf(instant, zone);
  return from < until ? from <= time && time < until : from <= time || time < until;
}

const NONE: ReadonlySet<string> = new Set(['none', 'no', 'off', 'never']);

/** Parses `22-07`, `22:00-07:30`, `10pm-7am`; `none` is null. */
export function parseQuietHours(text: string): QuietHours | null {
  if (NONE.has(text.trim().toLowerCase())) return null;
  const [from, until, ...more] = text.trim().split(/\s*[-–]\s*/);
  if (!from || !until || more.length > 0) throw invalid(text);
  const quiet = { from: parseHour(from), until: parseHour(until) };
  if (quiet.from === quiet.until) throw invalid(text);
  return quiet;
}

/** Formats quiet hours as `22:00-07:00`, which parseQuietHours parses as the same. */
export function formatQuietHours(quiet: QuietHours | null): string {
  return quiet === null ? 'none' : `${quiet.from}-${quiet.until}`;
}

/** `22` alone is an hour here. */
function parseHour(text: string): string {
  return parseTime(/^\d{1,2}$/.test(text) ? `${text}:00` : text);
}

function invalid(text: string): UserError {
  return new UserError(`"${echo(text)}" are no quiet hours. Use for example 22-07, 22:00-06:30 or none.`, {
    code: 'invalid-option',
  });
}
