import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import type { Hit } from '../../../../src/core/search/passage-index.ts';
import { BestHits } from '../../../../src/core/search/scoring/best-hits.ts';

const hit = fc.record({
  document: fc.constantFrom('a', 'b', 'c').map((id) => id as DocumentId),
  passage: fc.nat(5),
  score: fc.nat(4),
  documentScore: fc.constant(0),
});

test('the best hits are the first of all in order', () => {
  fc.assert(
    fc.property(fc.array(hit), fc.nat(8), (hits, limit) => {
      const best = new BestHits<DocumentId>(limit);
      for (const { document: owner, ...each } of hits) best.offer({ owner, ...each });
      expect(best.hits((id) => id)).toEqual(hits.toSorted(inOrder).slice(0, limit));
    }),
  );
});

function inOrder(a: Hit, b: Hit): number {
  return b.score - a.score || a.document.localeCompare(b.document) || a.passage - b.passage;
}
