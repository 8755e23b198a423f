import { describe, expect, test } from 'vitest';
import { canonicalZone, nearestZones } from '../../../src/core/schedule/zone-names.ts';

describe('the name of a zone', () => {
  test.each([
    ['europe/london', 'Europe/London'],
    [' AMERICA/NEW_YORK ', 'America/New_York'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Calcutta'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['africa/dar_es_salaam', 'Africa/Dar_es_Salaam'],
    ['antarctica/dumontdurville', 'Antarctica/DumontDUrville'],
    ['us/east-indiana', 'US/East-Indiana'],
    ['etc/gmt+5', 'Etc/GMT+5'],
    ['utc', 'UTC'],
    ['japan', 'Japan'],
  ])('%s is written %s', (typed, written) => {
    expect(canonicalZone(typed)).toBe(written);
  });

  test('is taken in any case for every zone that this machine lists', () => {
    const all = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'));
    expect(all.map((name) => canonicalZone(name.toUpperCase()))).toEqual(all);
  });

  test.each(['', ' ', '+02:00', '-0500', 'GMT+5', 'UTC+2', 'London', 'Mars/Olympus', 'Etc/Unknown'])(
    '"%s" is none',
    (typed) => {
      expect(canonicalZone(typed)).toBeNull();
    },
  );

  test.each(['EST', 'IST', 'PST', 'CET', 'EST5EDT', 'constructor', '__proto__'])(
    '%s is none: abbreviations mean several zones, or not what people think',
    (typed) => {
      expect(canonicalZone(typed)).toBeNull();
    },
  );
});

describe('what may have been meant by', () => {
  test.each([
    ['London', 'Europe/London'],
    ['New York', 'America/New_York'],
    ['new york city', 'America/New_York'],
    ['Europe/Lodon', 'Europe/London'],
    ['America/Los Angeles', 'America/Los_Angeles'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['EST', 'America/New_York'],
    ['IST', 'Asia/Kolkata'],
  ])('%s: %s', (typed, zone) => {
    expect(nearestZones(typed)[0]).toBe(zone);
  });

  test.each(['', '+02:00', 'xx', 'constructor', '__proto__', 'the moon', 'x'.repeat(10_000)])(
    '"%s": nothing',
    (typed) => {
      expect(nearestZones(typed)).toEqual([]);
    },
  );

  test('each suggestion is taken', () => {
    const typed = ['EST', 'CET', 'Eastern', 'Saint', 'Port', 'Berlin', 'Tokio', 'utc'];
    expect(typed.flatMap(nearestZones).filter((zone) => canonicalZone(zone) === null)).toEqual([]);
  });
});
