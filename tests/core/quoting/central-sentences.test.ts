import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCentral } from '../../../src/core/quoting/central-sentences.ts';

const read = (text: string) => {
  const terms = new Map<string, number>();
  for (const word of text.split(' ')) terms.set(word, (terms.get(word) ?? 0) + 1);
  return { terms, words: text.split(' ').length };
};
const weightOf = () => 1;

test('chooses what most of a text is about', () => {
  const texts = ['pier ferry', 'ferry island', 'pier ferry island', 'goats'];
  expect(chooseCentral(texts.map(read), { maxWords: 2, weightOf })).toEqual([0]);
  expect(chooseCentral(texts.map(read), { maxWords: 7, weightOf })).not.toContain(3);
});

test('prefers of sentences that are equally central one unlike those chosen', () => {
  const texts = ['pier ferry', 'pier ferry', 'lamp goat', 'lamp goat'];
  expect(chooseCentral(texts.map(read), { maxWords: 4, weightOf })).toEqual([0, 2]);
});

test('never exceeds its words, and leaves none unused that a sentence would fit in', () => {
  const word = fc.constantFrom('pier', 'ferry', 'island', 'lamp', 'goat');
  const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), fc.integer({ min: 0, max: 40 }), (texts, maxWords) => {
      const sentences = texts.map(read);
      const chosen = chooseCentral(sentences, { maxWords, weightOf });
      const used = chosen.reduce((sum, at) => sum + (sentences[at]?.words ?? 0), 0);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(used).toBeLessThanOrEqual(maxWords);
      for (const [at, { words }] of sentences.entries())
        if (!chosen.includes(at)) expect(used + words).toBeGreaterThan(maxWords);
    }),
  );
});
