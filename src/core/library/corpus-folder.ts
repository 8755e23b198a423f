import type { PassageIndex } from '../search/passage-index.ts';
import type { CorpusContents } from './corpus.ts';
import { createCorpusFollower } from './corpus-follower.ts';
import type { DocumentReader } from './document-reader.ts';
import { createFileReader } from './read-document.ts';

/** Reads every collection of a corpus folder once. A file that can't be served is refused by name; the rest is served. */
export async function loadCorpusFolder(
  root: string,
  readers: readonly DocumentReader[],
): Promise<CorpusContents> {
  const read = createFileReader(readers);
  const living = createCorpusFollower({ root, read, index: NO_INDEX, now: () => new Date() });
  await living.refresh();
  const { documents, collections, topics, refused } = living.corpus;
  return { documents, collections, topics, refused };
}

const NO_INDEX: Pick<PassageIndex, 'add' | 'remove'> = { add: async () => {}, remove: async () => {} };
