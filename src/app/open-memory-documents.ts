import { join } from 'node:path';
import { originOf } from '../core/library/documents/document-origin.ts';
import type { CorpusState } from '../core/library/following/corpus-state.ts';
import { createMemoryCorpus } from '../core/library/following/memory-corpus.ts';
import { restoreCorpus, saveCorpus } from '../core/library/following/saved-corpus.ts';
import { createMiniSearchIndex } from '../core/search/minisearch/minisearch-index.ts';
import type { FolderDocuments, FolderOptions } from './documents.ts';
import { followFolder } from './follow-folder.ts';
import { openWorker, versionWith } from './open-worker.ts';
import { report, tell } from './operator.ts';
import { createSightClock, createSightRecorder } from './sight-recorder.ts';
import type { VersionStores } from './version-stores.ts';

/** Restores what was saved, then reads what differs from it in the folder, and saves it now and then and at the end. */
export async function openMemoryDocuments(
  { corpusDir, dataDir, ocr, seenAt = () => new Date(), ...first }: FolderOptions,
  stores: VersionStores | null,
): Promise<FolderDocuments> {
  const index = createMiniSearchIndex();
  const by = { path: join(dataDir, 'index.jsonl'), root: corpusDir, version: versionWith(ocr) };
  const { state: saved, notice } = await restoreCorpus(by, index);
  if (notice !== null) tell(notice);
  const corpus = createMemoryCorpus({ sink: index, saved });
  const { library } = corpus;
  const worker = openWorker(ocr);
  const save = (state: CorpusState) =>
    saveCorpus(by, state, index).catch((cause) => report(new Error(NOT_SAVED, { cause })));
  const sights = stores && createSightRecorder(library, stores, createSightClock(seenAt));
  try {
    const { scan, checkedAt, isComplete } = await followFolder({
      ...{ ...first, root: corpusDir, corpus, library, worker, sights },
      saving: { saved, save, state: () => corpus.state },
    });
    return {
      ...{ library, index, scan, checkedAt, isComplete, read: worker.readNext, close: worker.stop },
      originOf: async (id) => originOf(corpus.state, id),
      present: async (ids) => new Set(ids.filter((id) => library.get(id) !== null)),
    };
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

const NOT_SAVED = 'Could not save the index; the next start will read the documents again.';
