import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCorpusFollower } from '../core/library/corpus-follower.ts';
import type { CorpusState } from '../core/library/corpus-state.ts';
import type { DocumentId } from '../core/library/document.ts';
import { type DocumentOrigin, originOf } from '../core/library/document-origin.ts';
import type { FirstSightStore } from '../core/library/first-sight-store.ts';
import type { MemoryLibrary } from '../core/library/memory-library.ts';
import type { ReadFile } from '../core/library/read-document.ts';
import { restoreCorpus, saveCorpus } from '../core/library/saved-corpus.ts';
import { createMiniSearchIndex } from '../core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../core/search/passage-index.ts';
import { isOcrInstalled } from '../readers/clean/ocr-packages.ts';
import type { Config } from './config.ts';
import { createScanner, type Scanner, type ScanResult } from './corpus-scanner.ts';
import {
  createDocumentWorker,
  DOCUMENT_LIMITS,
  OCR_LIMITS,
  type OcrOptions,
  readingThreads,
} from './document-worker.ts';
import { report, tell } from './operator.ts';
import { readerBuild } from './reader-build.ts';
import { createReadingProgress } from './reading-progress.ts';
import { createSightRecorder } from './sight-recorder.ts';
import { VERSION } from './version.ts';

const now = () => new Date();
const elapsed = () => performance.now();

/** The documents of a corpus folder and their index. */
export interface Documents {
  readonly library: MemoryLibrary;
  readonly index: PassageIndex;
  /** When the documents were last compared with the folder. */
  checkedAt(): Date;
  /** Whether everything was read that was there at the start; until then, what is missing may only be unread. */
  isComplete(): boolean;
  /** Applies what changed in the folder, or at some full paths in it. */
  scan(paths?: readonly string[]): Promise<ScanResult>;
  /** The file that a document was read from; null if there is none any more. */
  originOf(id: DocumentId): DocumentOrigin | null;
  /** Reads a file in a worker thread, before others that wait. */
  readonly read: ReadFile;
  close(): Promise<void>;
}

/** Where documents are read from, and where they are saved. */
type DocumentsOptions = Pick<Config, 'corpusDir' | 'dataDir' | 'ocr'> & {
  /** The time at which documents are first seen; the machine's if absent. */
  seenAt?(): Date;
  /** Milliseconds of reading after which documents are opened, and the rest is left to later scans; absent: all are read first. */
  readonly opensAfter?: number;
  /** Full paths to which the first look keeps, if what is saved belongs to this folder. */
  readonly only?: readonly string[];
};

/** Restores what was saved, then reads what differs from it in the folder, and saves it now and then and at the end. */
export async function openDocuments(
  { corpusDir, dataDir, ocr, seenAt = now, ...first }: DocumentsOptions,
  firstSights: FirstSightStore | null,
): Promise<Documents> {
  const index = createMiniSearchIndex();
  const by = { path: join(dataDir, 'index.jsonl'), root: corpusDir, version: versionWith(ocr) };
  const { state: saved, notice } = await restoreCorpus(by, index);
  if (notice !== null) tell(notice);
  const atOnce = readingThreads();
  const worker = createDocumentWorker({
    ...{ ...DOCUMENT_LIMITS, threads: atOnce },
    ...(ocr !== null && { ocr: ocrOptions(ocr) }),
  });
  const progress = createReadingProgress({ elapsed, tell });
  let patience = (_looked: number) => first.opensAfter ?? OPENING;
  const follower = createCorpusFollower({
    ...{ root: corpusDir, read: worker.read, atOnce: atOnce * AHEAD, sink: index, now, saved },
    progress: progress.left,
    patience: (looked) => sleep(patience(looked), undefined, { ref: false }),
  });
  const save = (state: CorpusState) =>
    saveCorpus(by, state, index).catch((cause) => report(new Error(NOT_SAVED, { cause })));
  const sights = firstSights && createSightRecorder(follower.library, firstSights, seenAt);
  const scanner = createScanner(follower, { saved, progress, sights, save, now, elapsed });
  try {
    await readAtStart(scanner, first);
  } catch (error) {
    await worker.stop();
    throw error;
  }
  progress.calm();
  patience = (looked) => Math.max(PATIENCE, looked * SPARING);
  scanner.reportLaterRefusals();
  const { scan, checkedAt, isComplete } = scanner;
  const { readNext: read, stop: close } = worker;
  const find = (id: DocumentId) => originOf(follower.state, id);
  return { library: follower.library, index, checkedAt, isComplete, scan, originOf: find, read, close };
}

/** Scans until everything is read and has settled, or for as long as it may take. */
async function readAtStart(
  { scan }: Scanner,
  { opensAfter, only }: Pick<DocumentsOptions, 'opensAfter' | 'only'>,
): Promise<void> {
  for (let settling = 0; settling <= RULES.scans; ) {
    const { isDue, unread } = await scan(only);
    if (!isDue || (unread > 0 && opensAfter !== undefined)) return;
    if (unread > 0) continue;
    settling++;
    await sleep(RULES.pause);
  }
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
const SPARING = 20; // times as long as looking at the folder took, reading goes on before that is done again
const OPENING = 10_000; // milliseconds of reading at the start, after which what was read may be saved
const AHEAD = 100; // files for each thread that are handed over, so that scans which wait for theirs hold up no others
