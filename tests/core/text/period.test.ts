import { describe, expect, test } from 'vitest';
import { isTimeWord, type Period, periodIn } from '../../../src/core/text/period.ts';

const now = new Date('2026-11-29T10:00:00Z');
const period = (question: string, earlier: Period | null = null) => {
  const found = periodIn(question, { now, earlier });
  return found && [found.since, found.before];
};

describe('a question asks about a period', () => {
  test.each([
    ['What did the port do in July 2022?', ['2022-07', '2022-08']],
    ['What happened on 12 May 2021?', ['2021-05-12', '2021-05-13']],
    ['How many answers did the 2018 survey get?', ['2018', '2019']],
    ['What was built in the 1960s?', ['1960', '1970']],
    ['How did traffic develop in Q3 2022?', ['2022-07', '2022-10']],
    ['And in the third quarter of 2022?', ['2022-07', '2022-10']],
    ['What has changed since the fourth quarter of 2021?', ['2021-10', null]],
    ['What was said of 2022-Q1?', ['2022-01', '2022-04']],
    ['Was geschah im 2. Quartal 2022?', ['2022-04', '2022-07']],
    ['Que s’est-il passé au troisième trimestre 2022 ?', ['2022-07', '2022-10']],
    ['2022年第4四半期はどうでしたか', ['2022-10', '2023-01']],
    ['What was sold before 2020?', [null, '2020']],
    ['What has changed since June 2021?', ['2021-06', null]],
    ['What changed between October 2024 and September 2025?', ['2024-10', '2025-10']],
    ['Was geschah am 10. Juli 2024?', ['2024-07-10', '2024-07-11']],
    ['Que s’est-il passé en juillet 2022 ?', ['2022-07', '2022-08']],
    ['2022年7月に何がありましたか', ['2022-07', '2022-08']],
    ['What happened last year?', ['2025', '2026']],
    ['What was said last month?', ['2026-10', '2026-11']],
    ['What changed this week?', ['2026-11-23', '2026-11-30']],
    ['What was decided in March?', ['2026-03', '2026-04']],
    ['What was decided in December?', ['2025-12', '2026-01']],
  ] as const)('%s', (question, wanted) => {
    expect(period(question)).toEqual(wanted);
  });

  test.each([
    'What may happen next?',
    'Did they march to the port?',
    'Is 1.2015 enough?',
    'Who left in that year?',
  ])('or about none: %s', (question) => {
    expect(period(question)).toBeNull();
  });

  test('that the turn before named', () => {
    const july = { since: '2022-07', before: '2022-08' };
    expect(period('And in September of that year?', july)).toEqual(['2022-09', '2022-10']);
    expect(period('And in September?', july)).toEqual(['2022-09', '2022-10']);
    expect(period('And over the following year?', july)).toEqual(['2023', '2024']);
  });
});

test('months, years and their names only say when', () => {
  expect(['July', 'juillet', '2022', 'year'].every(isTimeWord)).toBe(true);
  expect(['port', '12', '9000'].some(isTimeWord)).toBe(false);
});
