import { describe, expect, test } from 'vitest';
import { formatQuietHours, isQuiet, parseQuietHours } from '../../../src/core/schedule/quiet-hours.ts';

describe('quiet hours', () => {
  test.each([
    ['22-07', '22:00-07:00'],
    ['22:30 - 06:15', '22:30-06:15'],
    ['10pm–7am', '22:00-07:00'],
    ['0-6', '00:00-06:00'],
    ['none', 'none'],
    ['Off', 'none'],
  ])('%s are read as %s', (typed, meant) => {
    expect(formatQuietHours(parseQuietHours(typed))).toBe(meant);
    expect(formatQuietHours(parseQuietHours(meant))).toBe(meant);
  });

  test.each(['22', '22-', '-07', '22-07-09', '22-22', '24-07', 'night', ''])('%j are refused', (typed) => {
    expect(() => parseQuietHours(typed)).toThrow();
  });

  test('begin with their first minute and end with their last', () => {
    const quiet = { from: '22:00', until: '07:00' };
    const at = (time: string) => isQuiet(quiet, new Date(`2026-01-12T${time}Z`), 'UTC');
    expect(['21:59:59', '22:00:00', '00:00:00', '06:59:59', '07:00:00', '12:00:00'].map(at)).toEqual([
      ...[false, true, true, true, false, false],
    ]);
  });

  test('within a day too', () => {
    const quiet = { from: '12:00', until: '13:30' };
    const at = (time: string) => isQuiet(quiet, new Date(`2026-01-12T${time}Z`), 'UTC');
    expect(['11:59', '12:00', '13:29', '13:30', '23:00'].map(at)).toEqual([false, true, true, false, false]);
  });
});

/** The minutes of a stretch of time at which it becomes quiet, and at which it ends, in UTC. */
function changes(quiet: string, zone: string, from: string, hours: number): string[] {
  const hoursMeant = parseQuietHours(quiet);
  if (!hoursMeant) throw new Error('No quiet hours.');
  const start = Date.parse(from);
  const found: string[] = [];
  let before = isQuiet(hoursMeant, new Date(start), zone);
  for (let minute = 1; minute <= hours * 60; minute++) {
    const at = new Date(start + minute * 60_000);
    const now = isQuiet(hoursMeant, at, zone);
    if (now !== before) found.push(`${at.toISOString().slice(5, 16)} ${now ? 'quiet' : 'awake'}`);
    before = now;
  }
  return found;
}

// By the clock changes that the tz database lists for 2026 and 2027.
describe('quiet hours where clocks change', () => {
  test.each([
    ['22-07', 'Europe/London', '2026-03-28T12:00Z', ['03-28T22:00 quiet', '03-29T06:00 awake']],
    ['22-07', 'Europe/London', '2026-10-24T12:00Z', ['10-24T21:00 quiet', '10-25T07:00 awake']],
    // They end in the hour that is skipped: with it.
    ['22-02:30', 'Europe/Berlin', '2026-03-28T12:00Z', ['03-28T21:00 quiet', '03-29T01:00 awake']],
    // They begin in the hour that is skipped: after it.
    ['02:30-05', 'Europe/Berlin', '2026-03-28T12:00Z', ['03-29T01:00 quiet', '03-29T03:00 awake']],
    // All of them are skipped.
    ['02-03', 'Europe/Berlin', '2026-03-28T12:00Z', []],
    // They end in the hour that comes twice: each time that clocks show it.
    [
      ...(['22-02:30', 'Europe/Berlin', '2026-10-24T12:00Z'] as const),
      ['10-24T20:00 quiet', '10-25T00:30 awake', '10-25T01:00 quiet', '10-25T01:30 awake'],
    ],
    ['22-07', 'America/New_York', '2026-03-07T20:00Z', ['03-08T03:00 quiet', '03-08T11:00 awake']],
    // Half an hour, in the southern summer.
    ['22-07', 'Australia/Lord_Howe', '2026-10-03T06:00Z', ['10-03T11:30 quiet', '10-03T20:00 awake']],
    // Clocks change at midnight here.
    ['23-01', 'Africa/Cairo', '2026-04-23T12:00Z', ['04-23T21:00 quiet', '04-23T22:00 awake']],
    ['22-07', 'Asia/Kathmandu', '2026-06-01T10:00Z', ['06-01T16:15 quiet', '06-02T01:15 awake']],
  ])('%s in %s, from %s', (quiet, zone, from, expected) => {
    expect(changes(quiet, zone, from, 20)).toEqual(expected);
  });
});
