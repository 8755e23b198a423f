import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CorpusFollower, createCorpusFollower } from '../core/library/corpus-follower.ts';
import type { CorpusState } from '../core/library/corpus-state.ts';
import type { DocumentId } from '../core/library/document.ts';
import { type DocumentOrigin, originOf } from '../core/library/document-origin.ts';
import type { FirstSightStore } from '../core/library/first-sight-store.ts';
import type { Refusal } from '../core/library/library.ts';
import type { MemoryLibrary } from '../core/library/memory-library.ts';
import type { ReadFile } from '../core/library/read-document.ts';
import { restoreCorpus, saveCorpus } from '../core/library/saved-corpus.ts';
import { createMiniSearchIndex } from '../core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../core/search/passage-index.ts';
import { isOcrInstalled } from '../readers/clean/ocr-packages.ts';
import type { Config } from './config.ts';
import { formatRefusal } from './corpus-report.ts';
import { createDocumentWorker, DOCUMENT_LIMITS, OCR_LIMITS, type OcrOptions } from './document-worker.ts';
import { report, tell } from './operator.ts';
import { readerBuild } from './reader-build.ts';
import { VERSION } from './version.ts';

const now = () => new Date();

/** The documents of a corpus folder and their index. */
export interface Documents {
  readonly library: MemoryLibrary;
  readonly index: PassageIndex;
  /** When the documents were last compared with the folder. */
  checkedAt(): Date;
  /** Applies what changed in the folder; true if another scan is due soon. */
  scan(): Promise<boolean>;
  /** The file that a document was read from; null if there is none any more. */
  originOf(id: DocumentId): DocumentOrigin | null;
  /** Reads a file of the folder in the worker thread. */
  readonly read: ReadFile;
  close(): Promise<void>;
}

/** Where documents are read from, and where they are saved. */
type DocumentsOptions = Pick<Config, 'corpusDir' | 'dataDir' | 'ocr'> & {
  /** The time at which documents are first seen; the machine's if absent. */
  seenAt?(): Date;
};

/** Restores what was saved, then reads what differs from it in the folder, and saves it again if anything did. */
export async function openDocuments(
  { corpusDir, dataDir, ocr, seenAt = now }: DocumentsOptions,
  firstSights: FirstSightStore | null,
): Promise<Documents> {
  const index = createMiniSearchIndex();
  const by = { path: join(dataDir, 'index.jsonl'), root: corpusDir, version: versionWith(ocr) };
  const { state: saved, notice } = await restoreCorpus(by, index);
  if (notice !== null) tell(notice);
  const worker = createDocumentWorker({ ...DOCUMENT_LIMITS, ...(ocr !== null && { ocr: ocrOptions(ocr) }) });
  const { progress, end } = createProgress();
  const patience = () => sleep(PATIENCE, undefined, { ref: false });
  const follower = createCorpusFollower({
    ...{ root: corpusDir, read: worker.read, sink: index, now, saved, progress, patience },
  });
  const recordVersions = () => firstSights?.see(versionsIn(follower.library), seenAt()).catch(report);
  const save = (state: CorpusState) =>
    saveCorpus(by, state, index).catch((cause) => report(new Error(NOT_SAVED, { cause })));
  const scanner = createScanner(follower, { saved, recordVersions, save });
  try {
    for (let at = 0; (await scanner.scan()) && at < RULES.scans; at++) await sleep(RULES.pause);
    end();
    scanner.reportLaterRefusals();
  } catch (error) {
    await worker.stop();
    throw error;
  }
  const { scan, checkedAt } = scanner;
  const { read, stop: close } = worker;
  const find = (id: DocumentId) => originOf(follower.state, id);
  return { library: follower.library, index, checkedAt, scan, originOf: find, read, close };
}

/**
 * What is saved was read by this version and build with these languages; whatever else was saved is read again, so that a
 * file which was refused is tried again by readers that may accept it.
 */
function versionWith(ocr: string | null): string {
  const version = `${VERSION}, readers ${readerBuild(DOCUMENT_LIMITS.script)}`;
  if (ocr === null) return version;
  return `${version}, OCR ${ocr}${isOcrInstalled(ocr) ? '' : ' not installed'}`;
}

/** How scans are read; each page takes seconds, so the operator is told of each. */
function ocrOptions(languages: string): OcrOptions {
  return {
    ...{ languages, ...OCR_LIMITS },
    page: (path, { number, of }) => tell(`Reading ${path} by OCR: page ${number} of ${of}.`),
  };
}

const NOT_SAVED = 'Could not save the index; the next start will read the documents again.';
// At startup, more scans follow only if an access rule that widens a collection changed in the last two seconds.
const RULES = { scans: 10, pause: 250 } as const;
const PATIENCE = 1000; // milliseconds of reading after which removals and access rules are looked for again

interface ScannerOptions {
  readonly saved: CorpusState | null;
  recordVersions(): Promise<void> | undefined;
  save(state: CorpusState): Promise<void>;
}

/** Scans the folder, and after each scan records, saves and reports what changed. */
function createScanner(follower: CorpusFollower, { saved, recordVersions, save }: ScannerOptions) {
  let reportRefusals = (_refused: readonly Refusal[]) => {};
  let checked = now();
  let last = saved;
  return {
    checkedAt: () => checked,
    async scan() {
      const { added, changed, removed, unsettled } = await follower.refresh();
      checked = now();
      reportRefusals(follower.library.refusals);
      if (added.length + changed.length + removed.length > 0) await recordVersions();
      const { state } = follower;
      if (unsettled || !differs(state, last)) return unsettled;
      await save(state);
      last = state;
      return false;
    },
    /** Tells the operator of refusals from now on, except those there are already. */
    reportLaterRefusals() {
      reportRefusals = createRefusalReporter(follower.library.refusals);
    },
  };
}

function versionsIn({ documents }: MemoryLibrary) {
  return documents.map(({ id, sha256 }) => ({ id, sha256 }));
}

/** Whether a file was read again or is gone, or the settings have changed. */
function differs(state: CorpusState, before: CorpusState | null): boolean {
  return (
    before === null ||
    state.stamps !== before.stamps ||
    state.entries.size !== before.entries.size ||
    [...state.entries].some(([file, entry]) => before.entries.get(file) !== entry)
  );
}

/** Returns a function that tells the operator of every new refusal, once as long as it lasts. */
function createRefusalReporter(known: readonly Refusal[]): (refused: readonly Refusal[]) => void {
  let told: ReadonlySet<string> = new Set(known.map(formatRefusal));
  return (refused) => {
    const current = new Set(refused.map(formatRefusal));
    for (const line of current) if (!told.has(line)) tell(line);
    told = current;
  };
}

const INTERVAL = 1000; // milliseconds between lines on progress

/** Tells the operator how far the first reading is, once a second; later reading is not reported. */
function createProgress() {
  let told = now().valueOf();
  let silent = false;
  return {
    end: () => {
      silent = true;
    },
    progress(done: number, of: number) {
      if (silent || now().valueOf() - told < INTERVAL) return;
      told = now().valueOf();
      tell(`Reading documents: ${done} of ${of}.`);
    },
  };
}
