import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { frequencyOf } from '../../src/core/search/term-statistics.ts';
import { createIndexedDocument as document } from '../fakes/documents.ts';
import { placesOf as places, queryFor as query, termFor as term, termsFor } from '../fakes/query.ts';

const RUNS = { numRuns: 20 };
const HARBOUR = 'harbour' as CollectionId;

const POOL = 'harbour harbours lamp lamps keeper gull storm stormy island tide the US'.split(' ');
const word = fc.constantFrom(...POOL);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((each) => `${each.join(' ')}.`);
const texts = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 6 }).map((each) => each.join('\n\n')),
  { minLength: 1, maxLength: 6 },
);

/** Compares a PassageIndex with reading every passage. `create` makes an empty one. */
export function passageIndexOracle(name: string, create: () => Promise<PassageIndex>): void {
  const holding = async (all: readonly string[]) => {
    const documents = all.map((text, at) => document(`harbour/${at}`, { text }));
    const index = await create();
    await index.add(documents);
    return { documents, index };
  };

  describe(`a passage index beside a naive search: ${name}`, () => {
    test('finds exactly the passages that hold one of the terms, best first', async () => {
      await fc.assert(
        fc.asyncProperty(texts, words, async (all, asked) => {
          const { documents, index } = await holding(all);
          const hits = await index.search(await query(asked), [HARBOUR], 1000);
          expect(places(hits).sort()).toEqual((await naiveSearch(documents, asked)).sort());
          expect(hits.every(({ score }, at) => score > 0 && score <= (hits[at - 1]?.score ?? score))).toBe(
            true,
          );
        }),
        RUNS,
      );
    });

    test('counts the passages that hold a term', async () => {
      await fc.assert(
        fc.asyncProperty(texts, word, async (all, asked) => {
          const { documents, index } = await holding(all);
          const sought = await term(asked);
          const known = await index.statistics([sought], [HARBOUR]);
          const found = await naiveSearch(documents, asked);
          expect(frequencyOf(known, sought)).toBe(found.length);
        }),
        RUNS,
      );
    });

    test('gives the first hits of a longer list when asked for fewer', async () => {
      await fc.assert(
        fc.asyncProperty(texts, words, fc.nat(6), async (all, asked, limit) => {
          const { index } = await holding(all);
          const sought = await query(asked);
          const whole = await index.search(sought, [HARBOUR], 1000);
          expect(await index.search(sought, [HARBOUR], limit)).toEqual(whole.slice(0, limit));
        }),
        RUNS,
      );
    });
  });
}

/** The places of the passages that hold one of the words asked for. */
async function naiveSearch(documents: readonly IndexedDocument[], asked: string): Promise<string[]> {
  const sought = await termsFor(asked);
  const found: string[] = [];
  for (const {
    document: { id, text },
    passages,
  } of documents) {
    for (const [at, { start, end }] of passages.entries()) {
      const terms = await termsFor(text.slice(start, end));
      if ([...sought].some((each) => terms.has(each))) found.push(`${id}#${at}`);
    }
  }
  return found;
}
