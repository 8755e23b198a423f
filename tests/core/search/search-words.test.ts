import { describe, expect, test } from 'vitest';
import { parseSearchWords } from '../../../src/core/search/search-words.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

describe('the words of a search', () => {
  test('are told from phrases, exclusions and conditions, in any order', () => {
    expect(
      parseSearchWords('storm -ferry "old pier" title:"The lamp" FROM:Gazette after:2024-07 page:2'),
    ).toEqual({
      words: 'storm old pier',
      phrases: ['old pier'],
      without: ['ferry'],
      title: 'The lamp',
      from: 'Gazette',
      before: null,
      after: '2024-07',
      limit: null,
      page: '2',
    });
  });

  test('are refused where a condition is given twice, rather than one of them lost', () => {
    expect(() => parseSearchWords('storm title:lamp title:pier')).toThrow(UserError);
    expect(parseSearchWords('storm title:lamp title:lamp').title).toBe('lamp');
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

  test.each([
    ...['after:July', 'before:10/07/2024', 'after:2024-13-45', 'before:2024-02-30', 'after:2023-02-29'],
    ...['before: 2024', 'storm title:', 'limit: 3', 'before:2024-00', 'after:2024-1-1'],
  ])('are refused with what is no date: %s', (text) => {
    expect(() => parseSearchWords(text)).toThrow(UserError);
  });
});
