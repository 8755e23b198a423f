import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { type FoundText, likenessToBest } from '../../../src/core/quoting/neighbours.ts';

/** A document found, of one sentence. */
function found(document: string, score: number, words: string): FoundText {
  return { document: document as DocumentId, score, sentences: [words.split(' ')] };
}

const likeness = (of: string, ...texts: readonly FoundText[]) =>
  likenessToBest(texts).get(of as DocumentId) ?? null;

const FERRIES = [
  found('a', 9, 'ferry harbour tide pilot'),
  found('b', 8, 'ferry harbour tide quay'),
  found('c', 7, 'ferry tide pilot quay'),
] as const;
const ON_TOPIC = found('d', 1, 'harbour tide quay pilot');
const OFF_TOPIC = found('e', 1, 'ferry tale prince frog');

describe('likeness to the best documents', () => {
  test('is more for a document that shares their words', () => {
    const all = [...FERRIES, ON_TOPIC, OFF_TOPIC];
    expect(likeness('d', ...all)).toBeGreaterThan(likeness('e', ...all) ?? 1);
  });

  test('is never more than that of the best document', () => {
    const stray = found('best', 10, 'ferry prince frog castle');
    for (const value of likenessToBest([stray, ...FERRIES, ON_TOPIC]).values())
      expect(value).toBeLessThanOrEqual(1);
    expect(likeness('b', stray, ...FERRIES, ON_TOPIC)).toBe(1);
    expect(likeness('best', stray, ...FERRIES, ON_TOPIC)).toBe(1);
  });

  test('is unknown among fewer than three documents, however many passages they have', () => {
    const [a, b] = FERRIES;
    expect(likenessToBest([a, b, { ...a, score: 3 }]).size).toBe(0);
  });

  test('is that of all passages of a document together', () => {
    const [a, b, c] = FERRIES;
    const whole = likeness('d', a, b, c, ON_TOPIC);
    const halves = ['harbour tide', 'quay pilot'].map((words) => found('d', 1, words));
    expect(likeness('d', a, b, c, ...halves)).toBeCloseTo(whole ?? -1, 10);
  });

  test('is 0 for a document that shares nothing, and for all if none shares anything', () => {
    expect(likeness('f', ...FERRIES, found('f', 1, 'frog prince'))).toBeCloseTo(0, 10);
    const strangers = ['one', 'two', 'three'].map((word, at) => found(word, at, word));
    expect([...likenessToBest(strangers).values()]).toEqual([0, 0, 0]);
  });
});
