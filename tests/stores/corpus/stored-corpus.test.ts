import { afterAll, expect, test } from 'vitest';
import type { Share } from '../../../src/core/library/followed-corpus.ts';
import type { DocumentSink } from '../../../src/core/library/indexed-document.ts';
import { openStoredCorpus } from '../../../src/core/library/stored/stored-corpus.ts';
import { openStoredLibrary } from '../../../src/core/library/stored/stored-library.ts';
import { type CorpusUnderTest, followedCorpusContract } from '../../contracts/followed-corpus.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { corporaIn, type OpenedForTest } from '../../fakes/stored-corpora.ts';

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

async function openOn(opened: OpenedForTest, sink: DocumentSink): Promise<CorpusUnderTest> {
  const { documents: store } = opened;
  const library = await openStoredLibrary(store);
  const corpus = await openStoredCorpus({ store, library, sink, see: async () => {} });
  return { corpus, library, reopen: () => openOn(opened, sink) };
}

for (const [name, openCorpus] of corporaIn())
  followedCorpusContract(name, async (sink) => {
    const opened = await openCorpus();
    closing.push(opened.close);
    return openOn(opened, sink);
  });

test.each(corporaIn())('what other readers make of a file is no change of it: %s', async (_, openCorpus) => {
  const opened = await openCorpus();
  closing.push(opened.close);
  const sink = { add: async () => {}, remove: async () => {} };
  const share = (key: string, text: string): Share => ({
    settings: { collections: [], topics: [], sources: {} },
    stamps: {},
    ...{ gone: [], refused: [], unread: {} },
    read: [
      {
        ...{ file: '/c/town/a.txt', path: 'town/a.txt', key },
        outcome: { kind: 'document', ...createIndexedDocument('town/a', { text }) },
      },
    ],
  });
  await opened.documents.readBy('1');
  await (await openOn(opened, sink)).corpus.apply(share('k', 'Old and new.'));
  await opened.documents.readBy('2');
  const { corpus } = await openOn(opened, sink);
  const again = await corpus.apply(share('k', 'Old  and new.'));
  expect(again.put.map(({ before }) => before)).toEqual([null]);
  const edited = await corpus.apply(share('l', 'Quite new.'));
  expect(edited.put.map(({ before }) => before?.document.text)).toEqual(['Old  and new.']);
});
