import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { createIndexedDocument as document } from '../fakes/documents.ts';
import { queryFor as query, termsOfDocuments } from '../fakes/query.ts';

const HARBOUR = 'harbour' as CollectionId;
const LIMIT = 1000;

/** What every PassageIndex does while it changes. `create` makes an empty one. */
export function passageIndexChangingContract(name: string, create: () => Promise<PassageIndex>): void {
  /** How many passages a word finds, at every chance that other work gets during a change. */
  const watching = async (index: PassageIndex, change: Promise<void>) => {
    const words = await query('council');
    const seen: number[] = [];
    let changing = true;
    const look = async () => {
      while (changing) {
        await new Promise((resolve) => setImmediate(resolve));
        seen.push((await index.search(words, [HARBOUR], LIMIT)).length);
      }
    };
    const looking = look();
    await change;
    changing = false;
    await looking;
    return seen;
  };

  describe(`a passage index that changes: ${name}`, () => {
    test('lets other work come in between when a document is long', async () => {
      const index = await create();
      expect((await watching(index, index.add([long(200)]))).length).toBeGreaterThan(5);
    });

    test('finds all of a long document or nothing', async () => {
      const index = await create();
      const seen = await watching(index, index.add([long(200)]));
      expect(seen.filter((found) => found !== 0 && found !== 200)).toEqual([]);
      expect(await index.search(await query('council'), [HARBOUR], LIMIT)).toHaveLength(200);
    });

    test('finds a document as it was until all of it is replaced', async () => {
      const index = await create();
      await index.add([long(70)]);
      const seen = await watching(index, index.add([long(90)]));
      expect(seen.filter((found) => found !== 70 && found !== 90)).toEqual([]);
      expect(await index.search(await query('council'), [HARBOUR], LIMIT)).toHaveLength(90);
    });

    test('makes changes in the order in which they were asked for', async () => {
      const index = await create();
      await Promise.all([
        index.add([long(50)]),
        index.remove([long(50).document.id]),
        index.add([long(30)]),
        index.add([long(40)]),
      ]);
      expect(index.size).toBe(40);
    });

    test('indexes at most 200,000 different words of a document', async () => {
      const index = await create();
      const words = Array.from({ length: 210_000 }, (_, at) => `w${at.toString(36)}`);
      const paragraphs = Array.from({ length: 210 }, (_, at) =>
        words.slice(at * 1000, (at + 1) * 1000).join(' '),
      );
      // In a language without a stemmer, which would take most of the time.
      const numerous = document('harbour/many', { text: paragraphs.join('\n\n'), language: 'et' });
      const terms = await termsOfDocuments([numerous]);
      const indexed = async () =>
        [...(await index.statistics(terms, [HARBOUR])).frequencies.values()].filter((count) => count > 0);
      await index.add([numerous]);
      expect(terms.length).toBeGreaterThan(200_000);
      expect(await indexed()).toHaveLength(200_000);
      await index.remove([numerous.document.id]);
      expect(await indexed()).toEqual([]);
    });
  });
}

function long(paragraphs: number): IndexedDocument {
  const text = Array.from({ length: paragraphs }, (_, at) => `The council counted ${at} of its ships.`);
  return document('harbour/long', { text: text.join('\n\n') });
}
