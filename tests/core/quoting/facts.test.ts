import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../src/core/quoting/facts.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';

const facts = async (text: string, language = 'en') =>
  factsOf({ text, language, words: [...splitWords(text, await loadLanguage(language))] });
/** Says whether the second text has a fact that the first has not. */
const adds = async (before: string, after: string, language = 'en') => {
  const known = new Set(await facts(before, language));
  return (await facts(after, language)).some((fact) => !known.has(fact));
};

describe('a fact is new with', () => {
  test.each([
    ['a number', 'It sank with men on board.', 'It sank with 12 men on board.'],
    ['another number', 'It sank with 12 men.', 'It sank with 13 men.'],
    ['another fraction', 'It rose by 2.5 percent.', 'It rose by 2.6 percent.'],
    ['a date', 'They met in May.', 'They met in May 2023.'],
    ['a name', 'He met the minister.', 'He met the minister Abe.'],
    ['a name after a title', 'He met the minister.', 'He met Mr. Abe.'],
    ['an acronym that opens a sentence', 'It sent ships.', 'NATO sent ships.'],
    ['a denial', 'The ferry sails.', 'The ferry does not sail.'],
    ['what was denied before', 'The ferry does not sail.', 'The ferry sails.'],
  ])('%s', async (_what, before, after) => {
    expect(await adds(before, after)).toBe(true);
  });

  test.each([
    ['ru', 'Он встретил министра.', 'Он встретил министра Иванова.'],
    ['fr', 'Il a vu le ministre.', 'Il a vu le ministre Dupont.'],
    ['ja', '船が港に着いた。', '船が横浜の港に着いた。'],
    ['ar', 'وصلت السفينة.', 'وصلت السفينة بيروت.'],
  ])('a name in %s', async (language, before, after) => {
    expect(await adds(before, after, language)).toBe(true);
  });
});

describe('no fact is new with', () => {
  test.each([
    ['a number written otherwise', 'It cost 1,200 crowns.', 'It cost 1 200 crowns.'],
    ['a number with its zeros', 'It rose by 2.5 percent.', 'It rose by 2,50 percent.'],
    ['another word that opens the sentence', 'The ferry sank.', 'Yesterday the ferry sank.'],
    ['another word that opens a quotation', 'He said: “The boat sank.”', 'He said: “Boats sank.”'],
    ['a name in another form', 'He met Abe.', 'He met Abe’s wife.'],
    ['other plain words', 'The ferry sank.', 'The ferry went down.'],
    ['a second sentence', 'He met Abe in Tokyo.', 'He met Abe. They were in Tokyo.'],
  ])('%s', async (_what, before, after) => {
    expect(await adds(before, after)).toBe(false);
  });
});

test('facts are numbers of 32 bits, each once and in order', async () => {
  const found = await facts('In 2023 NATO and NATO’s 31 members met 31 times.');
  expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  for (const fact of found) expect(fact >>> 0).toBe(fact);
});
