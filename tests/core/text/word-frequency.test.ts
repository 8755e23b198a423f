import { expect, test } from 'vitest';
import { englishSpecificity } from '../../../src/core/text/word-frequency.ts';

const specificity = englishSpecificity;

test('ordinary words tell nothing, names and technical terms all', () => {
  expect([specificity('people'), specificity('Stoltenberg'), specificity('zzyzx')]).toEqual([0, 1, 1]);
  expect(specificity('lighthouse')).toBeGreaterThan(0);
  expect(specificity('lighthouse')).toBeLessThan(1);
});

test('a word tells the same in capitals', () => {
  expect(specificity('LIGHTHOUSE')).toBe(specificity('lighthouse'));
  expect(specificity('march')).toBe(specificity('March'));
});

test.each(['', '𝒳', 'ſ', '__proto__'])('any word has a measure: %j', (word) => {
  expect(specificity(word)).toBe(1);
});
