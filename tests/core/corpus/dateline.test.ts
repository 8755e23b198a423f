import { expect, test } from 'vitest';
import { readDateline } from '../../../src/core/corpus/dateline.ts';

test.each([
  ['10th July 2024 – (Beijing) As leaders gather in Washington, China watches.', '2024-07-10'],
  ['LONDON, March 3, 2024 (Agency) — Talks went on.', '2024-03-03'],
  ['BEIJING, 10 July 2024 — The ministry said on Wednesday.', '2024-07-10'],
  ['New Delhi, Dec. 1, 2023 -- The minister left.', '2023-12-01'],
  ['2024-07-10 – The office opened.', '2024-07-10'],
])('reads %s', (text, date) => {
  expect(readDateline(text)).toBe(date);
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
  '',
])('reads no date in %s', (text) => {
  expect(readDateline(text)).toBeNull();
});
