import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Corpus, Refusal } from '../core/library/corpus.ts';
import { type CorpusFollower, createCorpusFollower } from '../core/library/corpus-follower.ts';
import type { CorpusState } from '../core/library/corpus-state.ts';
import { restoreCorpus, saveCorpus } from '../core/library/saved-corpus.ts';
import { createMiniSearchIndex } from '../core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../core/search/passage-index.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Config } from './config.ts';
import { formatRefusal } from './corpus-report.ts';
import { createDocumentWorker, DOCUMENT_LIMITS } from './document-worker.ts';
import { report, tell } from './operator.ts';

const now = () => new Date();

/** The documents of a corpus folder with their index. */
export interface Documents {
  readonly corpus: Corpus;
  readonly index: PassageIndex;
  checkedAt(): Date;
  /** Takes over what has changed in the folder; true when another look is due soon. */
  look(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where documents are read, and where what was read is saved, by which version. */
type DocumentsOptions = Pick<Config, 'corpusDir' | 'dataDir'> & {
  readonly version: string;
  /** The time at which documents are seen; the machine's where it is not given. */
  seenAt?(): Date;
};

/** Reads what was saved, then whatever differs from it in the folder; saves it again when anything did. */
export async function openDocuments(
  { corpusDir, dataDir, version, seenAt = now }: DocumentsOptions,
  store: Store | null,
): Promise<Documents> {
  const index = createMiniSearchIndex();
  const by = { path: join(dataDir, 'index.jsonl'), root: corpusDir, version };
  const { state: saved, notice } = await restoreCorpus(by, index);
  if (notice !== null) tell(notice);
  const worker = createDocumentWorker(DOCUMENT_LIMITS);
  const { progress, end } = createProgress();
  const patience = () => sleep(LOOK, undefined, { ref: false });
  const living = createCorpusFollower({
    ...{ root: corpusDir, read: worker.read, index, now, saved, progress, patience },
  });
  let tellRefusals = (_refused: readonly Refusal[]) => {};
  let checked = now();
  let kept: CorpusState | null = saved;
  const look = async () => {
    const { added, changed, removed, unsettled } = await living.refresh();
    checked = now();
    tellRefusals(living.corpus.refused);
    if (added.length + changed.length + removed.length > 0)
      await store?.documents.see(versions(living), seenAt()).catch(report);
    if (!unsettled && isNews(living, kept)) {
      await saveCorpus(by, living.state, index).catch((cause) => report(new Error(NOT_SAVED, { cause })));
      kept = living.state;
    }
    return unsettled;
  };
  try {
    for (let looks = 0; (await look()) && looks < RULES.looks; looks++) await sleep(RULES.pause);
    end();
    tellRefusals = createTeller(living.corpus.refused);
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return { corpus: living.corpus, index, checkedAt: () => checked, look, close: () => worker.stop() };
}

function versions({ corpus }: CorpusFollower) {
  return corpus.documents.map(({ id, sha256 }) => ({ id, sha256 }));
}

/** Says whether any file was read again or is gone, or the settings have changed. */
function isNews({ state }: CorpusFollower, before: CorpusState | null): boolean {
  return (
    before === null ||
    state.stamps !== before.stamps ||
    state.entries.size !== before.entries.size ||
    [...state.entries].some(([file, entry]) => before.entries.get(file) !== entry)
  );
}

const NOT_SAVED = 'The index could not be saved; the next start has to read the documents again.';
// At the start only a rule of access is waited for that opens a collection, and was changed in the last two seconds.
const RULES = { looks: 10, pause: 250 } as const;
const LOOK = 1000; // milliseconds of reading after which it is seen whether a document has gone or is closed to some

/** Tells of every further file that is not served, or not taken over, once as long as that lasts. */
function createTeller(known: readonly Refusal[]): (refused: readonly Refusal[]) => void {
  let told: ReadonlySet<string> = new Set(known.map(formatRefusal));
  return (refused) => {
    const now = new Set(refused.map(formatRefusal));
    for (const line of now) if (!told.has(line)) tell(line);
    told = now;
  };
}

const PATIENCE = 1000; // milliseconds of reading after which a person wants to hear of it

/** Tells how far the first reading of documents is, once a second from the first second on; later ones disturb nobody. */
function createProgress() {
  let told = now().valueOf();
  let silent = false;
  return {
    end: () => {
      silent = true;
    },
    progress(done: number, of: number) {
      if (silent || now().valueOf() - told < PATIENCE) return;
      told = now().valueOf();
      tell(`Reading documents: ${done} of ${of}.`);
    },
  };
}
