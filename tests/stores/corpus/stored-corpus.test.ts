import { afterAll, expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../../src/core/library/documents/document.ts';
import type { DocumentSink } from '../../../src/core/library/documents/indexed-document.ts';
import type { Share } from '../../../src/core/library/following/followed-corpus.ts';
import type { CorpusStore } from '../../../src/core/library/stored/document-store.ts';
import { openStoredCorpus, type StoredCorpusPorts } from '../../../src/core/library/stored/stored-corpus.ts';
import { openStoredLibrary } from '../../../src/core/library/stored/stored-library.ts';
import { underRoot } from '../../../src/core/library/stored/under-root.ts';
import { type CorpusUnderTest, followedCorpusContract } from '../../contracts/followed-corpus.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { corporaIn, type OpenedForTest } from '../../fakes/stored-corpora.ts';

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

async function openOn(
  opened: OpenedForTest,
  sink: DocumentSink,
  told: Partial<Pick<StoredCorpusPorts, 'compare' | 'see'>> = {},
): Promise<CorpusUnderTest> {
  const { documents: store } = opened;
  const library = await openStoredLibrary(store);
  const unheard = { compare: async () => {}, see: async () => {} };
  const corpus = await openStoredCorpus({ store, library, sink, ...unheard, ...told });
  return { corpus, library, reopen: () => openOn(opened, sink) };
}

for (const [name, openCorpus] of corporaIn())
  followedCorpusContract(name, async (sink) => {
    const opened = await openCorpus();
    closing.push(opened.close);
    return openOn(opened, sink);
  });

const SINK = { add: async () => {}, remove: async () => {} };

/** A share with one file that was read, of a folder. */
function share(key: string, text: string, folder = '/c'): Share {
  return {
    settings: { collections: [], topics: [], sources: {} },
    stamps: {},
    ...{ gone: [], refused: [], unread: {} },
    read: [
      {
        ...{ file: `${folder}/town/a.txt`, path: 'town/a.txt', key },
        outcome: { kind: 'document', ...createIndexedDocument('town/a', { text }) },
      },
    ],
  };
}

test.each(corporaIn())(
  'a kill while a change is stored loses no earlier wording: %s',
  async (_, openCorpus) => {
    const opened = await openCorpus();
    closing.push(opened.close);
    const compared: string[] = [];
    const compare: StoredCorpusPorts['compare'] = async (documents) => {
      compared.push(...documents.map(({ before, now }) => `${before.document.text} ${now.document.text}`));
    };
    await (await openOn(opened, SINK)).corpus.apply(share('k', 'Open on Mondays.'));
    const killed = { ...SINK, add: () => Promise.reject(new Error('killed')) };
    const { corpus } = await openOn(opened, killed, { compare });
    await expect(corpus.apply(share('l', 'Shut on Mondays.'))).rejects.toThrow('killed');
    expect(compared).toEqual(['Open on Mondays. Shut on Mondays.']);
  },
);

test.each(corporaIn())('what other readers make of a file is no change of it: %s', async (_, openCorpus) => {
  const opened = await openCorpus();
  closing.push(opened.close);
  await opened.documents.readBy('1');
  await (await openOn(opened, SINK)).corpus.apply(share('k', 'Old and new.'));
  await opened.documents.readBy('2');
  const { corpus } = await openOn(opened, SINK);
  const again = await corpus.apply(share('k', 'Old  and new.'));
  expect(again.put.map(({ before }) => before)).toEqual([null]);
  const edited = await corpus.apply(share('l', 'Quite new.'));
  expect(edited.put.map(({ before }) => before?.document.text)).toEqual(['Old  and new.']);
});

test.each(corporaIn())(
  'what applies to the whole folder is written only as it changes: %s',
  async (_, open) => {
    const opened = await open();
    closing.push(opened.close);
    const written: (readonly string[])[] = [];
    const documents: CorpusStore = {
      ...opened.documents,
      async frame(parts) {
        written.push(Object.keys(parts));
        await opened.documents.frame(parts);
      },
    };
    const { corpus, library } = await openOn({ ...opened, documents }, SINK);
    const [first, second] = [share('k', 'One.'), share('l', 'Two.')];
    await corpus.apply(first);
    await corpus.apply({ ...second, settings: first.settings });
    const refused = { kind: 'refused', reason: 'is no text' } as const;
    await corpus.apply({ ...second, read: second.read.map((each) => ({ ...each, outcome: refused })) });
    await corpus.apply({ ...second, read: [], unread: { ['town' as CollectionId]: 2 } });
    expect(written).toEqual([['settings', 'stamps', 'refused', 'unread'], ['unread']]);
    expect(library.refusals).toEqual([{ file: 'town/a.txt', reason: 'is no text' }]);
  },
);

test.each(corporaIn())('files are known though the folder is somewhere else: %s', async (_, open) => {
  const opened = await open();
  closing.push(opened.close);
  const at = (root: string) => ({ ...opened, documents: underRoot(opened.documents, root) });
  await (await openOn(at('/c'), SINK)).corpus.apply(share('k', 'Open on Mondays.'));
  const { corpus } = await openOn(at('/mnt/d'), SINK);
  expect([...corpus.state.entries]).toEqual([['/mnt/d/town/a.txt', { path: 'town/a.txt', key: 'k' }]]);
  const id = 'town/a' as DocumentId;
  const places = await at('/mnt/d').documents.origins([id]);
  expect(places.get(id)).toEqual({ file: '/mnt/d/town/a.txt', path: 'town/a.txt' });
  const { put } = await corpus.apply(share('l', 'Shut on Mondays.', '/mnt/d'));
  expect(put.map(({ before }) => before?.document.text)).toEqual(['Open on Mondays.']);
  const gone = { ...share('l', '', '/mnt/d'), read: [], gone: ['/mnt/d/town/a.txt'] };
  expect((await corpus.apply(gone)).removed).toEqual([id]);
});
