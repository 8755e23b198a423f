import { describe, expect, test } from 'vitest';
import { firstPlace, isAbout, labelOf } from '../../../src/core/quoting/aspects.ts';

const FRANCE = { label: 'France', terms: ['Macron', 'France', 'French'] };
const CHINA = { label: 'China', terms: ['China', 'Beijing'] };
const BOTH = [FRANCE, CHINA];

describe('a text is labelled', () => {
  test.each([
    ['by the aspect whose term comes first', 'Macron fears that China …', 'France'],
    ['in any case', 'BEIJING warned Macron.', 'China'],
    ['not by part of a word', 'Chinaware is sold in Lyon.', null],
    ['not at all without a term', 'It rained.', null],
  ])('%s: %s', (_what, text, label) => {
    expect(labelOf(text, BOTH)).toBe(label);
  });
});

test('a text that starts with the terms of two aspects at once is about both', () => {
  const other = { label: 'Mr. Macron', terms: ['Macron'] };
  expect([FRANCE, other].map((aspect) => isAbout('Macron left.', aspect, [FRANCE, other]))).toEqual([
    true,
    true,
  ]);
});

test('the first place of an aspect is that of its earliest term', () => {
  expect(firstPlace('The French and Macron', FRANCE)).toBe(4);
  expect(firstPlace('It rained.', FRANCE)).toBe(Number.POSITIVE_INFINITY);
});
