import { afterAll } from 'vitest';
import type { DocumentSink } from '../../../src/core/library/indexed-document.ts';
import { openStoredCorpus } from '../../../src/core/library/stored/stored-corpus.ts';
import { openStoredLibrary } from '../../../src/core/library/stored/stored-library.ts';
import { type CorpusUnderTest, followedCorpusContract } from '../../contracts/followed-corpus.ts';
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
