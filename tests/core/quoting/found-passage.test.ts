import { expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { joinHits } from '../../../src/core/quoting/found-passage.ts';

const hit = (document: string, passage: number, score: number, documentScore = score) => ({
  ...{ document: document as DocumentId, passage, score, documentScore },
});

test('what both searches find keeps its score, and has its shares of the best in the context', () => {
  const [first] = joinHits([hit('a', 0, 3)], [hit('b', 1, 8, 6), hit('a', 0, 4, 3)]);
  expect(first).toEqual({ ...hit('a', 0, 3), context: { passage: 0.5, document: 0.5 } });
});

test('what only the context finds scores nothing by itself; its document keeps its score', () => {
  const [, other, stranger] = joinHits([hit('a', 0, 3, 5)], [hit('a', 2, 8), hit('b', 1, 4)]);
  expect(other).toEqual({ ...hit('a', 2, 0, 5), context: { passage: 1, document: 1 } });
  expect(stranger).toEqual({ ...hit('b', 1, 0, 0), context: { passage: 0.5, document: 0.5 } });
});

test('what the context does not find has no share in it', () => {
  expect(joinHits([hit('a', 0, 3)], [])).toEqual([
    { ...hit('a', 0, 3), context: { passage: 0, document: 0 } },
  ]);
});
