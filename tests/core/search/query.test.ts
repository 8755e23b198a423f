import { describe, expect, test } from 'vitest';
import { type Concept, coverage, isName, termWeights } from '../../../src/core/search/query.ts';

/** A concept with a wording of full weight, and others that weigh half. */
function concept(own: string, others: readonly string[] = [], facts: Partial<Concept> = {}): Concept {
  const wordings = [own, ...others].map((phrase, at) => ({
    terms: phrase.split(' '),
    weight: at === 0 ? 1 : 0.5,
    pull: at === 0 ? 1 : 0.2,
  }));
  return { written: own, weight: 1, essential: true, specificity: 0.5, wordings, ...facts };
}

describe('the weight of a term', () => {
  test('is its highest among the concepts that share it', () => {
    const concepts = [concept('lamp', [], { weight: 0.3 }), concept('lamp', [], { weight: 2 })];
    expect([...termWeights({ concepts })]).toEqual([['lamp', 2]]);
  });

  test('is shared with the other terms of its wording, and low for a synonym', () => {
    const weights = termWeights({ concepts: [concept('new zealand', ['wellington'])] });
    expect(weights.get('zealand')).toBeCloseTo(1 / Math.SQRT2);
    expect(weights.get('wellington')).toBeCloseTo(0.2);
  });
});

describe('a concept is covered', () => {
  const zealand = concept('new zealand', ['wellington']);

  test.each([
    [['new', 'zealand'], 1],
    [['zealand'], 0.5],
    [['wellington'], 0.5],
    [['wellington', 'new', 'zealand'], 1],
    [['lamp'], 0],
  ])('by %j to %d', (terms, share) => {
    expect(coverage(zealand, new Set(terms))).toBe(share);
  });
});

test.each([
  ['a name with others', concept('japan', ['tokyo'], { aliased: true }), true],
  ['a word with other forms', concept('harbours', ['harbour']), false],
  ['a specific capitalized word', concept('Stoltenberg', [], { specificity: 1 }), true],
  ['a capitalized ordinary word', concept('Office'), false],
  ['letters joined by a dot', concept('login.gov', [], { specificity: 1 }), true],
  ['letters with figures', concept('18f', [], { specificity: 1 }), true],
  ['a capital letter within a word', concept('gRPC', [], { specificity: 1 }), true],
  ['a specific word in lower case', concept('hypersonic', [], { specificity: 1 }), false],
])('%s: a name or not', (_what, given, expected) => {
  expect(isName(given)).toBe(expected);
});
