import { describe, expect, test } from 'vitest';
import { parseJudgedSet } from '../../../src/app/evaluation/judged-set.ts';
import { measureRefusal, measureRun } from '../../../src/app/evaluation/metrics.ts';
import type { RunLine } from '../../../src/app/evaluation/run-set.ts';
import { createRandom, estimate } from '../../../src/app/evaluation/statistics.ts';

const SET = parseJudgedSet('harbour', {
  documents: '',
  queries: '{"id":"q","text":"Who lit it?"}',
  relevant: 'query_id\tdoc_id\tgain\nq\ta\t2\nq\tb\t1\n',
  answers: [
    '{"query_id":"q","answers":["the keeper"],"evidence":[],"answerable":true,"kind":"answerable"}',
    '{"query_id":"r","answers":[],"answerable":false,"kind":"off_corpus"}',
  ].join('\n'),
});

const line = (documents: readonly string[], texts: readonly string[] = []): RunLine => ({
  query_id: 'q',
  ranked: documents.map((doc_id, at) => ({ doc_id, passage_text: texts[at] ?? '', score: 1 })),
  abstained: false,
  confidence: 1,
});

const measure = (name: string, run: RunLine) => measureRun(SET, [run]).get(name)?.get('q');

describe('nDCG@10', () => {
  test('is 1 for the best order', () => {
    expect(measure('nDCG@10', line(['a', 'b', 'c']))).toBe(1);
  });

  test('discounts by the logarithm of the place', () => {
    const expected = (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3));
    expect(measure('nDCG@10', line(['b', 'a']))).toBeCloseTo(expected, 12);
  });

  test('counts a document once', () => {
    expect(measure('nDCG@10', line(['a', 'a', 'b']))).toBe(1);
  });

  test('is 0 beyond the tenth place', () => {
    expect(measure('nDCG@10', line([...'cdefghijkl', 'a']))).toBe(0);
  });

  test('does not ask whether the query was answered', () => {
    expect(measure('nDCG@10', { ...line(['a', 'b']), abstained: true })).toBe(1);
  });
});

describe('an excerpt', () => {
  test('is right when it holds an answer, whatever its case and punctuation', () => {
    expect(measure('right at 1', line(['a'], ['It was “The Keeper”, they say.']))).toBe(1);
  });

  test('is not right with part of a word', () => {
    expect(measure('right at 1', line(['a'], ['It was the keepers.']))).toBe(0);
  });

  test('is not right from a document that is not relevant', () => {
    expect(measure('right at 1', line(['z'], ['the keeper']))).toBe(0);
  });

  test('counts at 3 from the third place', () => {
    const run = line(['a', 'b', 'a'], ['no', 'no', 'the keeper']);
    expect([measure('right at 1', run), measure('right at 3', run)]).toEqual([0, 1]);
  });

  test('counts within 60 words only if they contain it', () => {
    const late = line(['a', 'b'], [Array(60).fill('word').join(' '), 'the keeper']);
    expect(measure('right in 60 words', late)).toBe(0);
  });

  test('counts as wrong where nothing was answered', () => {
    expect(measure('right at 1', { ...line(['a'], ['the keeper']), abstained: true })).toBe(0);
  });
});

describe('refusing', () => {
  const of = (q: boolean, r: boolean) =>
    measureRefusal(SET, [
      { ...line(['a']), abstained: q },
      { ...line([]), query_id: 'r', abstained: r },
    ]);

  test.each([
    [false, true, 1, 0],
    [true, true, 2 / 3, 1],
    [false, false, 0, 0],
  ])('the answerable %s and the other %s', (q, r, f1, wronglyRefused) => {
    expect(of(q, r)).toEqual({ f1, wronglyRefused });
  });

  test('is not measured without off-corpus questions', () => {
    expect(measureRefusal({ ...SET, answers: new Map() }, [line(['a'])])).toBeNull();
  });
});

describe('an interval', () => {
  test('holds the mean, and is the same every time', () => {
    const values = [0, 0, 1, 1, 1, 0.5];
    const first = estimate(values, createRandom(7));
    expect(first.low < first.mean && first.mean < first.high).toBe(true);
    expect(estimate(values, createRandom(7))).toEqual(first);
  });

  test('is a point where all values are one', () => {
    expect(estimate([0.4, 0.4], createRandom(1))).toEqual({ mean: 0.4, low: 0.4, high: 0.4 });
  });
});
