import type { DocumentSink } from '../documents/indexed-document.ts';
import { createMemoryLibrary, type MemoryLibrary } from '../memory-library.ts';
import { applyChanges } from './apply-changes.ts';
import { type CorpusState, chooseDocuments, NOTHING_READ } from './corpus-state.ts';
import type { FollowedCorpus } from './followed-corpus.ts';

/** A corpus whose documents are held in memory. */
export interface MemoryCorpus extends FollowedCorpus {
  readonly library: MemoryLibrary;
  /** Everything that was read, to be saved. */
  readonly state: CorpusState;
}

/** What a corpus in memory is made of. */
export interface MemoryCorpusOptions {
  /** Receives the documents after the library, or loses them before it. */
  readonly sink: DocumentSink;
  /** What was read before; the sink contains its documents already. */
  readonly saved?: CorpusState | null;
}

/** Creates a corpus in memory. */
export function createMemoryCorpus({ sink, saved }: MemoryCorpusOptions): MemoryCorpus {
  const library = createMemoryLibrary();
  let state = saved ?? NOTHING_READ;
  for (const indexed of chooseDocuments(state).documents.values()) library.put(indexed);
  return {
    library,
    get state() {
      return state;
    },
    shareOf: (unread) => Math.max(SHARE.least, Math.ceil(unread / SHARE.most)),
    async apply({ settings, stamps, gone, read, refused, unread }) {
      const entries = new Map(state.entries);
      for (const file of gone) entries.delete(file);
      for (const { file, ...entry } of read) entries.set(file, entry);
      state = { settings, stamps, entries };
      return applyChanges(state, { refused, unread }, { library, sink });
    },
  };
}

const SHARE = { least: 50, most: 10 }; // files; the most shares of one scan, since each walks through all documents
