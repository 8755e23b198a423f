import { describe, expect, test } from 'vitest';
import { latinSpellings, soundAlike } from '../../../src/core/text/latin-spellings.ts';

describe('a foreign name in Hangul', () => {
  test.each([
    ['안드로이드', 'android'],
    ['자바스크립트', 'javascript'],
    ['크롬', 'crom'],
    ['블룸버그', 'blumbeg'],
  ])('%s may be %s', (word, spelling) => {
    expect(latinSpellings(word)).toContain(spelling);
  });

  test('has none if it is short, or in another script', () => {
    expect(latinSpellings('네오')).toEqual([]);
    expect(latinSpellings('android')).toEqual([]);
    expect(latinSpellings('アンドロイド')).toEqual([]);
  });

  test('has few, however long it is', () => {
    expect(latinSpellings('브로콜리브로콜리브로콜리').length).toBeLessThanOrEqual(8);
  });
});

test('names sound alike by their consonants', () => {
  expect(soundAlike('maikrosoft', 'microsoft')).toBe(true);
  expect(soundAlike('android', 'anderoid')).toBe(true);
  expect(soundAlike('android', 'andro')).toBe(false);
});

test('words of few consonants sound alike only if they are the same: “sea” is no bad, “trees” are no name', () => {
  for (const [word, other] of [
    ['바다', 'bad'],
    ['나무', 'name'],
    ['서버', 'save'],
  ] as const)
    expect(latinSpellings(word).filter((spelling) => soundAlike(spelling, other))).toEqual([]);
  expect(latinSpellings('나토').some((spelling) => soundAlike(spelling, 'nato'))).toBe(true);
});
