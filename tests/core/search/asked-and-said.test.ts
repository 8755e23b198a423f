import { expect, test } from 'vitest';
import { createAskedThesaurus } from '../../../src/core/search/asked-and-said.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitTerms } from '../../../src/core/text/words.ts';

test.each([
  ['en', 'decided', 'agreed'],
  ['en', 'decision', 'consensus'],
  ['de', 'beschlossen', 'vereinbart'],
  ['fr', 'décidé', 'adopté'],
  ['nl', 'besloten', 'afgesproken'],
])('in %s what was %s may have been %s', async (code, asked, said) => {
  const language = await loadLanguage(code);
  const { match } = createAskedThesaurus(language);
  expect(match(splitTerms(asked, language), 0)?.group).toContainEqual(splitTerms(said, language));
  expect(match(splitTerms(said, language), 0)).toBeNull();
});

test.each([
  ['en', 'against', 'wary'],
  ['en', 'oppose', 'critics'],
  ['de', 'abgelehnt', 'Kritik'],
  ['fr', 'opposition', 'réticent'],
  ['es', 'opone', 'resistencia'],
])('in %s who is %s may be %s', async (code, asked, said) => {
  const language = await loadLanguage(code);
  const { match } = createAskedThesaurus(language);
  expect(match(splitTerms(asked, language), 0)?.group).toContainEqual(splitTerms(said, language));
  expect(match(splitTerms(said, language), 0)).toBeNull();
});

test.each(['object', 'objectives'])('%s asks for nobody who is against something', async (word) => {
  const language = await loadLanguage('en');
  expect(createAskedThesaurus(language).match(splitTerms(word, language), 0)).toBeNull();
});

test('without a language no word has others', () => {
  expect(createAskedThesaurus(undefined).match(['decid'], 0)).toBeNull();
});
