import { describe, expect, test } from 'vitest';
import { parseLocalDate } from '../../../src/core/text/local-date.ts';

describe('a date in a language', () => {
  test.each([
    ['10. Juli 2024', null, '2024-07-10'],
    ['Mittwoch, 3. März 2021, 12:00 Uhr', null, '2021-03-03'],
    ['Von Ada Quay – 10. Juli 2024', null, '2024-07-10'],
    ['Publié le 1er août 2024 à 10h', null, '2024-08-01'],
    ['10 de julio de 2024', null, '2024-07-10'],
    ['10 luglio 2024', null, '2024-07-10'],
    ['10 de março de 2024', null, '2024-03-10'],
    ['10 juli 2024', null, '2024-07-10'],
    ['10 lipca 2024 r.', null, '2024-07-10'],
    ['den 5 maj 2024', null, '2024-05-05'],
    ['10. července 2024', null, '2024-07-10'],
    ['10 июля 2024 г.', null, '2024-07-10'],
    ['10 Temmuz 2024', null, '2024-07-10'],
    ['2024年7月10日（水）', null, '2024-07-10'],
    ['2024년 7월 10일', null, '2024-07-10'],
    ['2024. 7. 10.', null, '2024-07-10'],
    ['10.07.2024', 'de', '2024-07-10'],
    ['07/10/2024', 'fr-CA', '2024-10-07'],
    ['07/10/2024', 'en-GB', '2024-10-07'],
    ['25/12/2024', null, '2024-12-25'],
  ])('is read: %s (%s)', (written, language, date) => {
    expect(parseLocalDate(written, language)).toBe(date);
  });

  test.each([
    ['07/10/2024', null],
    ['07/10/2024', 'en-US'],
    ['10.07.2024', 'en'],
    ['vor 2 Stunden', 'de'],
    ['9–10 July 2024', 'en'],
    ['April 30–May 1, 2024', 'en'],
    ['31. Februar 2024', 'de'],
    ['Version 1.10.07.2024', 'de'],
    ['Juli 2024', 'de'],
  ])('is not made up: %s (%s)', (written, language) => {
    expect(parseLocalDate(written, language)).toBeNull();
  });
});
