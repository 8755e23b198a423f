import { expect, test } from 'vitest';
import { createDecisionThesaurus } from '../../../src/core/search/decision-words.ts';
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
  const { match } = createDecisionThesaurus(language);
  expect(match(splitTerms(asked, language), 0)?.group).toContainEqual(splitTerms(said, language));
  expect(match(splitTerms(said, language), 0)).toBeNull();
});

test('without a language nothing is a decision', () => {
  expect(createDecisionThesaurus(undefined).match(['decid'], 0)).toBeNull();
});
