import { describe, expect, test } from 'vitest';
import {
  formatLocal,
  formatLocalShort,
  formatSchedule,
  parseTime,
  parseZone,
} from '../../../src/core/schedule/schedule.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

describe('a time', () => {
  test.each([
    ['8:00', '08:00'],
    ['08:00', '08:00'],
    [' 23:59 ', '23:59'],
    ['0:00', '00:00'],
    ['8am', '08:00'],
    ['8:30 PM', '20:30'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
  ])('%s is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  test.each(['24:00', '8', '08:60', '8:0', '13pm', '0am', '', '-1:00', '08:00:00', 'noon', '٨:٠٠'])(
    '"%s" is none',
    (typed) => {
      expect(() => parseTime(typed)).toThrow(UserError);
    },
  );

  test('that is none is told how to be written', () => {
    expect(() => parseTime('25:00')).toThrow('"25:00" is not a time. Use 24-hour hh:mm, for example 08:00.');
  });
});

describe('a zone', () => {
  test('is read in any case', () => {
    expect(parseZone('europe/london')).toBe('Europe/London');
  });

  test('that was mistyped is answered with what may have been meant', () => {
    expect(() => parseZone('London')).toThrow('"London" is not a time zone. Did you mean Europe/London?');
    expect(() => parseZone('London')).toThrow(expect.objectContaining({ suggestions: ['Europe/London'] }));
  });

  test('that is an offset is answered with an example', () => {
    expect(() => parseZone('+02:00')).toThrow(
      '"+02:00" is not a time zone. Use a name like Europe/London, or UTC.',
    );
  });
});

describe('a schedule', () => {
  test('is said in one line', () => {
    const when = { at: '08:00', days: [1, 2, 3, 4, 5], zone: 'Europe/London', alert: null } as const;
    const schedule = { ...when, filing: {} };
    expect(formatSchedule(schedule)).toBe('08:00 mon-fri Europe/London');
    const quiet = { from: '22:00', until: '07:00' };
    expect(formatSchedule({ ...schedule, alert: { quiet } })).toBe(
      'as soon as something comes, at most every 10 minutes, quiet 22:00–07:00 Europe/London',
    );
    const filing = { tags: ['primary', 'treaty'], grade: 'B2' };
    expect(formatSchedule({ ...schedule, filing })).toBe(
      '08:00 mon-fri Europe/London, only documents tagged primary and treaty, graded B2 or better',
    );
  });

  test('an instant is said as clocks there show it, with the year only where it is another', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(formatLocal(new Date('2026-11-24T08:00:00Z'), 'Europe/London', now)).toBe('Tue 24 Nov 08:00');
    expect(formatLocal(new Date('2026-12-31T18:00:00Z'), 'Asia/Tokyo', now)).toBe('Fri 1 Jan 2027 03:00');
    expect(formatLocal(new Date('2026-12-31T18:00:00Z'), 'Europe/London', now)).toBe('Thu 31 Dec 18:00');
  });

  test('an instant of the coming week is said by its weekday', () => {
    expect(formatLocalShort(new Date('2026-11-24T08:00:00Z'), 'Asia/Tokyo')).toBe('Tue 17:00');
  });
});
