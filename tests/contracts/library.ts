import { describe, expect, test } from 'vitest';
import type { Audience } from '../../src/core/library/audience.ts';
import type { Collection } from '../../src/core/library/collection.ts';
import type { CollectionId, Document, DocumentId } from '../../src/core/library/document.ts';
import type { Library } from '../../src/core/library/library.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import { splitPassages } from '../../src/core/library/passages.ts';
import type { Topic } from '../../src/core/library/topic.ts';
import { createDocument } from '../fakes/documents.ts';

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
      const idsOf = (documents: readonly Document[]) => documents.map(({ id }) => id as string);

      test('contains those of a scope, ordered by id', async () => {
        const { library } = await opened();
        const listed = await library.list(library.scopeFor(EVERYONE));
        expect(idsOf(listed)).toEqual(['harbour/ferry', 'harbour/gulls', 'town/markt', 'town/phare']);
      });

      test('may be filtered', async () => {
        const { library } = await opened();
        const matches = ({ published }: Document) => published !== null;
        const listed = await library.list({ collections: [HARBOUR] }, matches);
        expect(idsOf(listed)).toEqual(['harbour/ferry']);
      });

      test('changes with the documents', async () => {
        const { library, remove } = await opened();
        await remove(FERRY.id);
        expect(idsOf(await library.list({ collections: [HARBOUR] }))).toEqual(['harbour/gulls']);
      });
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
