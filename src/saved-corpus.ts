import { createHash, type Hash } from 'node:crypto';
import { chmod, type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import type { DocumentId } from './core/corpus/document.ts';
import type { CorpusEntry, CorpusState } from './core/corpus/living-corpus.ts';
import type { IndexedDocument, PassageIndex } from './core/search/passage-index.ts';
import { yieldToEvents } from './core/yield-to-events.ts';

// Raised whenever documents are read, divided or indexed in another way, so that what was saved before is not used.
const FORMAT = 1;

/** Which corpus was saved, and by what. */
export interface SavedBy {
  readonly path: string;
  /** The corpus folder. */
  readonly root: string;
  /** Dossier's version. */
  readonly version: string;
}

/** What a saved file gave. */
export interface Restored {
  /** Null where there is nothing to use; the index is then as it was. */
  readonly state: CorpusState | null;
  /** Why a file that is there is not used. */
  readonly notice: string | null;
}

/** Takes over a corpus and its index as they were saved. What is damaged, or of another version or folder, is not used. */
export async function restoreCorpus({ path, ...by }: SavedBy, index: PassageIndex): Promise<Restored> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { state: null, notice: null };
  try {
    const lines = checkedLines(bytes);
    const header = JSON.stringify(headerOf(by));
    if (lines.next().value !== header) return { state: null, notice: OTHER };
    return { state: await restore(lines, index), notice: null };
  } catch {
    return { state: null, notice: DAMAGED };
  }
}

const OTHER = 'The saved index is of another version or folder; a new one is built.';
const DAMAGED = 'The saved index was damaged; a new one is built.';

function headerOf({ root, version }: Omit<SavedBy, 'path'>) {
  return { format: FORMAT, version, root };
}

/** The lines of a file whose last line is the hash of all before it. */
function* checkedLines(bytes: Buffer): Generator<string, undefined> {
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const body = bytes.subarray(0, end);
  if (bytes.subarray(end).toString() !== `${createHash('sha256').update(body).digest('hex')}\n`)
    throw new Error('not what was written');
  for (let from = 0; from < end; ) {
    const to = body.indexOf(10, from);
    yield body.toString('utf8', from, to);
    from = to + 1;
  }
  return undefined;
}

const PAUSE_EVERY = 50; // documents read or written at a stretch, some milliseconds

async function restore(lines: Iterator<string>, index: PassageIndex): Promise<CorpusState> {
  const { entries: count, ...settings } = JSON.parse(take(lines)) as SavedSettings;
  const entries = new Map<string, CorpusEntry>();
  const documents = new Map<DocumentId, IndexedDocument>();
  for (let at = 0; at < count; at++) {
    const { file, ...entry } = JSON.parse(take(lines)) as CorpusEntry & { file: string };
    entries.set(file, entry);
    const { outcome } = entry;
    if (outcome.kind === 'document' && !documents.has(outcome.document.id))
      documents.set(outcome.document.id, outcome);
    if (at % PAUSE_EVERY === 0) await yieldToEvents();
  }
  await index.load(
    { [Symbol.iterator]: () => lines as Iterator<string, undefined> },
    (id) => documents.get(id) ?? null,
  );
  return { ...settings, entries };
}

type SavedSettings = Omit<CorpusState, 'entries'> & { readonly entries: number };

function take(lines: Iterator<string>): string {
  const { done, value } = lines.next();
  if (done) throw new Error('ends too early');
  return value;
}

/** Saves a corpus and its index. Readers see the file before or the file after, never a part. */
export async function saveCorpus(
  { path, ...by }: SavedBy,
  state: CorpusState,
  index: PassageIndex,
): Promise<void> {
  const half = `${path}.part-${process.pid}`;
  const file = await open(half, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    await writeLines(linesOf(by, state, index), file, hash);
    await file.write(`${hash.digest('hex')}\n`);
    await file.sync();
    await file.close();
    await chmod(half, 0o600);
    await rename(half, path);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(half, { force: true });
    throw error;
  }
}

function* linesOf(by: Omit<SavedBy, 'path'>, state: CorpusState, index: PassageIndex): Generator<string> {
  // Taken at once: while the file is written the corpus may change, and documents and index must fit.
  const entries = [...state.entries].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1));
  yield JSON.stringify(headerOf(by));
  yield JSON.stringify({ ...state, entries: entries.length });
  for (const [file, entry] of entries) yield JSON.stringify({ file, ...entry });
  yield* index.save();
}

const CHUNK = 200_000; // characters written at a stretch

async function writeLines(lines: Iterable<string>, file: FileHandle, hash: Hash): Promise<void> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    hash.update(chunk);
    await file.write(chunk);
    chunk = '';
  }
  hash.update(chunk);
  await file.write(chunk);
}
