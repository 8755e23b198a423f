import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitTerms, splitWords, wordOpening } from '../../../src/core/text/words.ts';

async function termsOf(text: string, language = 'en'): Promise<string[]> {
  return splitTerms(text, await loadLanguage(language));
}

describe('the terms of a text', () => {
  test('leave out function words', async () => {
    expect(await termsOf('the keeper of the lamp')).toEqual(await termsOf('keeper lamp'));
  });

  test.each([
    ['harbours', 'harbor'],
    ['organised', 'organized'],
    ['cafés', 'cafe'],
    ['the keeper’s', "keeper's"],
    ['U.S.', 'US'],
    ['1,000', '1000'],
  ])('are the same for %s and %s', async (one, other) => {
    expect(await termsOf(one)).toEqual(await termsOf(other));
  });

  test('are those of the word after an elided article', async () => {
    expect(await termsOf('l’OTAN', 'fr')).toEqual(await termsOf('OTAN', 'fr'));
  });

  test('are acronyms for short words in capitals, unless all of the text is in capitals', async () => {
    expect(await termsOf('WHO said IT')).toContain('who');
    expect(await termsOf('THE KEEPER SAID WHO BROKE THE LAMP')).not.toContain('who');
  });

  test('are divided by dictionary in scripts without spaces', async () => {
    expect((await termsOf('評議会は古い灯台を再建する', 'ja')).length).toBeGreaterThan(2);
  });

  test('are no longer than 64 characters', async () => {
    expect((await termsOf('x'.repeat(1000))).map(({ length }) => length)).toEqual([64]);
  });
});

test('words know their place in the text and the term of their language', async () => {
  const text = 'The keeper slept.';
  const words = [...splitWords(text, await loadLanguage('en'))];
  expect(words.map(({ written, start }) => text.slice(start, start + written.length))).toEqual([
    ...['The', 'keeper', 'slept'],
  ]);
  expect(words.map(({ term }) => term === null)).toEqual([true, false, false]);
});

test('a figure that is filled up with noughts is found without them, too', async () => {
  const [word] = splitWords('0008', await loadLanguage('en'));
  expect([word?.term, ...(word?.forms ?? [])]).toEqual(['0008', '8']);
});

test('a word and its term have the same opening', async () => {
  for (const word of ['Élysée', 'harbours', 'U.S.']) {
    const [term = ''] = await termsOf(word);
    expect(term.slice(0, 2)).toBe(wordOpening(word));
  }
});

test('a language is loaded once', async () => {
  expect(loadLanguage('fr')).toBe(loadLanguage('fr'));
});

test('a French verb is no compound with the subject behind it', async () => {
  const french = await loadLanguage('fr');
  const joined = (text: string) =>
    splitWords(text, french).flatMap(({ joints }) => joints.map(({ term }) => term));
  expect(joined('Parle-t-on du port ? Que faut-il payer ?')).toEqual([]);
  expect(joined('le rendez-vous')).not.toEqual([]);
});
