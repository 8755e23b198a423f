import { describe, expect, test } from 'vitest';
import { lastDayRecorded } from '../../../../src/core/library/facts/record-days.ts';

const recorded = (title: string, text = '') => lastDayRecorded([title], text);

describe('the record of a meeting of several days', () => {
  test.each([
    ['Minutes of the Harbour Board, January 30-31, 2024', '2024-01-31'],
    ['Minutes of the Harbour Board, April 30–May 1, 2024', '2024-05-01'],
    ['Minutes, 30 and 31 January 2024', '2024-01-31'],
    ['Proceedings, 30 April – 1 May 2024', '2024-05-01'],
    ['Protokoll der Sitzung vom 30.–31. Januar 2024', '2024-01-31'],
    ['Procès-verbal, 30 et 31 janvier 2024', '2024-01-31'],
    ['Acta de la reunión, 30 y 31 de enero de 2024', '2024-01-31'],
  ])('was made on the last: %s', (title, day) => {
    expect(recorded(title)).toBe(day);
  });

  test('may say the days in a line below its title', () => {
    expect(recorded('Minutes', 'Minutes of the Board\n\nJune 14–15, 2022\n\nThe Board met.')).toBe(
      '2022-06-15',
    );
  });
});

test.each([
  ['what is no record', 'Harbour Festival, 12–14 June 2024'],
  ['a record of a single day', 'Minutes, 12 June 2024'],
  ['a record that names two meetings', 'Minutes of 12–14 June 2024 and 3–4 July 2024'],
  ['days that run backwards', 'Minutes, June 14–12, 2024'],
  ['days that do not exist', 'Minutes, 30–31 June 2024'],
])('nothing is recorded by %s', (_what, title) => {
  expect(recorded(title)).toBeNull();
});
