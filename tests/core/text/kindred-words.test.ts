import { expect, test } from 'vitest';
import { kindredTerms } from '../../../src/core/text/kindred-words.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';

test.each([
  ['married', 'marriage'],
  ['won', 'winners'],
  ['death', 'died'],
  ['analysed', 'analyst'],
])('%s is of the same family as %s', async (word, other) => {
  const { stem, ...english } = await loadLanguage('en');
  expect(kindredTerms(stem(word), { stem, ...english })).toContain(stem(other));
});

test('words are of no family of their own, nor of one in another language', async () => {
  const [english, german] = await Promise.all([loadLanguage('en'), loadLanguage('de')]);
  expect(kindredTerms(english.stem('marry'), english)).not.toContain(english.stem('marry'));
  expect(kindredTerms(english.stem('ferry'), english)).toEqual([]);
  expect(kindredTerms('marry', german)).toEqual([]);
});

test.each(['found', 'high', 'short', 'trains'])(
  '%s is of no family, as it mostly means something else',
  async (word) => {
    const { stem, ...english } = await loadLanguage('en');
    expect(kindredTerms(stem(word), { stem, ...english })).toEqual([]);
  },
);
