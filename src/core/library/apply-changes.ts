import type { PassageIndex } from '../search/passage-index.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';
import type { ChangingCorpus, Refusal } from './corpus.ts';
import { type CorpusState, chooseServed } from './corpus-state.ts';
import type { DocumentId } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** Where documents are served from. */
interface Serving {
  readonly corpus: ChangingCorpus;
  readonly index: Pick<PassageIndex, 'add' | 'remove'>;
  /** Notes what was put in. */
  readonly put: Set<DocumentId>;
}

/** Makes corpus and index hold what a state holds. A document is out of the index before its text changes. */
export async function applyChanges(
  state: CorpusState,
  refused: readonly Refusal[],
  serving: Serving,
): Promise<void> {
  const { corpus, index } = serving;
  const wanted = chooseServed(state);
  const { collections, topics } = state.settings;
  corpus.frame({ collections, topics, refused: [...refused, ...wanted.refused] });
  const gone = corpus.documents.filter(({ id }) => !wanted.documents.has(id)).map(({ id }) => id);
  for (const id of gone) corpus.remove(id);
  if (gone.length > 0) await index.remove(gone);
  let fresh = 0;
  for (const indexed of wanted.documents.values()) {
    const { id } = indexed.document;
    const before = corpus.document(id);
    if (before === indexed.document) continue;
    if (before) await index.remove([id]);
    await putIn(indexed, serving);
    if (++fresh % STRETCH === 0) await yieldToEvents();
  }
}

const STRETCH = 8; // documents taken over before other work gets its turn, some milliseconds

/** What could not be indexed is not in the corpus either, so that the next look tries again. */
async function putIn(indexed: IndexedDocument, { corpus, index, put }: Serving): Promise<void> {
  const { id } = indexed.document;
  corpus.put(indexed);
  try {
    await index.add([indexed]);
  } catch (error) {
    corpus.remove(id);
    throw error;
  }
  put.add(id);
}
