import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatedDates } from '../../../../src/core/library/facts/opening-dates.ts';
import { cpuTime } from '../../../fakes/cpu-time.ts';

const PROSE = `${'The keeper lit the lamp at dusk, as he had done for thirty years and as his father had. '.repeat(3)}`;
const UNENDED =
  'The keeper lit the lamp at dusk, as he had done for so many years, and as his father had on all of the days of his own life on the old pier\n';
const published = (text: string, language = 'en') =>
  findStatedDates(`${text}\n\n${PROSE}`, language).published;

describe('the day of publication', () => {
  test.each([
    ['Published on 18 June 2026', 'en', '2026-06-18'],
    ['The lamps\n\nPublished on\n\n18 June 2026', 'en', '2026-06-18'],
    ['Published 1 May 2024, last updated 3 May 2024', 'en', '2024-05-01'],
    [
      '(Brussels, 11 July 2024) The Council met the keepers of the lamps at the pier today.',
      'en',
      '2024-07-11',
    ],
    ['LONDON, July 3, 2024 (Agency) – The keepers met at the pier of the town today.', 'en', '2024-07-03'],
    ['Brussels, 11 July 2024', 'en', '2024-07-11'],
    ['(Brussels, 11 July 2024)', 'en', '2024-07-11'],
    ['[11 July 2024, Brussels]', 'en', '2024-07-11'],
    ['Brussels, 11 July 2024 Check against delivery', 'en', '2024-07-11'],
    [
      'July 11, 2024 Contact: Ada Quay\nFor Immediate Release: The lamps of the harbour are lit on May 3, 2024',
      'en',
      '2024-07-11',
    ],
    ['3 May 2024 Media contact: Ada Quay', 'en', '2024-05-03'],
    ['Thursday, 11" July 2024', 'en', '2024-07-11'],
    ['July 27%, 2024', 'en', '2024-07-27'],
    [
      '11 July 2024\n\nOn 3 May 2024, the lamp was lit.\n\nMay 4, 2024, was dark.\n\nThe keepers have written to all of the boards on\n5 May 2024 in vain.',
      'en',
      '2024-07-11',
    ],
    ['Wednesday 10 July 2024 10:30', 'en', '2024-07-10'],
    ['Berlin, den 3. Mai 2024', 'de', '2024-05-03'],
    ['Paris, le 3 mai 2024', 'fr', '2024-05-03'],
    ['BERN, 03.05.2024', 'de', '2024-05-03'],
    ['September 18, 2024\n\nLamps are lit\n\nFor release at 2:00 p.m. EDT', 'en', '2024-09-18'],
    ['By Ada Quay | 3 May 2024', 'en', '2024-05-03'],
    ['By Ada Chang | 3 May 2024', 'en', '2024-05-03'],
    ['Released on 2024/05/03.', 'en', '2024-05-03'],
    ['Press release 24/123, Brussels, 11 July 2024', 'en', '2024-07-11'],
    ['Veröffentlicht am 3.5.2024', 'de', '2024-05-03'],
    ['Ausfertigungsdatum : 1871-05-15', 'de', '1871-05-15'],
    ['Pressemitteilung vom 03.05.2024', 'de', '2024-05-03'],
    ['Publié le 3 mai 2024 à 10h00 - Mis à jour le 4 mai 2024', 'fr', '2024-05-03'],
    ['Madrid, 3 de mayo de 2024', 'es', '2024-05-03'],
    ['Pubblicato il 3 maggio 2024', 'it', '2024-05-03'],
    ['Publicado em 03/04/2024', 'pt', '2024-04-03'],
    ['Gepubliceerd op 3 mei 2024', 'nl', '2024-05-03'],
    ['Opublikowano 3 maja 2024', 'pl', '2024-05-03'],
    ['公開日：2024年5月3日', 'ja', '2024-05-03'],
    ['发布时间：2024-05-03 10:00', 'zh', '2024-05-03'],
    ['게시일: 2024. 5. 3.', 'ko', '2024-05-03'],
    ['Date: 3 May 2024\nTime: 10:00\nPresent: Ada Quay', 'en', '2024-05-03'],
    ['Published 03/04/2024\n\nThe last ferry sailed on 25/12/2023.', 'en', '2024-04-03'],
    ['Published 03/04/2024\n\nThe last ferry sailed on 12/25/2023.', 'en', '2024-03-04'],
  ])('is read: %s', (text, language, date) => {
    expect(published(text, language)).toBe(date);
  });

  test.each([
    ['Updated 3 May 2024', 'en'],
    ['Released on 3 May 2024, the film about the lamps was a success.', 'en'],
    ['Mis à jour le 4 mai 2024', 'fr'],
    ['Stand: 3. Mai 2024', 'de'],
    ['Published 03/04/2024', 'en'],
    ['Published yesterday', 'en'],
    ['Date: 3 May 2024\nTime: 10:00\nVenue: The pier', 'en'],
    ['Since 10 July 2024 – The ferry has been late on every day of the week.', 'en'],
    ['Next meeting: 3 May 2024', 'en'],
    ['Deadline: 3 May 2024', 'en'],
    ['Deadline 3 May 2024', 'en'],
    ['Effective 3 May 2024', 'en'],
    ['Issued or renewed before 3 May 2024', 'en'],
    ['Press release: Lamps are to be lit on 3 May 2024', 'en'],
    ['On 3 May 2024 the keepers met.', 'en'],
    ['3 May 2024\nThe lamp was lit.\n4 May 2024\nIt went out.\n5 May 2024\nIt was lit.', 'en'],
    ['3 May 2024\n\n4 May 2024', 'en'],
    [`3 May 2024, Paris\n\n${PROSE}\n${PROSE}\n4 May 2024, Rome\n\n${PROSE}\n5 May 2024, Bonn`, 'en'],
    [`3 May 2024\n${UNENDED}${UNENDED}4 May 2024\n${UNENDED}5 May 2024\n${UNENDED}`, 'en'],
    ['Bank Rate – 5% March 2024', 'en'],
    ['9–10 July 2024', 'en'],
  ])('is not made up: %s', (text, language) => {
    expect(published(text, language)).toBeNull();
  });

  test('is not that of a line far below', () => {
    expect(published(`${PROSE}\n\n${PROSE}\n\nPublished on 3 May 2024\n\n${PROSE.repeat(40)}`)).toBeNull();
  });

  test('is read in a labelled line at the end of a long text', () => {
    const text = `${PROSE.repeat(20)}\n\nPublished on 3 May 2024`;
    expect(findStatedDates(text, 'en').published).toBe('2024-05-03');
  });
});

test('a sentence about a change is none of the last change', () => {
  const text = `The law was amended and changed again by the keepers on 22 May 2024.\n\n${PROSE}`;
  expect(findStatedDates(text, 'en').updated).toBeNull();
});

test('the day of the last change is told apart', () => {
  expect(findStatedDates(`Last updated: May 22, 2024\n\n${PROSE}`, 'en')).toEqual({
    published: null,
    updated: '2024-05-22',
  });
});

test('never takes long', () => {
  const part = fc.constantFrom(
    'Published',
    ' ',
    '3',
    'May',
    '2024',
    ',',
    '(',
    ')',
    '–',
    '\n',
    '03/04/2024',
    'Ort:',
    '年',
    '- ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4000 }), (parts) => {
      expect(cpuTime(() => findStatedDates(parts.join(''), 'en'))).toBeLessThan(1000);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['Published 3 May 2024 (valid until 30 June 2024)', '2024-05-03'],
  ['Published: 3 May 2024; comments until 4 June', '2024-05-03'],
  ['Issued or renewed before 3 May 2024', null],
])('a limit takes nothing from the day before it: %s', (line, day) => {
  expect(findStatedDates(`The pier is open\n${line}\n\nIt is.`, 'en').published).toBe(day);
});
