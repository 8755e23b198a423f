import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDateline, withoutDateline } from '../../../src/core/text/dateline.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

test.each([
  ['10th July 2024 – (Beijing) As leaders gather in Washington, China watches.', '2024-07-10'],
  ['LONDON, March 3, 2024 (Agency) — Talks went on.', '2024-03-03'],
  ['BEIJING, 10 July 2024 — The ministry said on Wednesday.', '2024-07-10'],
  ['New Delhi, Dec. 1, 2023 -- The minister left.', '2023-12-01'],
  ['London, 3 March 2024 – “We are late,” the keeper said.', '2024-03-03'],
  ['NEW YORK (AP), Sept. 4, 2023 -- Talks began.', '2023-09-04'],
  ['Wednesday, 10 JULY 2024 – Talks began.', '2024-07-10'],
  ['\n July 10, 2024 (Reuters) - Talks began.', '2024-07-10'],
  ['2024-07-10 – The office opened.', '2024-07-10'],
])('reads %s', (text, date) => {
  expect(parseDateline(text)).toBe(date);
});

test.each([
  'LONDON, March 3 (Agency) — Talks went on.',
  'LONDON (Agency) — Talks of 3 March 2024 went on.',
  'Since March 2024 – a long time – the office has been closed.',
  'The treaty of 4 April 1949 created NATO. 10 July 2024 – Nobody knows.',
  'On 10 July 2024 the office opened.',
  'A first line.\n10 July 2024 – The office opened.',
  'BEIJING, 31 February 2024 — Nothing happened.',
  'Founded on 4 April 1949 – and never dissolved – it is old.',
  'Since 10 July 2024 – The ferry has been late.',
  'Born 10 July 1924 – Died 3 March 1999.',
  '10 July 1924 – March 3, 1999: what the harbour saw.',
  '10 July 1924 – Talks began.\n3 March 1925 – Talks ended.',
  '10 July 2024 –',
  '',
])('reads no date in %s', (text) => {
  expect(parseDateline(text)).toBeNull();
});

test.each([
  '10th July 2024 – (Beijing) Talks began.',
  'LONDON, March 3 (Agency) — Talks began.',
  'London (Reuters) - Talks began.',
  '3 March – Talks began.',
])('is left out before the opening words: %s', (text) => {
  expect(withoutDateline(text)).toBe('Talks began.');
});

test.each([
  'Fares rise – Council says no.',
  'Since 10 July 2024 – The ferry has been late.',
  'The mayor of the town – Ann Lind – was born in 1960.',
  'NATO – The alliance grows.',
  'Room 12 – The keeper sleeps.',
])('is not seen in other openings: %s', (text) => {
  expect(withoutDateline(text)).toBe(text);
});

test('never takes long, whatever the text', () => {
  const part = fc.constantFrom(
    'LONDON',
    'London',
    ',',
    ' ',
    '(',
    ')',
    '10',
    'July',
    '2024',
    '–',
    '\n',
    'A.-',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 600 }), (parts) => {
      const text = parts.join('');
      expect(cpuTime(() => [parseDateline(text), withoutDateline(text)])).toBeLessThan(1000);
    }),
  );
});
