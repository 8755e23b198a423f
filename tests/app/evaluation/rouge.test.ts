import { expect, test } from 'vitest';
import { rouge } from '../../../src/app/evaluation/rouge.ts';

test('is 1 for the reference, and 0 for a text without any of its words', () => {
  expect([1, 2].map((length) => rouge('The lamp was lit.', ['the lamp was lit'], length))).toEqual([1, 1]);
  expect(rouge('Nobody came.', ['The lamp was lit.'], 1)).toBe(0);
  expect(rouge('', ['The lamp was lit.'], 2)).toBe(0);
});

test('weighs what is shared against both lengths', () => {
  expect(rouge('the lamp burned', ['the lamp was lit again'], 1)).toBeCloseTo((2 * 2) / (3 + 5));
  expect(rouge('the lamp burned', ['the lamp was lit again'], 2)).toBeCloseTo((2 * 1) / (2 + 4));
});

test('counts a repeated word as often as the reference has it', () => {
  expect(rouge('lamp lamp lamp', ['lamp pier'], 1)).toBeCloseTo((2 * 1) / (3 + 2));
});

test('is the mean over references', () => {
  expect(rouge('lamp', ['lamp', 'pier'], 1)).toBe(0.5);
});
