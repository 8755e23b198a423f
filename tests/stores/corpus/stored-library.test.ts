import { afterAll } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import { splitPassages } from '../../../src/core/library/documents/passages.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { openStoredLibrary } from '../../../src/core/library/stored/stored-library.ts';
import { type LibraryUnderTest, libraryContract } from '../../contracts/library.ts';
import { corporaIn, type OpenedForTest } from '../../fakes/stored-corpora.ts';

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

async function open(
  { documents: store, close }: OpenedForTest,
  { documents, collections, topics, refused, unread = {} }: LibraryContents,
): Promise<LibraryUnderTest> {
  closing.push(close);
  const put = (all: readonly Document[]) =>
    store.put(
      all.map((document) => ({
        indexed: { document, passages: splitPassages(document.text, document.language) },
        origin: { file: `/${document.id}.txt`, path: `${document.id}.txt` },
      })),
    );
  await store.frame({ settings: { collections, topics, sources: {} }, stamps: {}, refused, unread });
  await put(documents);
  const library = await openStoredLibrary(store);
  return {
    library,
    async put(document) {
      await put([document]);
      await library.refresh();
    },
    async remove(id) {
      await store.remove([id]);
      await library.refresh();
    },
  };
}

for (const [name, openCorpus] of corporaIn())
  libraryContract(name, async (contents) => open(await openCorpus(), contents));
