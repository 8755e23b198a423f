import type { DocumentSink } from '../../src/core/library/documents/indexed-document.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import type { DocumentReader } from '../../src/core/library/reading/document-reader.ts';
import { createFileReader } from '../../src/core/library/reading/read-document.ts';
import { followInMemory } from './follow.ts';

/** The corpus that comes with the project. */
export const OWN_CORPUS = new URL('../../corpus', import.meta.url).pathname;

const NO_SINK: DocumentSink = { add: async () => {}, remove: async () => {} };

/** Reads every collection of a corpus folder once. */
export async function loadCorpusFolder(
  root: string,
  readers: readonly DocumentReader[],
): Promise<LibraryContents> {
  const read = createFileReader(readers);
  const { library, refresh } = followInMemory({ root, read, sink: NO_SINK, now: () => new Date() });
  await refresh();
  const { documents, collections, topics, refusals } = library;
  return { documents, collections, topics, refused: refusals };
}
