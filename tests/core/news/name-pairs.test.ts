import { beforeAll, expect, test } from 'vitest';
import { namePairs, neighbourPairs } from '../../../src/core/news/name-pairs.ts';
import { type Language, loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';

let english: Language;

beforeAll(async () => {
  english = await loadLanguage('en');
});

test.each([
  ['joined by a hyphen', 'asia-pacific trade', ['asia-pacif']],
  ['both capitalized', 'the Cold War', ['cold war']],
])('a query means two words as one name: %s', (_how, text, pairs) => {
  expect(namePairs(text, [...splitWords(text, english)])).toEqual(pairs);
});

test.each([
  ['an acronym', 'NATO Tokyo'],
  ['a function word between them', 'War of Tokyo'],
  ['a comma between them', 'Tokyo, Kyoto'],
  ['no capitals', 'liaison office'],
])('a query means no name by %s', (_what, text) => {
  expect(namePairs(text, [...splitWords(text, english)])).toEqual([]);
});

test('a text has every pair of neighbours', () => {
  const text = 'cold war games';
  expect(neighbourPairs(text, [...splitWords(text, english)])).toEqual(['cold war', 'war game']);
});
