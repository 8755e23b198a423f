import { expect, test } from 'vitest';
import { formSpecificity } from '../../../src/core/text/form-specificity.ts';

test.each([
  ['ändern', 'Änderung', 'de'],
  ['決める', '決定', 'ja'],
  ['決める', 'メンバー', 'ja'],
])('a verb says less than a noun where its form tells: %s, %s', (verb, noun, language) => {
  expect(formSpecificity(verb, language)).toBeLessThan(formSpecificity(noun, language));
});

test('where a form tells nothing, every word counts alike', () => {
  expect(formSpecificity('changer', 'fr')).toBe(1);
  expect(formSpecificity('change', 'en')).toBe(1);
});
