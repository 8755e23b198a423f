import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../src/core/library/documents/document.ts';
import type { DocumentFilter } from '../../src/core/library/documents/document-filter.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { createIndexedDocument } from '../fakes/documents.ts';
import { queryFor, termsOfDocuments } from '../fakes/query.ts';

const COLLECTIONS = ['harbour', 'town', 'sea'].map((id) => id as CollectionId);
const WORDS =
  'council storm ferry lamp keeper gull island tide beacon salt pier mayor market œuvre ﬁsh 灯台 phare'.split(
    ' ',
  );
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS.slice(0, 4)) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.nat(200).map((number) => `rare${number}`) },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
const text = fc.array(sentence, { maxLength: 8 }).map((sentences) => sentences.join('\n\n'));
const published = fc.constantFrom(null, '2024', '2024-07', '2024-07-10', '2025-01-01');
const id = fc
  .tuple(fc.constantFrom(...COLLECTIONS), fc.nat(12))
  .map(([collection, number]) => `${collection}/${number}`);
const document = fc
  .record({
    id,
    title: fc.option(sentence),
    text,
    published,
    publisher: fc.constantFrom(null, 'Gazette', 'Herald'),
  })
  .map(({ id: own, ...facts }) => createIndexedDocument(own, facts));
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(document, { maxLength: 6 }).map((added) => ({ added, removed: [] as string[] })),
  },
  {
    weight: 1,
    arbitrary: fc.array(id, { maxLength: 4 }).map((removed) => ({ added: [] as IndexedDocument[], removed })),
  },
);
const filters: readonly (DocumentFilter | undefined)[] = [
  undefined,
  { since: '2024-07', before: null, publishers: null },
  { since: null, before: '2025', publishers: ['Gazette'] },
  {
    since: null,
    before: null,
    publishers: null,
    among: COLLECTIONS.map((each) => `${each}/1` as DocumentId),
  },
];

/** Compares a PassageIndex with the one in memory, whatever was added, replaced and removed. */
export function passageIndexEqualContract(
  name: string,
  create: () => Promise<PassageIndex>,
  { numRuns, settle }: { readonly numRuns: number; settle(index: PassageIndex): Promise<void> },
): void {
  test(`finds and scores as the index in memory, after any changes: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 24 }), async (steps) => {
        const [memory, index] = [createMiniSearchIndex(), await create()];
        const known: IndexedDocument[] = [];
        for (const [at, { added, removed }] of steps.entries()) {
          for (const each of [memory, index]) {
            if (added.length > 0) await each.add(added);
            if (removed.length > 0) await each.remove(removed as DocumentId[]);
          }
          known.push(...added);
          if (at % 5 === 4) await settle(index);
          if (at % 3 === 0 && at < steps.length - 1) continue;
          expect(await everything(index, known)).toEqual(await everything(memory, known));
        }
      }),
      { numRuns, seed: 20261129 },
    );
  }, 240_000);
}

/** All that an index can be asked about words, in each collection and in several. */
async function everything(index: PassageIndex, documents: readonly IndexedDocument[]) {
  const terms = await termsOfDocuments(documents);
  const queries = await Promise.all(
    ['council storm', 'ferry rare7 lamp tide', 'storm gull fish rare1'].map(queryFor),
  );
  const found: unknown[] = [index.size];
  for (const among of [COLLECTIONS.slice(0, 1), COLLECTIONS]) {
    const statistics = await index.statistics(terms, among);
    found.push(statistics.passages, [...statistics.frequencies].sort());
    found.push(await index.similarTerms(['councel', 'rare11', 'fery'], among));
    for (const query of queries)
      for (const filter of filters)
        for (const limit of [3, 1000]) found.push(await index.search(query, among, limit, filter));
  }
  return found;
}
