import { describe, expect, test } from 'vitest';
import { datesInText } from '../../../src/core/text/dates-in-text.ts';
import { growth } from '../../fakes/cpu-time.ts';

const dates = (text: string, language = 'en') => datesInText(text, language).map(({ date }) => date);

describe('a date stated in full is read', () => {
  test.each([
    ['The office opened on 10 July 2024.', ['2024-07-10']],
    ['The office opened on July 10th, 2024, at noon.', ['2024-07-10']],
    ['It was the 1st of May 2023.', ['2023-05-01']],
    ['On Dec. 1, 2023 and Sept. 2, 2021', ['2023-12-01', '2021-09-02']],
    ['The talks of 10–12 July 2024 failed.', ['2024-07-10']],
    ['As of 2024-07-10 it is open.', ['2024-07-10']],
    ['They met in April 2022.', ['2022-04']],
    ['It began in mid-April 2022.', ['2022-04']],
    ['In 2022, and since 2014', ['2022', '2014']],
    ['the 2023 summit', ['2023']],
    ['Trade fell between 2019 and 2021.', ['2019']],
    ['on 10\u00A0July\u202F2024', ['2024-07-10']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  test.each([
    ['fr', 'Le 10 juillet 2024 et le 1er mai 2023, depuis 2014.', ['2024-07-10', '2023-05-01', '2014']],
    ['de', 'Am 10. Juli 2024, im März 2023 und seit 2014.', ['2024-07-10', '2023-03', '2014']],
    ['es', 'El 10 de julio de 2024 y en 2014.', ['2024-07-10', '2014']],
    ['ru', 'Встреча 10 июля 2024 года.', ['2024-07-10']],
    ['ja', '2024年7月10日に始まった。2023年も。', ['2024-07-10', '2023']],
    ['zh', '2024年7月', ['2024-07']],
  ])('in %s', (language, text, expected) => {
    expect(dates(text, language)).toEqual(expected);
  });
});

describe('no date is guessed', () => {
  test.each([
    'in April',
    'on 12 July',
    'mid-April',
    'on Tuesday, last week',
    'on 10/07/2024',
    'It cost $2024, or 2,024 crowns, or 2024.5.',
    'Resolution 2024 was signed by 2024 people.',
    'Call 020 2024 1999.',
    'version 1.2.2024',
    'since 2024 soldiers left',
    'in 2024%',
    'Mayor 2024',
    'in 9999, in 0123',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

test('a date says where it stands', () => {
  const text = 'Nothing happened until 10 July 2024.';
  expect(text.slice(datesInText(text, 'en')[0]?.start)).toBe('10 July 2024.');
});

test('a long text takes time in proportion to its length', () => {
  const search = (size: number) => datesInText('In July 20 the 2 of 2024, 10 de '.repeat(size), 'en');
  expect(growth(search, 2000)).toBeLessThan(30);
});
