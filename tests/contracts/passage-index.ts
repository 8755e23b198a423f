import { describe, expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../src/core/library/documents/document.ts';
import type { IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import { frequencyOf } from '../../src/core/search/term-statistics.ts';
import { createIndexedDocument as document } from '../fakes/documents.ts';
import { placesOf as places, queryFor as query, termFor as term, termsOfDocuments } from '../fakes/query.ts';

const LIMIT = 100;

/** What every PassageIndex does. `create` makes an empty one. */
export function passageIndexContract(name: string, create: () => Promise<PassageIndex>): void {
  const holding = async (...documents: readonly IndexedDocument[]) => {
    const index = await create();
    await index.add(documents);
    return index;
  };

  describe(`a passage index: ${name}`, () => {
    describe('search', () => {
      test('finds a passage by another form of its words', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        expect(places(await index.search(await query('lighthouses rebuilding'), [HARBOUR], LIMIT))).toEqual([
          'harbour/lighthouse#0',
        ]);
      });

      test('names the passage, not only the document', async () => {
        const index = await holding(LONG);
        const [best] = await index.search(await query('zeppelin'), [HARBOUR], LIMIT);
        const { start = 0, end = 0 } = LONG.passages[best?.passage ?? -1] ?? {};
        expect(LONG.document.text.slice(start, end)).toContain('zeppelin');
      });

      test('finds what only the title says', async () => {
        const titled = document('harbour/a', { title: 'Regatta', text: 'Boats of all sizes met on Sunday.' });
        const index = await holding(titled, FERRY);
        expect(places(await index.search(await query('regatta'), [HARBOUR], LIMIT))).toEqual(['harbour/a#0']);
      });

      test('ranks a word in the title above the same word in a text', async () => {
        const text = 'The boats met on Sunday and raced around the island before noon.';
        const titled = document('harbour/z', { title: 'Regatta', text });
        const plain = document('harbour/a', { title: 'Sunday', text: `${text} A regatta.` });
        const index = await holding(titled, plain);
        expect(places(await index.search(await query('regatta'), [HARBOUR], LIMIT))[0]).toBe('harbour/z#0');
      });

      test('ranks a passage with more of the words higher', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        const hits = await index.search(
          await query('storm damaged the old lighthouse council'),
          [HARBOUR],
          LIMIT,
        );
        expect(places(hits)).toEqual(['harbour/lighthouse#0', 'harbour/ferry#0']);
      });

      test('keeps to the documents that pass a filter, without changing their scores', async () => {
        const dated = { ...LIGHTHOUSE, document: { ...LIGHTHOUSE.document, published: '2024-07-10' } };
        const index = await holding(dated, FERRY);
        const words = await query('storm damaged the old lighthouse council');
        const filter = { since: '2024', before: null, publishers: null };
        const [best] = await index.search(words, [HARBOUR], LIMIT);
        expect(await index.search(words, [HARBOUR], LIMIT, filter)).toEqual([best]);
        expect(await index.search(words, [HARBOUR], 1, { ...filter, since: '2025' })).toEqual([]);
      });

      test('finds nothing for a query of nothing', async () => {
        const index = await holding(LIGHTHOUSE);
        expect(await index.search({ concepts: [] }, [HARBOUR], LIMIT)).toEqual([]);
      });

      test('finds nothing for words that no passage holds', async () => {
        const index = await holding(LIGHTHOUSE);
        expect(await index.search(await query('hypersonic glider'), [HARBOUR], LIMIT)).toEqual([]);
      });

      test('finds nothing in an index of nothing', async () => {
        expect(await (await create()).search(await query('lighthouse'), [HARBOUR], LIMIT)).toEqual([]);
      });

      test('orders equal passages by document and place', async () => {
        const text = 'The council met on Monday.';
        const index = await holding(...['c', 'a', 'b'].map((id) => document(`harbour/${id}`, { text })));
        expect(places(await index.search(await query('council'), [HARBOUR], LIMIT))).toEqual([
          ...['harbour/a#0', 'harbour/b#0', 'harbour/c#0'],
        ]);
      });

      test('tells apart documents whose ids look alike', async () => {
        const index = await holding(
          document('harbour/a#1', { text: 'A seal slept in the bakery.' }),
          document('harbour/a', { text: 'Nothing else happened.\n\nIt rained on the pier.' }),
        );
        expect(places(await index.search(await query('seal'), [HARBOUR], LIMIT))).toEqual(['harbour/a#1#0']);
      });
    });

    describe('adding and removing', () => {
      test('counts passages', async () => {
        const index = await holding(LIGHTHOUSE, FERRY, LONG);
        expect(index.size).toBe(2 + LONG.passages.length);
      });

      test('replaces a document that is added again', async () => {
        const index = await holding(LIGHTHOUSE);
        await index.add([document('harbour/lighthouse', { text: 'The beacon is dark.' })]);
        expect(places(await index.search(await query('council beacon'), [HARBOUR], LIMIT))).toEqual([
          'harbour/lighthouse#0',
        ]);
        expect(await index.search(await query('council'), [HARBOUR], LIMIT)).toEqual([]);
        expect(index.size).toBe(1);
      });

      test('keeps the last of two documents with one id added together', async () => {
        const index = await holding(LIGHTHOUSE, document('harbour/lighthouse', { text: 'The beacon.' }));
        expect(index.size).toBe(1);
        expect(await index.search(await query('council'), [HARBOUR], LIMIT)).toEqual([]);
      });

      test('moves a document to its new collection', async () => {
        const index = await holding(LIGHTHOUSE);
        const moved = { ...LIGHTHOUSE.document, collection: TOWN };
        await index.add([{ ...LIGHTHOUSE, document: moved }]);
        expect(await index.search(await query('lighthouse'), [HARBOUR], LIMIT)).toEqual([]);
        expect(await index.search(await query('lighthouse'), [TOWN], LIMIT)).toHaveLength(1);
      });

      test('finds a removed document no more', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        await index.remove([LIGHTHOUSE.document.id]);
        expect(places(await index.search(await query('council'), [HARBOUR], LIMIT))).toEqual([
          'harbour/ferry#0',
        ]);
        expect(index.size).toBe(1);
      });

      test('takes no notice of removing what is not there', async () => {
        const index = await holding(LIGHTHOUSE);
        await index.remove(['harbour/nowhere' as DocumentId]);
        expect(index.size).toBe(1);
      });

      test('forgets the words of a removed document', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        await index.remove([LIGHTHOUSE.document.id]);
        const [lighthouse, lighthose] = [await term('lighthouse'), await term('lighthose')];
        const known = await index.statistics([lighthouse], [HARBOUR]);
        expect([frequencyOf(known, lighthouse), known.passages]).toEqual([0, 1]);
        expect((await index.similarTerms([lighthose], [HARBOUR])).get(lighthose)).toEqual([]);
      });

      test('forgets the words of a document that is replaced in another language', async () => {
        const french = document('harbour/a', { text: 'L’ancien phare', language: 'fr' });
        const beacon = document('harbour/a', { text: 'The beacon.' });
        const index = await holding(FERRY, french);
        await index.add([beacon]);
        const words = await termsOfDocuments([FERRY, french, beacon]);
        const fresh = await holding(FERRY, beacon);
        expect(await index.statistics(words, [HARBOUR])).toEqual(await fresh.statistics(words, [HARBOUR]));
      });

      test('scores after changes as if it had held nothing else before', async () => {
        const index = await holding(LIGHTHOUSE, FERRY, LONG);
        await index.remove([LONG.document.id]);
        await index.add([document('harbour/lighthouse', { text: 'The council spoke of a council.' })]);
        await index.add([LIGHTHOUSE]);
        const fresh = await holding(FERRY, LIGHTHOUSE);
        const words = await query('council storm ferry');
        expect(await index.search(words, [HARBOUR], LIMIT)).toEqual(
          await fresh.search(words, [HARBOUR], LIMIT),
        );
      });

      test('gives the same hits and scores the second time', async () => {
        const index = await holding(FERRY, LIGHTHOUSE);
        await index.remove([LIGHTHOUSE.document.id]);
        const words = await query('council');
        const first = await index.search(words, [HARBOUR], LIMIT);
        expect(await index.search(words, [HARBOUR], LIMIT)).toEqual(first);
      });
    });

    describe('collections', () => {
      const elsewhere = [
        document('town/market', {
          title: 'Lighthouse',
          text: 'A council of gulls. Storms, storms and storms.',
        }),
        document('town/mayor', {
          text: 'The mayor opened the lighthouse and the ferry. Litehouse is a name.',
        }),
      ];

      test('finds nothing in collections that are not named', async () => {
        const index = await holding(LIGHTHOUSE, ...elsewhere);
        expect(await index.search(await query('lighthouse council'), [], LIMIT)).toEqual([]);
        expect(places(await index.search(await query('gulls'), [HARBOUR], LIMIT))).toEqual([]);
      });

      test('searches several together', async () => {
        const index = await holding(LIGHTHOUSE, FERRY, ...elsewhere);
        const hits = await index.search(await query('lighthouse'), [HARBOUR, TOWN], LIMIT);
        expect(places(hits).sort()).toEqual(['harbour/lighthouse#0', 'town/market#0', 'town/mayor#0']);
      });

      test('counts a collection named twice once', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        const words = await query('council');
        const once = await index.search(words, [HARBOUR], LIMIT);
        expect(await index.search(words, [HARBOUR, HARBOUR], LIMIT)).toEqual(once);
      });

      test('are not told from what others hold by hits or scores', async () => {
        const alone = await holding(LIGHTHOUSE, FERRY);
        const among = await holding(LIGHTHOUSE, FERRY, ...elsewhere);
        const words = await query('lighthouse council storm mayor');
        expect(await among.search(words, [HARBOUR], LIMIT)).toEqual(
          await alone.search(words, [HARBOUR], LIMIT),
        );
      });

      test('are not told from what others hold by statistics', async () => {
        const words = await termsOfDocuments([LIGHTHOUSE, FERRY, ...elsewhere]);
        const alone = await holding(LIGHTHOUSE, FERRY);
        const among = await holding(LIGHTHOUSE, FERRY, ...elsewhere);
        expect(await among.statistics(words, [HARBOUR])).toEqual(await alone.statistics(words, [HARBOUR]));
      });

      test('are not told from what others hold by similar terms', async () => {
        const index = await holding(FERRY, ...elsewhere);
        expect(await similar(index, await term('lighthose'))).toEqual([]);
      });
    });

    describe('similar terms', () => {
      test.each(['lighthose', 'lihgthouse', 'lighthousse'])('find what %s is misspelt for', async (typed) => {
        const index = await holding(LIGHTHOUSE, FERRY);
        expect(await similar(index, await term(typed))).toContain(await term('lighthouse'));
      });

      test('name the more frequent term first', async () => {
        const index = await holding(
          document('harbour/a', { text: 'The zanzibarq came.' }),
          document('harbour/b', { text: 'The zanzibark came.' }),
          document('harbour/c', { text: 'The zanzibark left.' }),
        );
        expect((await index.similarTerms(['zanzibarv'], [HARBOUR])).get('zanzibarv')).toEqual([
          { term: await term('zanzibark'), frequency: 2 },
          { term: await term('zanzibarq'), frequency: 1 },
        ]);
      });

      test('are found for several terms at once', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        const typed = [await term('lighthose'), 'quixotic', await term('counzil')];
        const found = await index.similarTerms(typed, [HARBOUR]);
        expect([...found]).toEqual([
          [typed[0], [{ term: await term('lighthouse'), frequency: 1 }]],
          ['quixotic', []],
          [typed[2], [{ term: await term('council'), frequency: 2 }]],
        ]);
      });

      test('find nothing like a word of another kind', async () => {
        const index = await holding(LIGHTHOUSE, FERRY);
        expect(await similar(index, 'quixotic')).toEqual([]);
      });
    });
  });
}

async function similar(index: PassageIndex, typed: string): Promise<readonly string[]> {
  const found = await index.similarTerms([typed], [HARBOUR]);
  return (found.get(typed) ?? []).map(({ term }) => term);
}

const HARBOUR = 'harbour' as CollectionId;
const TOWN = 'town' as CollectionId;

const LIGHTHOUSE = document('harbour/lighthouse', {
  title: 'A tower to be mended',
  text: 'The council will rebuild the old lighthouse, which a storm damaged in March.',
});
const FERRY = document('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry will cost more, the council said on Friday.',
});
const LONG = document('harbour/long', {
  text: [
    ...Array.from(
      { length: 30 },
      (_, at) => `Ship number ${at} left the pier on the morning tide with salt and rope.`,
    ),
    'A zeppelin crossed the bay.',
  ].join('\n\n'),
});
