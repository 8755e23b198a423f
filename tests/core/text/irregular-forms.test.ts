import { expect, test } from 'vitest';
import { baseForm } from '../../../src/core/text/irregular-forms.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';

test.each([
  ['won', 'win'],
  ['written', 'write'],
  ['children', 'child'],
  ['crises', 'crisis'],
])('%s is a form of %s', (form, base) => {
  expect(baseForm(form)).toBe(base);
});

test.each(['fed', 'ground', 'left', 'took', 'lay', '__proto__'])('%s stays as it is', (word) => {
  expect(baseForm(word)).toBe(word);
});

test('in English alone, a word is found by its irregular forms', async () => {
  const [english, german] = await Promise.all(['en', 'de'].map(loadLanguage));
  expect(english?.stem('sold')).toBe(english?.stem('selling'));
  expect(german?.stem('sold')).toBe('sold');
});
