import { describe, expect, test } from 'vitest';
import {
  parseSearchWords,
  replaceConditions,
  withConditions,
} from '../../../src/core/search/search-words.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

describe('the words of a search', () => {
  test('are told from phrases, exclusions and conditions, in any order', () => {
    expect(
      parseSearchWords('storm -ferry "old pier" title:"The lamp" FROM:Gazette after:2024-07 page:2'),
    ).toEqual({
      words: 'storm old pier',
      phrases: ['old pier'],
      either: [],
      without: ['ferry'],
      title: 'The lamp',
      since: '2024-07',
      before: null,
      from: 'Gazette',
      collection: null,
      tag: null,
      grade: null,
      length: null,
      limit: null,
      page: '2',
    });
  });

  test('are refused where a condition is given twice, rather than one of them lost', () => {
    expect(() => parseSearchWords('storm title:lamp title:pier')).toThrow(UserError);
    expect(parseSearchWords('storm title:lamp title:lamp').title).toBe('lamp');
  });

  test.each([
    ['"old pier" OR "new pier" storm', ['storm', 'old pier', 'new pier'], [], [['old pier', 'new pier']]],
    [
      '"old pier" OR jetty OR quay "the lamp"',
      ['jetty', 'quay', 'old pier', 'the lamp'],
      ['the lamp'],
      [['old pier', 'jetty', 'quay']],
    ],
    ['pier OR jetty', ['pier', 'jetty'], [], []],
    ['OR "old pier" OR', ['OR', 'OR', 'old pier'], ['old pier'], []],
    ['"old pier" or "lamp"', ['or', 'old pier', 'lamp'], ['old pier', 'lamp'], []],
    ['"old pier" "OR" "lamp"', ['old pier', 'OR', 'lamp'], ['old pier', 'OR', 'lamp'], []],
  ])('may be alternatives: %s', (text, words, phrases, either) => {
    expect(parseSearchWords(text)).toMatchObject({ words: words.join(' '), phrases, either });
  });

  test('are refused where an exclusion is an alternative', () => {
    expect(() => parseSearchWords('pier OR -lamp')).toThrow(UserError);
  });

  test('may exclude a phrase', () => {
    expect(parseSearchWords('storm -"old pier"').without).toEqual(['old pier']);
  });

  test.each(['"old pier"', '“old pier”', '„old pier“', '„old pier”', '«old pier»'])(
    'are a phrase in any quotation marks: %s',
    (phrase) => {
      expect(parseSearchWords(`storm ${phrase}`).phrases).toEqual(['old pier']);
      expect(parseSearchWords(`storm title:${phrase}`).title).toBe('old pier');
    },
  );

  test.each(['http://example.org/x', 'tide:high', '12:30'])('may hold a colon: %s', (word) => {
    expect(parseSearchWords(word).words).toBe(word);
  });

  test.each(['"unclosed', '-', '""', 'title:""', '“', '” “'])('may be odd: %s', (text) => {
    expect(() => parseSearchWords(text)).not.toThrow();
  });

  test('are refused where a condition is excluded, rather than read as the condition', () => {
    expect(() => parseSearchWords('storm -from:Gazette')).toThrow(UserError);
  });

  test.each(['before: 2024', 'storm title:', 'limit: 3'])('are refused without a value: %s', (text) => {
    expect(() => parseSearchWords(text)).toThrow(UserError);
  });

  test('name one condition “after” or “since”', () => {
    expect(parseSearchWords('storm since:2024').since).toBe('2024');
    expect(() => parseSearchWords('storm after:2023 since:2024')).toThrow(UserError);
  });

  test('take further conditions as one would type them', () => {
    expect(withConditions('storm', { from: 'Port "Gazette"', since: '2024', before: null })).toBe(
      'storm from:"Port Gazette" since:2024',
    );
  });

  test('take other dates in place of their own', () => {
    expect(
      replaceConditions('storm after:7d "the since:7d pier"', { since: '2024-07-10', before: null }),
    ).toBe('storm "the since:7d pier" since:2024-07-10');
  });
});
