import { describe, expect, test } from 'vitest';
import {
  conceptInformation,
  isKnown,
  termsOf,
  unknownConcepts,
} from '../../../src/core/search/concept-information.ts';
import type { Concept } from '../../../src/core/search/query.ts';

const STATISTICS = {
  passages: 100,
  frequencies: new Map([
    ['keeper', 50],
    ['lamp', 2],
    ['south', 9],
    ['korea', 0],
    ['seoul', 3],
  ]),
};

/** A concept of the given wordings. */
function concept(phrases: readonly string[], facts: Partial<Concept> = {}): Concept {
  const wordings = phrases.map((phrase) => ({ terms: phrase.split(' '), weight: 1, pull: 1 }));
  return { written: phrases[0] ?? '', weight: 1, essential: true, specificity: 1, wordings, ...facts };
}

const information = (...given: Parameters<typeof concept>) =>
  conceptInformation(concept(...given), STATISTICS);

describe('a concept', () => {
  test('is known if any of its wordings occurs whole', () => {
    expect(isKnown(concept(['south korea', 'seoul']), STATISTICS)).toBe(true);
    expect(isKnown(concept(['south korea', 'pyongyang']), STATISTICS)).toBe(false);
  });

  test('carries more information the rarer it is', () => {
    expect(information(['lamp'])).toBeGreaterThan(information(['keeper']));
    expect(information(['zeppelin'])).toBeGreaterThan(information(['lamp']));
  });

  test('carries as much as its most frequent wording', () => {
    expect(information(['lamp', 'keeper'])).toBe(information(['keeper']));
  });

  test('carries as much as the rarest term of one wording', () => {
    expect(information(['lamp keeper'])).toBe(information(['lamp']));
  });

  test('carries less if its word is ordinary, and least if no document has it', () => {
    const share = (word: string) => information([word], { specificity: 0 }) / information([word]);
    expect(share('lamp')).toBeCloseTo(0.6);
    expect(share('zeppelin')).toBeCloseTo(0.15);
  });

  test('carries information in proportion to its weight', () => {
    expect(information(['lamp'], { weight: 0.5 })).toBeCloseTo(information(['lamp']) / 2);
  });
});

test('the unknown concepts of a query are the essential ones that no document has', () => {
  const concepts = [concept(['lamp']), concept(['zeppelin']), concept(['tell'], { essential: false })];
  expect(unknownConcepts({ concepts }, STATISTICS).map(({ written }) => written)).toEqual(['zeppelin']);
});

test('the terms of concepts are those of all wordings, each once', () => {
  const concepts = [concept(['south korea', 'seoul']), concept(['south'])];
  expect([...termsOf(concepts)]).toEqual(['south', 'korea', 'seoul']);
});
