import { yieldToEvents } from '../../text/yield-to-events.ts';
import type { DocumentSink, IndexedDocument } from '../documents/indexed-document.ts';
import type { Refusal, UnreadCounts } from '../library.ts';
import type { MemoryLibrary } from '../memory-library.ts';
import { type CorpusState, chooseDocuments } from './corpus-state.ts';
import type { Applied, PutDocument } from './followed-corpus.ts';

/** Where the documents of a corpus go. */
export interface Destination {
  readonly library: MemoryLibrary;
  /** Contains what the library contains, for example an index. */
  readonly sink: DocumentSink;
}

const BATCH = 8; // documents applied before other work gets its turn, some milliseconds

/** Makes library and sink contain the documents of a state. */
export async function applyChanges(
  state: CorpusState,
  { refused, unread }: { readonly refused: readonly Refusal[]; readonly unread: UnreadCounts },
  { library, sink }: Destination,
): Promise<Applied> {
  const chosen = chooseDocuments(state);
  const { collections, topics } = state.settings;
  library.frame({ collections, topics, refused: [...refused, ...chosen.refused], unread });
  const gone = library.documents.map(({ id }) => id).filter((id) => !chosen.documents.has(id));
  for (const id of gone) library.remove(id);
  if (gone.length > 0) await sink.remove(gone);
  const put: PutDocument[] = [];
  for (const indexed of chosen.documents.values()) {
    const before = library.get(indexed.document.id);
    if (before?.document === indexed.document) continue;
    await putDocument(indexed, { library, sink });
    put.push({ indexed, before });
    if (put.length % BATCH === 0) await yieldToEvents();
  }
  return { put, removed: gone, again: false };
}

/** Replaces one document. What the sink does not take is in the library neither, so that the next scan tries again. */
async function putDocument(indexed: IndexedDocument, { library, sink }: Destination): Promise<void> {
  const { id } = indexed.document;
  if (library.get(id)) await sink.remove([id]); // an index that still has the old text would find it in the new one
  library.put(indexed);
  try {
    await sink.add([indexed]);
  } catch (error) {
    library.remove(id);
    throw error;
  }
}
