import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { DocumentSink } from '../../src/core/library/documents/indexed-document.ts';
import { type CorpusState, chooseDocuments } from '../../src/core/library/following/corpus-state.ts';
import type { FollowedCorpus, ReadEntry, Share } from '../../src/core/library/following/followed-corpus.ts';
import type { Library, LibraryOverview } from '../../src/core/library/library.ts';
import { createIndexedDocument } from '../fakes/documents.ts';
import { createRandom } from '../fakes/trouble.ts';

/** A corpus that a test can look into. */
export interface CorpusUnderTest {
  readonly corpus: FollowedCorpus;
  readonly library: Library & LibraryOverview;
  /** Opens again what was kept of it; absent if nothing is. */
  readonly reopen?: () => Promise<CorpusUnderTest>;
}

/** What every FollowedCorpus does. `open` creates an empty one whose sink is given. */
export function followedCorpusContract(
  name: string,
  open: (sink: DocumentSink) => Promise<CorpusUnderTest>,
): void {
  const opened = async () => {
    const indexed = new Map<string, string>();
    const sink: DocumentSink = {
      add: async (documents) => {
        for (const { document } of documents) indexed.set(document.id, document.sha256);
      },
      remove: async (ids) => {
        for (const id of ids) indexed.delete(id);
      },
    };
    return { ...(await open(sink)), indexed };
  };

  describe(`a followed corpus: ${name}`, () => {
    test('takes in what was read, and knows under which key', async () => {
      const { corpus, library, indexed } = await opened();
      const { put, removed } = await corpus.apply({ ...NOTHING, read: [file('a.txt', 1)] });
      expect(put.map(({ indexed: { document }, before }) => [document.id, before])).toEqual([
        ['harbour/a', null],
      ]);
      expect(removed).toEqual([]);
      expect(await shown(library)).toEqual(['harbour/a']);
      expect([...indexed.keys()]).toEqual(['harbour/a']);
      expect(corpus.state.entries.get('/c/harbour/a.txt')?.key).toBe('1');
    });

    test('tells what a document was before', async () => {
      const { corpus } = await opened();
      await corpus.apply({ ...NOTHING, read: [file('a.txt', 1)] });
      const { put } = await corpus.apply({ ...NOTHING, read: [file('a.txt', 2)] });
      expect(put.map(({ indexed, before }) => [before?.document.text, indexed.document.text])).toEqual([
        ['Version 1 of a.txt.', 'Version 2 of a.txt.'],
      ]);
    });

    test('who may read what counts at once, though indexing fails', async () => {
      const failing = { add: () => Promise.reject(new Error('no room')), remove: async () => {} };
      const { corpus, library } = await open(failing);
      await corpus.apply(NOTHING);
      const collections = [{ id: HARBOUR, title: null, readable: 'local' as const }];
      const narrowed = { ...NOTHING, settings: { ...NOTHING.settings, collections } };
      await expect(corpus.apply({ ...narrowed, read: [file('a.txt', 1)] })).rejects.toThrow('no room');
      expect(library.collections).toEqual(collections);
    });

    test('forgets what is gone', async () => {
      const { corpus, library, indexed } = await opened();
      await corpus.apply({ ...NOTHING, read: [file('a.txt', 1), file('b.txt', 1)] });
      const { removed } = await corpus.apply({ ...NOTHING, gone: ['/c/harbour/a.txt'] });
      expect(removed).toEqual(['harbour/a']);
      expect(await shown(library)).toEqual(['harbour/b']);
      expect([...indexed.keys()]).toEqual(['harbour/b']);
      expect([...corpus.state.entries.keys()]).toEqual(['/c/harbour/b.txt']);
    });

    test('names what cannot be read', async () => {
      const { corpus, library } = await opened();
      const broken: ReadEntry = { ...file('a.txt', 1), outcome: { kind: 'refused', reason: 'is no text' } };
      await corpus.apply({
        ...NOTHING,
        read: [broken],
        refused: [{ file: 'stray', reason: 'is in no collection' }],
      });
      expect(library.refusals).toEqual([
        { file: 'stray', reason: 'is in no collection' },
        { file: 'harbour/a.txt', reason: 'is no text' },
      ]);
    });

    test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
      'is what reading everything at once would be, whatever came and went: %i',
      async (seed) => {
        const random = createRandom(seed);
        let { corpus, library, indexed, reopen } = await opened();
        const model = new Map<string, ReadEntry>();
        for (let step = 1; step <= 12; step++) {
          const gone = [...model.keys()].filter(() => random() < 0.3);
          for (const each of gone) model.delete(each);
          const read = NAMES.filter(() => random() < 0.4).map((each) => file(each, step, random() < 0.2));
          for (const each of read) model.set(each.file, each);
          let applied = await corpus.apply({
            ...NOTHING,
            gone: gone.filter((each) => !model.has(each)),
            read,
          });
          while (applied.again) {
            const unread = [...model.values()].filter((each) => !corpus.state.entries.has(each.file));
            expect(unread).not.toEqual([]);
            applied = await corpus.apply({ ...NOTHING, read: unread });
          }
          const state: CorpusState = { ...NOTHING, entries: model };
          const { documents, refused } = chooseDocuments(state);
          const expected = new Map([...documents].map(([id, each]) => [id as string, each.document.sha256]));
          expect(new Map([...indexed].sort())).toEqual(new Map([...expected].sort()));
          expect(await shown(library)).toEqual([...expected.keys()].sort());
          expect(new Set(library.refusals.map(({ file: refusedFile }) => refusedFile))).toEqual(
            new Set(refused.map(({ file: refusedFile }) => refusedFile)),
          );
          if (random() < 0.3 && reopen) ({ corpus, library, reopen } = await reopen());
        }
      },
    );
  });
}

const HARBOUR = 'harbour' as CollectionId;
const NOTHING: Share = {
  settings: {
    collections: [{ id: HARBOUR, title: null, readable: 'everywhere' }],
    topics: [],
    sources: {},
  },
  stamps: { 'topics.yaml': '1' },
  ...{ gone: [], read: [], refused: [], unread: {} },
};
const NAMES = ['a.md', 'a.txt', 'b.html', 'b.md', 'b.txt', 'c.txt'];

/** A file that was read for the nth time; one of several holds a part with the name of another file. */
function file(name: string, nth: number, isSeveral = false): ReadEntry {
  const path = `harbour/${name}`;
  const text = `Version ${nth} of ${name}.`;
  const indexed = createIndexedDocument(path.replace(/\.\w+$/, ''), { text });
  const part = createIndexedDocument('harbour/c', { text: `A part. ${text}` });
  const outcome = isSeveral
    ? ({ kind: 'several', documents: [indexed, part], refused: [] } as const)
    : ({ kind: 'document', ...indexed } as const);
  return { file: `/c/${path}`, path, key: `${nth}`, outcome };
}

async function shown(library: Library): Promise<string[]> {
  return (await library.list({ collections: [HARBOUR] }, { limit: 100 })).map(({ id }) => id as string);
}
