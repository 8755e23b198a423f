import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/core/library/audience.ts';
import type { Collection } from '../../src/core/library/collection.ts';
import type { CollectionId, Document, DocumentId } from '../../src/core/library/documents/document.ts';
import type { DocumentFilter } from '../../src/core/library/documents/document-filter.ts';
import type { Grade } from '../../src/core/library/documents/grade.ts';
import { splitPassages } from '../../src/core/library/documents/passages.ts';
import { type Library, MOST_FOUND } from '../../src/core/library/library.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import type { Topic } from '../../src/core/library/topics/topic.ts';
import { createContents, createDocument } from '../fakes/documents.ts';

/** A library that a test can change. */
export interface LibraryUnderTest {
  readonly library: Library;
  put(document: Document): Promise<void>;
  remove(id: DocumentId): Promise<void>;
}

/** What every Library does. `open` creates one with the given contents. */
export function libraryContract(
  name: string,
  open: (contents: LibraryContents) => Promise<LibraryUnderTest>,
): void {
  const opened = async (contents: Partial<LibraryContents> = {}) => open({ ...CONTENTS, ...contents });

  describe(`a library: ${name}`, () => {
    describe('the scope of an audience', () => {
      test('names the collections that it may read, in their order', async () => {
        const { library } = await opened();
        expect(library.scopeFor(EVERYONE).collections).toEqual([TOWN, HARBOUR]);
        expect(library.scopeFor(COUNCIL).collections).toEqual([TOWN, COUNCIL_ROOM, HARBOUR]);
        expect(library.scopeFor({ ...EVERYONE, local: true }).collections).toEqual([TOWN, HARBOUR, DRAFTS]);
      });

      test('may be narrowed to some collections, but not widened', async () => {
        const { library } = await opened();
        expect(library.scopeFor(EVERYONE, [HARBOUR, COUNCIL_ROOM]).collections).toEqual([HARBOUR]);
        expect(library.scopeFor(EVERYONE, []).collections).toEqual([]);
      });

      test('counts its documents, those without a date, and names the newest date', async () => {
        const { library } = await opened();
        expect(library.scopeFor(EVERYONE).coverage).toEqual({ documents: 4, newest: '2024-07', undated: 1 });
        expect(library.scopeFor(EVERYONE, [HARBOUR]).coverage).toEqual({
          ...{ documents: 2, newest: '2024', undated: 1 },
        });
        expect(library.scopeFor(EVERYONE, []).coverage).toEqual({ documents: 0, newest: null, undated: 0 });
      });

      test('counts the files of its collections that are not served', async () => {
        const refused = [
          { file: 'harbour/a.bin', reason: 'is no text' },
          { file: 'harbour/pier.pdf', reason: 'has an unreadable page 2', partly: true as const },
          { file: 'drafts/b.bin', reason: 'is no text' },
          { file: 'stray.txt', reason: 'is in no collection' },
        ];
        const { library } = await opened({ refused });
        expect(library.scopeFor(EVERYONE).coverage).toMatchObject({ documents: 4, unread: 1 });
        expect(library.scopeFor(EVERYONE, [TOWN]).coverage).not.toHaveProperty('unread');
      });

      test('names the languages of its documents, English first', async () => {
        const { library } = await opened();
        expect(library.scopeFor(EVERYONE).languages).toEqual(['en', 'de', 'fr']);
        expect(library.scopeFor(EVERYONE, [TOWN]).languages).toEqual(['de', 'fr']);
      });

      test('is told nothing by what it does not contain', async () => {
        const { library } = await opened();
        const without = await opened({
          documents: DOCUMENTS.filter(({ collection }) => collection !== DRAFTS),
        });
        expect(library.scopeFor(EVERYONE)).toEqual(without.library.scopeFor(EVERYONE));
      });
    });

    describe('a change', () => {
      test('is counted at once', async () => {
        const { library, put, remove } = await opened();
        await put(
          createDocument('harbour/new', { text: 'A regatta.', published: '2025-01-01', language: 'es' }),
        );
        await remove(FERRY.id);
        const { coverage, languages } = library.scopeFor(EVERYONE, [HARBOUR]);
        expect(coverage).toEqual({ documents: 2, newest: '2025-01-01', undated: 1 });
        expect(languages).toEqual(['en', 'es']);
        await remove('harbour/new' as DocumentId);
        expect(library.scopeFor(EVERYONE, [HARBOUR]).coverage).toEqual({
          ...{ documents: 1, newest: null, undated: 1 },
        });
      });

      test('of a document replaces what was counted of it', async () => {
        const { library, put } = await opened();
        await put({ ...FERRY, published: null, language: 'nl' });
        const { coverage, languages } = library.scopeFor(EVERYONE, [HARBOUR]);
        expect([coverage, languages]).toEqual([{ documents: 2, newest: null, undated: 2 }, ['en', 'nl']]);
      });

      test('raises the revision', async () => {
        const { library, put, remove } = await opened();
        const revisions = [library.revision];
        await put({ ...FERRY, title: 'Fares' });
        revisions.push(library.revision);
        await remove(FERRY.id);
        revisions.push(library.revision);
        expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
      });

      test('of the text or of what is known of a document is another version, whoever may read it', async () => {
        const { library, put } = await opened();
        const version = () => library.scopeFor(EVERYONE).version;
        const versions = [version()];
        await put({ ...FERRY, title: 'Fares' });
        versions.push(version());
        await put({ ...FERRY, title: 'Fares', sha256: 'another' });
        versions.push(version());
        expect(new Set(versions).size).toBe(3);
        await put(FERRY);
        expect(version()).toBe(versions[0]);
      });

      test('of where its pages start is another version, and is loaded', async () => {
        const { library, put } = await opened();
        const pages = { format: 'pdf', starts: [{ at: 0, label: 'iv', index: 4, ocr: true as const }] };
        const before = library.scopeFor(EVERYONE).version;
        await put({ ...FERRY, pages });
        expect(library.scopeFor(EVERYONE).version).not.toBe(before);
        expect((await library.load([FERRY.id])).get(FERRY.id)?.document.pages).toEqual(pages);
      });

      test('of a document outside a scope leaves its version', async () => {
        const { library, put } = await opened();
        const before = library.scopeFor(EVERYONE).version;
        await put(createDocument('council-room/minutes', { text: 'Secret.' }));
        expect(library.scopeFor(EVERYONE).version).toBe(before);
      });
    });

    test('the version does not depend on the order in which documents were added', async () => {
      const { library } = await opened();
      const other = await opened({ documents: DOCUMENTS.toReversed() });
      expect(other.library.scopeFor(EVERYONE).version).toBe(library.scopeFor(EVERYONE).version);
    });

    test('the languages of all documents start with English, or else the first by code', async () => {
      expect((await opened()).library.languages).toEqual(['en', 'de', 'fr']);
      const others = DOCUMENTS.filter(({ language }) => language !== 'en');
      expect((await opened({ documents: others })).library.languages).toEqual(['de', 'fr']);
    });

    test('documents are loaded with their passages; unknown ids are absent', async () => {
      const { library } = await opened();
      const found = await library.load([FERRY.id, 'harbour/nowhere' as DocumentId, FERRY.id]);
      const passages = splitPassages(FERRY.text, FERRY.language);
      expect(passages.length).toBeGreaterThan(1);
      expect([...found]).toEqual([[FERRY.id, { document: FERRY, passages }]]);
    });

    describe('the list of documents', () => {
      const all = { limit: 10 };

      test('contains those of a scope, ordered by id, without their texts', async () => {
        const { library } = await opened();
        const listed = await library.list(library.scopeFor(EVERYONE), all);
        expect(idsOf(listed)).toEqual(['harbour/ferry', 'harbour/gulls', 'town/markt', 'town/phare']);
        const { text: _, ...known } = FERRY;
        const heading = 'The ferry will cost more, the council said on Friday. It leaves at …';
        expect(listed[0]).toEqual({ ...known, heading });
      });

      test('comes page by page', async () => {
        const { library } = await opened();
        const scope = library.scopeFor(EVERYONE);
        const page = async (limit: number, after: string | null) =>
          idsOf(await library.list(scope, { limit, after: after as DocumentId | null }));
        expect(await page(3, null)).toEqual(['harbour/ferry', 'harbour/gulls', 'town/markt']);
        expect(await page(3, 'town/markt')).toEqual(['town/phare']);
        expect(await page(1, 'harbour/gone')).toEqual(['harbour/gulls']);
        expect(await page(3, 'town/phare')).toEqual([]);
      });

      test('may be filtered, each page is full', async () => {
        const { library } = await opened();
        const filter = { ...ANY, since: '2024-06' };
        const listed = await library.list(library.scopeFor(EVERYONE), { limit: 1, filter });
        expect(idsOf(listed)).toEqual(['town/markt']);
        const after = 'town/markt' as DocumentId;
        expect(idsOf(await library.list(library.scopeFor(EVERYONE), { ...all, after, filter }))).toEqual([
          'town/phare',
        ]);
      });

      test('keeps whatever may have a phrase in title or text, page by page', async () => {
        const { library } = await opened({
          documents: [
            createDocument('harbour/a', { title: 'The Müller report', text: 'A regatta.' }),
            createDocument('harbour/b', { text: 'The co-operation ended at 5 km.' }),
            createDocument('harbour/c', { language: 'zh', text: '北约在东京设立联络处。' }),
          ],
        });
        const sought = [['mueller report'], ['Cooperation ended'], ['5km'], ['联络处']];
        const found = await Promise.all(
          sought.map((phrases) => library.list({ collections: [HARBOUR] }, { ...all, having: [phrases] })),
        );
        const first = { limit: 1, having: [['cooperation', 'Müller']] };
        const [one] = await library.list({ collections: [HARBOUR] }, first);
        const rest = await library.list({ collections: [HARBOUR] }, { ...first, after: one?.id ?? null });
        expect(found.map(idsOf)).toEqual([
          expect.arrayContaining(['harbour/a']),
          expect.arrayContaining(['harbour/b']),
          expect.arrayContaining(['harbour/b']),
          expect.arrayContaining(['harbour/c']),
        ]);
        expect(idsOf([...(one ? [one] : []), ...rest])).toEqual(['harbour/a', 'harbour/b']);
      });

      test('changes with the documents', async () => {
        const { library, put, remove } = await opened();
        await remove(FERRY.id);
        expect(idsOf(await library.list({ collections: [HARBOUR] }, all))).toEqual(['harbour/gulls']);
        await put(createDocument('harbour/a', { text: 'A regatta.', title: 'Regatta' }));
        expect((await library.list({ collections: [HARBOUR] }, all)).map(({ heading }) => heading)).toEqual([
          ...['Regatta', 'A council of gulls.'],
        ]);
      });
    });

    describe('a filter', () => {
      const filters: readonly (readonly [string, Partial<DocumentFilter>, readonly string[]])[] = [
        ['nothing', {}, ['plans/a', 'plans/b', 'plans/c', 'plans/d', 'plans/e']],
        ['a publisher', { publishers: ['Port Gazette', 'Nobody'] }, ['plans/a', 'plans/b']],
        ['dates', { since: '2024-03', before: '2024-05' }, ['plans/a']],
        ['the author', { by: ['muller'] }, ['plans/b']],
        ['tags', { tags: ['law', 'port'] }, ['plans/c']],
        ['a grade', { grade: 'C' as Grade }, ['plans/d']],
        ['ids', { among: ['plans/e', 'plans/gone'] as DocumentId[] }, ['plans/e']],
        [
          'ids in any order',
          { among: ['plans/d', 'plans/a', 'plans/d'] as DocumentId[] },
          ['plans/a', 'plans/d'],
        ],
        ['ids and tags', { among: ['plans/a', 'plans/c'] as DocumentId[], tags: ['port'] }, ['plans/c']],
        ['all of these', { publishers: ['Port Gazette'], since: '2024-04' }, ['plans/a']],
      ];
      const plans = [
        createDocument('plans/a', { publisher: 'Port Gazette', published: '2024-04-02' }),
        createDocument('plans/b', { publisher: 'Port Gazette', author: 'Ida Müller', published: '2024' }),
        createDocument('plans/c', { tags: ['port', 'law', 'tide'] }),
        createDocument('plans/d', { tags: ['port'], grade: 'B2' as Grade, published: '2025-01' }),
        createDocument('plans/e', { grade: 'D' as Grade }),
      ];
      const collection = 'plans' as CollectionId;
      const planned = async () => opened({ ...createContents(plans) });

      test.each(filters)('for %s leaves what it admits', async (_, given, ids) => {
        const { library } = await planned();
        const filter = { ...ANY, ...given };
        const listed = await library.list({ collections: [collection] }, { limit: 10, filter });
        expect(idsOf(listed)).toEqual(ids);
        const { coverage } = await library.count({ collections: [collection] }, filter);
        const left = plans.filter(({ id }) => ids.includes(id));
        const dates = left.flatMap(({ published }) => published ?? []).sort();
        expect(coverage).toEqual({
          ...{ documents: left.length, newest: dates.at(-1) ?? null, undated: left.length - dates.length },
        });
      });

      test('tells what it leaves out for want of a date, or of a more exact one', async () => {
        const { library } = await planned();
        const scope = { collections: [collection] };
        const since = { ...ANY, since: '2024-03' };
        expect(await library.count(scope, since)).toMatchObject({ undated: 2, vague: 1 });
        expect(await library.count(scope, { ...since, tags: ['port'] })).toMatchObject({
          undated: 1,
          vague: 0,
        });
        expect(await library.count(scope, { ...ANY, before: '2024-05' })).toMatchObject({
          undated: 2,
          vague: 1,
        });
      });

      test('counts nothing outside the scope', async () => {
        const { library } = await planned();
        expect(await library.count({ collections: [HARBOUR] }, ANY)).toEqual({
          coverage: { documents: 0, newest: null, undated: 0 },
          ...{ undated: 0, vague: 0 },
        });
      });
    });

    test('names are those that documents of a scope have, in order, and go with them', async () => {
      const { library, put, remove } = await opened();
      const scope = { collections: [TOWN, HARBOUR] };
      await put(createDocument('town/a', { publisher: 'Town Post', tags: ['law', 'tide'] }));
      await put(createDocument('harbour/a', { publisher: 'Port Gazette', tags: ['law'] }));
      await put(createDocument('harbour/b', { publisher: 'Port Gazette' }));
      await put(createDocument('drafts/a', { publisher: 'Whisperer', tags: ['secret'] }));
      const names = () => [library.names(scope, 'publisher'), library.names(scope, 'tag')];
      expect(names()).toEqual([
        ['Port Gazette', 'Town Post'],
        ['law', 'tide'],
      ]);
      await remove('town/a' as DocumentId);
      expect(names()).toEqual([['Port Gazette'], ['law']]);
    });

    describe('by a name', () => {
      const found = async (library: Library, name: string) =>
        idsOf((await library.find({ collections: [TOWN, HARBOUR] }, name)).found);

      test('documents are found by id as it can be typed, even if it is the title of another', async () => {
        const { library, put } = await opened();
        await put(createDocument('town/old  quay', { title: 'harbour/ferry' }));
        expect(await found(library, ' harbour/ferry ')).toEqual(['harbour/ferry']);
        expect(await found(library, 'town/old quay')).toEqual(['town/old  quay']);
      });

      test('all are found that have the title, or else whose title begins so', async () => {
        const { library, put, remove } = await opened();
        await put(createDocument('town/b', { title: 'The “old” pier' }));
        await put(createDocument('town/a', { title: 'the "OLD" pier' }));
        await put(createDocument('harbour/a', { title: 'The “old” pier and the quay' }));
        expect(await found(library, 'The "old" pier')).toEqual(['town/a', 'town/b']);
        expect(await found(library, 'the "old" …')).toEqual(['harbour/a', 'town/a', 'town/b']);
        expect(await found(library, 'the')).toEqual([]);
        expect(await found(library, 'le phare.')).toEqual(['town/phare']);
        await remove('town/b' as DocumentId);
        expect(await found(library, 'The "old" pier')).toEqual(['town/a']);
      });

      test('nothing is found outside the scope, nor named', async () => {
        const { library } = await opened();
        const { found: none, near } = await library.find({ collections: [TOWN, HARBOUR] }, 'drafts/plan');
        expect([none, near]).toEqual([[], []]);
      });

      test('the nearest ids are named if none is found', async () => {
        const { library } = await opened();
        const { found: none, near } = await library.find({ collections: [TOWN, HARBOUR] }, 'harbour/fery');
        expect([none, near[0]]).toEqual([[], 'harbour/ferry']);
      });
    });

    describe('by a number', () => {
      const scope = { collections: [TOWN, HARBOUR] };

      test('documents are found by any of their keys, ordered by id, each once', async () => {
        const { library, put } = await opened();
        for (const id of ['town/text/0008-b', 'harbour/rule-8', 'harbour/rule-80', 'town/rules/0008-a'])
          await put(createDocument(id, { text: 'A rule.' }));
        const numbered = async (...keys: string[]) => idsOf(await library.numbered(scope, keys));
        expect(await numbered('rule 8')).toEqual(['harbour/rule-8', 'town/rules/0008-a']);
        expect(await numbered('town 8', 'text 8', 'rule 80', 'rule 800')).toEqual([
          ...['harbour/rule-80', 'town/rules/0008-a', 'town/text/0008-b'],
        ]);
        expect(await numbered('rule 800')).toEqual([]);
        expect(await numbered()).toEqual([]);
      });

      test('nothing is found outside the scope, nor what was removed', async () => {
        const { library, put, remove } = await opened();
        for (const id of ['drafts/rule-8', 'town/rule-8']) await put(createDocument(id, { text: 'A rule.' }));
        expect(idsOf(await library.numbered(scope, ['rule 8']))).toEqual(['town/rule-8']);
        expect(await library.numbered({ collections: [] }, ['rule 8'])).toEqual([]);
        await remove('town/rule-8' as DocumentId);
        expect(await library.numbered(scope, ['rule 8'])).toEqual([]);
      });

      test('none is found if more are numbered so than one could mean', async () => {
        const reports = Array.from({ length: MOST_FOUND + 1 }, (_, at) =>
          createDocument(`town/reports/2024-lamp-${at}`, { text: 'A report.' }),
        );
        const { library, remove } = await opened({ documents: reports });
        const numbered = async () => (await library.numbered(scope, ['report 2024'])).length;
        expect(await numbered()).toBe(0);
        await remove('town/reports/2024-lamp-0' as DocumentId);
        expect(await numbered()).toBe(MOST_FOUND);
      });
    });

    describe('what somebody types', () => {
      const scope = { collections: [TOWN, HARBOUR] };

      test('is completed by ids and headings that begin so, then by those in which a word does', async () => {
        const { library, put } = await opened();
        await put(createDocument('town/fares', { title: 'The old ferry' }));
        await put(createDocument('town/b', { title: 'Harbour lights' }));
        const complete = async (typed: string) => idsOf(await library.complete(scope, typed, 9));
        expect(await complete('HARBOUR')).toEqual(['harbour/ferry', 'harbour/gulls', 'town/b']);
        expect(await complete('ferr')).toEqual(['harbour/ferry', 'town/fares']);
        expect(await complete('old fe')).toEqual(['town/fares']);
        expect(await complete('plan')).toEqual([]);
      });

      test('is completed by the best, as many as are asked for', async () => {
        const { library, put } = await opened();
        await put(createDocument('harbour/a', { title: 'Town hall' }));
        expect(idsOf(await library.complete(scope, 'town', 2))).toEqual(['town/markt', 'town/phare']);
        expect(idsOf(await library.complete(scope, '', 2))).toEqual(['harbour/a', 'harbour/ferry']);
      });
    });

    test('documents are found by the hash of their text', async () => {
      const { library, put, remove } = await opened();
      await put(createDocument('town/copy', { text: FERRY.text }));
      await put(createDocument('drafts/copy', { text: FERRY.text }));
      const same = async () => idsOf(await library.withText({ collections: [TOWN, HARBOUR] }, FERRY.sha256));
      expect(await same()).toEqual(['harbour/ferry', 'town/copy']);
      await remove(FERRY.id);
      expect(await same()).toEqual(['town/copy']);
    });

    test('acronyms are counted by language, by the documents that explain them', async () => {
      const { library, put, remove } = await opened();
      const explain = (id: string, text: string, language = 'en') =>
        put(createDocument(id, { text, language }));
      await explain(
        'harbour/a',
        'The Harbour Pilots Association (HPA). The Harbour  Pilots Association (HPA).',
      );
      await explain('town/a', 'The harbour pilots association (HPA) and the Hill Path Agency (HPA).');
      await explain('town/b', 'Die Europäische Zentralbank (EZB) tagt.', 'de');
      await explain('drafts/a', 'The Secret Plan (SP).');
      const acronyms = () => library.acronyms({ collections: [TOWN, HARBOUR] });
      const long = 'harbour pilots association';
      const german = new Map([['EZB', new Map([['europäische zentralbank', 1]])]]);
      const english = (...meanings: [string, number][]) => new Map([['HPA', new Map(meanings)]]);
      expect(await acronyms()).toEqual(
        new Map([
          ['en', english([long, 2], ['hill path agency', 1])],
          ['de', german],
        ]),
      );
      await remove('town/a' as DocumentId);
      await remove('town/b' as DocumentId);
      expect(await acronyms()).toEqual(new Map([['en', english([long, 1])]]));
      await explain('harbour/a', 'The pilots.');
      expect(await acronyms()).toEqual(new Map());
    });

    test('what frames many documents of a folder is loaded with them', async () => {
      const frame = 'For media inquiries, write to the harbour office.';
      const ship = (at: number) => createDocument(`ships/${at}`, { text: `Ship ${at} left.\n\n${frame}` });
      const ships = [0, 1, 2, 3, 4].map(ship);
      const { library, remove, put } = await opened({ ...createContents(ships) });
      const repeated = async () => {
        const indexed = (await library.load([ship(1).id])).get(ship(1).id);
        return indexed?.repeated?.map(({ start, end }) => indexed.document.text.slice(start, end));
      };
      expect(await repeated()).toEqual([frame]);
      await remove(ship(2).id);
      expect(await repeated()).toBeUndefined();
      await put(ship(2));
      await put({ ...ship(3), text: 'Another foot.', sha256: 'another' });
      expect(await repeated()).toBeUndefined();
    });

    test('topics are in their order', async () => {
      const named = (name: string): Topic => ({
        ...{ name, title: name, query: name, collections: null, synonyms: [], aspects: [] },
      });
      const { library } = await opened({ topics: [named('tides'), named('boats')] });
      expect(library.topics.map(({ name }) => name)).toEqual(['tides', 'boats']);
    });

    test('files that were not indexed are told to those who may read their collection, or to all', async () => {
      const refused = ['stray.txt', 'harbour/a.bin', 'council-room/b.bin', 'harbourmaster/c.bin'].map(
        (file) => ({
          ...{ file, reason: 'is empty' },
        }),
      );
      const { library } = await opened({ refused });
      expect(library.refused({ collections: [HARBOUR] }).map(({ file }) => file)).toEqual([
        ...['stray.txt', 'harbour/a.bin'],
      ]);
    });
  });
}

const idsOf = (documents: readonly { readonly id: DocumentId }[]) => documents.map(({ id }) => id as string);

const ANY: DocumentFilter = { since: null, before: null, publishers: null };

const HARBOUR = 'harbour' as CollectionId;
const TOWN = 'town' as CollectionId;
const COUNCIL_ROOM = 'council-room' as CollectionId;
const DRAFTS = 'drafts' as CollectionId;

const EVERYONE: Audience = {
  ...{ platform: 'chat', workspace: 'W', channel: 'C', user: 'u', private: false, local: false },
};
const COUNCIL: Audience = { ...EVERYONE, channel: 'council' };

const FERRY = createDocument('harbour/ferry', {
  text: 'The ferry will cost more, the council said on Friday.\n\nIt leaves at noon.',
  published: '2024',
});
const DOCUMENTS = [
  createDocument('town/phare', { text: 'Le phare.', language: 'fr', published: '2024-07' }),
  FERRY,
  createDocument('drafts/plan', { text: 'A plan.', published: '2030' }),
  createDocument('town/markt', { text: 'Der Markt.', language: 'de', published: '2024-06-30' }),
  createDocument('harbour/gulls', { text: 'A council of gulls.' }),
];

const collections: readonly Collection[] = [
  { id: TOWN, title: null, readable: 'everywhere' },
  { id: COUNCIL_ROOM, title: null, readable: ['chat:W/council'] },
  { id: HARBOUR, title: null, readable: ['chat:W'] },
  { id: DRAFTS, title: null, readable: 'local' },
];
const CONTENTS: LibraryContents = { documents: DOCUMENTS, collections, topics: [], refused: [] };
