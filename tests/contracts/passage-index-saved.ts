import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { FindDocument, IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import type { MemoryIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { frequencyOf } from '../../src/core/search/term-statistics.ts';
import { createIndexedDocument as document } from '../fakes/documents.ts';
import { placesOf as places, queryFor as query, termsOfDocuments } from '../fakes/query.ts';

const LIMIT = 100;

/** What every PassageIndex does when it is saved and loaded. `create` makes an empty one. */
export function passageIndexSavedContract(name: string, create: () => MemoryIndex): void {
  const holding = async (...documents: readonly IndexedDocument[]) => {
    const index = create();
    await index.add(documents);
    return index;
  };
  const loading = async (lines: Iterable<string>, documents: readonly IndexedDocument[] = ALL) => {
    const index = create();
    await index.load(lines, findIn(documents));
    return index;
  };

  describe(`a saved passage index: ${name}`, () => {
    test('gives the same hits and scores when it is loaded', async () => {
      const index = await holding(...ALL);
      expect(await answersOf(await loading(index.save()))).toEqual(await answersOf(index));
    });

    test('knows the same words', async () => {
      const index = await holding(...ALL);
      expect(await wordsOf(await loading(index.save()))).toEqual(await wordsOf(index));
    });

    test('gives the same hits and scores after further changes', async () => {
      const index = await holding(...ALL);
      const loaded = await loading(index.save());
      for (const each of [index, loaded]) {
        await each.remove([FERRY.document.id, FRENCH.document.id]);
        await each.add([PIER, LONG]);
        await each.add([FRENCH]);
      }
      expect(await answersOf(loaded)).toEqual(await answersOf(index));
      expect(await wordsOf(loaded)).toEqual(await wordsOf(index));
    });

    test('gives the same lines when it is saved again', async () => {
      const lines = [...(await holding(...ALL)).save()];
      const loaded = await loading(lines);
      await answersOf(loaded);
      expect([...loaded.save()]).toEqual(lines);
    });

    test('forgets what was removed before', async () => {
      const index = await holding(...ALL);
      await index.remove([LONG.document.id]);
      const loaded = await loading(index.save(), ALL.slice(1));
      expect(await answersOf(loaded)).toEqual(await answersOf(index));
      expect([...(await loading(loaded.save())).save()]).toEqual([...loaded.save()]);
    });

    test('is as it was when saving began, whatever changes while the lines are written', async () => {
      const index = await holding(...ALL);
      const lines = index.save();
      const before = await answersOf(index);
      await index.remove([LONG.document.id]);
      await index.add([PIER]);
      expect(await answersOf(await loading(lines))).toEqual(before);
    });

    test('is saved while a long document is being added, without it', async () => {
      const index = await holding(FERRY);
      const before = await answersOf(index);
      const adding = index.add([LONG]);
      await new Promise((resolve) => setImmediate(resolve));
      const lines = [...index.save()];
      await adding;
      expect(await answersOf(await loading(lines))).toEqual(before);
      expect(places(await index.search(await query('zeppelin'), [HARBOUR], LIMIT))).toHaveLength(1);
    });

    test('holds the same when it is saved again and again meanwhile', async () => {
      const documents = Array.from({ length: 25 }, (_, at) => wordy(at));
      const change = async (index: MemoryIndex) => {
        await index.add(documents);
        await index.remove(documents.slice(3, 6).map(({ document: { id } }) => id));
        await index.add(documents.slice(4, 5));
        return index;
      };
      const disturbed = create();
      let changing = true;
      const save = () => {
        disturbed.save();
        if (changing) setImmediate(save);
      };
      setImmediate(save);
      await change(disturbed);
      changing = false;
      const undisturbed = await change(create());
      const terms = await termsOfDocuments(documents);
      expect(await disturbed.statistics(terms, [HARBOUR])).toEqual(
        await undisturbed.statistics(terms, [HARBOUR]),
      );
      const words = await query('w1 w7 w50 w1000');
      expect(await disturbed.search(words, [HARBOUR], LIMIT)).toEqual(
        await undisturbed.search(words, [HARBOUR], LIMIT),
      );
    });

    test('holds no character that ends a line or that an encoding changes', async () => {
      const lines = [...(await holding(...ALL)).save()];
      expect(lines.filter((line) => !/^[ -~]*$/.test(line))).toEqual([]);
    });

    test('may be empty', async () => {
      expect((await loading(create().save())).size).toBe(0);
    });

    test('takes the place of what was there', async () => {
      const index = await holding(LONG);
      await index.load((await holding(FERRY)).save(), findIn(ALL));
      expect(await index.search(await query('zeppelin'), [HARBOUR], LIMIT)).toEqual([]);
      expect(frequencyOf(await index.statistics(['zeppelin'], [HARBOUR]), 'zeppelin')).toBe(0);
      expect(index.size).toBe(1);
    });

    test('is refused when a line is missing, and nothing is changed', async () => {
      const lines = [...(await holding(FERRY)).save()];
      for (const at of lines.keys()) {
        const index = await holding(LONG);
        await expect(index.load(lines.toSpliced(at, 1), findIn(ALL))).rejects.toThrow(Error);
        expect(index.size).toBe(LONG.passages.length);
      }
    });

    test.each(['', '{}', '[', '[1]', '["harbour"]', '["harbour",1,2]', '["harbour",-1]', 'null', '[[]]'])(
      'is refused when a line is %j',
      async (line) => {
        const lines = [...(await holding(FERRY)).save()];
        for (const at of lines.keys()) await expect(loading(lines.with(at, line))).rejects.toThrow(Error);
      },
    );

    test('is refused without the documents it was made of', async () => {
      const lines = [...(await holding(FERRY, LONG)).save()];
      const shorter = document('harbour/long', { text: 'A zeppelin.' });
      const elsewhere = { ...FERRY, document: { ...FERRY.document, collection: TOWN } };
      await expect(loading(lines, [FERRY])).rejects.toThrow(Error);
      await expect(loading(lines, [FERRY, shorter])).rejects.toThrow(Error);
      await expect(loading(lines, [elsewhere, LONG])).rejects.toThrow(Error);
    });
  });
}

function findIn(documents: readonly IndexedDocument[]): FindDocument {
  return (id) => documents.find(({ document }) => document.id === id) ?? null;
}

/** Everything that queries find, in each collection and in all. */
async function answersOf(index: PassageIndex) {
  const queries = await Promise.all(
    ['council storm ferry', 'zeppelin salt council', 'phare conseil tempete', 'odd'].map(query),
  );
  return Promise.all(
    queries.flatMap((each) => [
      ...[[HARBOUR], [TOWN], [HARBOUR, TOWN]].map((collections) => index.search(each, collections, LIMIT)),
    ]),
  );
}

async function wordsOf(index: PassageIndex) {
  const [words, both] = [await termsOfDocuments([...ALL, PIER]), [HARBOUR, TOWN]];
  return [await index.statistics(words, both), await index.similarTerms(['councel'], both)];
}

const HARBOUR = 'harbour' as CollectionId;
const TOWN = 'town' as CollectionId;

const FERRY = document('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry will cost more, the council said on Friday.',
});
const LONG = document('harbour/long', {
  title: 'The council and the council’s ships',
  text: [
    ...Array.from({ length: 90 }, (_, at) => `Ship number ${at} left the pier with salt and council salt.`),
    'A zeppelin crossed the bay.',
  ].join('\n\n'),
});
const FRENCH = document('town/phare', {
  title: 'Le phare',
  text: 'Le conseil reconstruira l’ancien phare, que la tempête a endommagé. Ça coûtera cher, œuvre comprise.',
  language: 'fr',
});
const JAPANESE = document('town/灯台', { text: '評議会は古い灯台を再建する。', language: 'ja' });
const CUT = document('town/cut', { text: `odd ${'𝒳a'.repeat(40)}` }); // a word cut to 64 units
const PIER = document('harbour/new', { text: 'The council closed the old pier.' });
const ODD = ['a\nb', 'a\u2028b', 'a"b\\', 'a,b c', 'a#1', '\ud800', '__proto__'].map((id) =>
  document(`town/${id}`, { text: `An odd name, the council said of ${id.length}.` }),
);
const ALL = [LONG, FERRY, FRENCH, JAPANESE, CUT, ...ODD];

/** One of many documents that together have so many words that an index may put them in order as it grows. */
function wordy(at: number): IndexedDocument {
  const paragraph = (from: number) =>
    Array.from({ length: 120 }, (_, word) => `w${((from * 31 + word * word) % 4000).toString(36)}`).join(' ');
  const text = Array.from({ length: 90 }, (_, each) => paragraph(at * 90 + each)).join('\n\n');
  return document(`harbour/${at}`, { title: `w1 w${at}`, text });
}
