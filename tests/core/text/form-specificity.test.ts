import { expect, test } from 'vitest';
import { formSpecificity } from '../../../src/core/text/form-specificity.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';

test.each([
  ['ändern', 'Änderung', 'de'],
  ['leuchten', 'Leuchtturm', 'de'],
  ['決める', '決定', 'ja'],
  ['決める', 'メンバー', 'ja'],
])('a verb says less than a noun where its form tells: %s, %s', async (verb, noun, code) => {
  const language = await loadLanguage(code);
  expect(formSpecificity(verb, language)).toBeLessThan(formSpecificity(noun, language));
});

test.each([
  ['bekommt', 'leuchtet', 'de'],
  ['commencé', 'amarré', 'fr'],
  ['pagan', 'atracan', 'es'],
  ['pequeña', 'portuaria', 'es'],
  ['servono', 'ormeggiano', 'it'],
  ['ganham', 'atracam', 'pt'],
  ['krijgt', 'meert', 'nl'],
  ['开始', '靠岸', 'zh'],
])('an everyday word says less than another, in any form: %s, %s', async (everyday, other, code) => {
  const language = await loadLanguage(code);
  expect(formSpecificity(everyday, language)).toBeLessThan(formSpecificity(other, language));
});

test.each([
  ['données', 'fr'],
  ['droits', 'fr'],
  ['fonds', 'fr'],
  ['dati', 'it'],
  ['case', 'it'],
  ['dados', 'pt'],
  ['casas', 'pt'],
  ['costa', 'es'],
])('a noun that shares the stem of an everyday word says as much as others: %s', async (noun, code) => {
  expect(formSpecificity(noun, await loadLanguage(code))).toBe(1);
});

test('a name is no everyday word', async () => {
  expect(formSpecificity('Grand', await loadLanguage('fr'))).toBe(1);
});

test('where a form tells nothing, every word counts alike', async () => {
  expect(formSpecificity('amarrer', await loadLanguage('fr'))).toBe(1);
  expect(formSpecificity('change', await loadLanguage('en'))).toBe(1);
  expect(formSpecificity('change', undefined)).toBe(1);
});
