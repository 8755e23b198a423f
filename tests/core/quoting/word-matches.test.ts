import { expect, test } from 'vitest';
import { createWordMatcher } from '../../../src/core/quoting/word-matches.ts';
import type { Concept } from '../../../src/core/search/query.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import type { Word } from '../../../src/core/text/word.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { queryFor } from '../../fakes/query.ts';

const wordsOf = async (text: string) => splitWords(text, await loadLanguage('en'));
const verbatimIn = (words: readonly Word[], asked: readonly Concept[]) =>
  createWordMatcher(asked)(words).verbatim;
const togetherIn = (words: readonly Word[], asked: readonly Concept[]) =>
  createWordMatcher(asked)(words).together;
const conceptsOf = async (text: string) => (await queryFor(text)).concepts;

test('words match verbatim in the same form, whatever their case', async () => {
  const asked = await conceptsOf('ferry sinking');
  expect(verbatimIn(await wordsOf('Sinking ferry'), asked)).toBe(1);
  expect(verbatimIn(await wordsOf('The ferry sank'), asked)).toBe(0.5);
  expect(verbatimIn(await wordsOf('The ferries sank'), asked)).toBe(0);
  expect(verbatimIn(await wordsOf('The ferry sank'), [])).toBe(0);
});

test('neighbouring words count if they stand near each other, in either order', async () => {
  const asked = await conceptsOf('harbour pilot lamp');
  expect(togetherIn(await wordsOf('the pilot of the harbour has a lamp'), asked)).toBe(1);
  expect(togetherIn(await wordsOf('pilot and harbour, ferry, storm, council, street, lamp'), asked)).toBe(
    0.5,
  );
  expect(togetherIn(await wordsOf('the pilot slept'), asked)).toBe(0);
  expect(togetherIn(await wordsOf('the pilot slept'), asked.slice(0, 1))).toBe(0);
});
