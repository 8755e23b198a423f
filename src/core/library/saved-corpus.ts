import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PassageIndex } from '../search/passage-index.ts';
import { yieldToEvents } from '../text/yield-to-events.ts';
import { byPath, type CorpusEntry, type CorpusState } from './corpus-state.ts';
import type { DocumentId } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';

// Raised whenever documents are read, divided or indexed in another way, so that what was saved before is not used.
const FORMAT = 3;

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
  const nothing = (notice: string | null) => ({ state: null, notice });
  try {
    const lines = checkedLines(await readFile(path));
    if (lines.next().value !== JSON.stringify(headerOf(by))) return nothing(OTHER);
    return { state: await restore(lines, index), notice: null };
  } catch (error) {
    return nothing((error as NodeJS.ErrnoException).code === 'ENOENT' ? null : DAMAGED);
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

const AT_A_STRETCH = 200_000; // characters read or written before others get their turn, about a millisecond

async function restore(lines: Iterator<string>, index: PassageIndex): Promise<CorpusState> {
  const { entries: count, ...settings } = JSON.parse(take(lines)) as SavedSettings;
  const entries = new Map<string, CorpusEntry>();
  const documents = new Map<DocumentId, IndexedDocument>();
  let taken = 0;
  while (entries.size < count) {
    const line = take(lines);
    const { file, ...entry } = JSON.parse(line) as CorpusEntry & { file: string };
    entries.set(file, entry);
    const { outcome } = entry;
    if (outcome.kind === 'document' && !documents.has(outcome.document.id))
      documents.set(outcome.document.id, outcome);
    taken += line.length;
    if (taken < AT_A_STRETCH) continue;
    taken = 0;
    await yieldToEvents();
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

/**
 * Saves a corpus and its index, which must not change meanwhile. Readers see the file before or the file after,
 * never a part; of several writers the last one wins.
 */
export async function saveCorpus(
  { path, ...by }: SavedBy,
  state: CorpusState,
  index: PassageIndex,
): Promise<void> {
  const part = `${path}.part-${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(part, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    await writeLines(linesOf(by, state, index), file, hash);
    await file.write(`${hash.digest('hex')}\n`);
    await file.sync();
    await file.close();
    await removeLeftOver(path, part);
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

function* linesOf(by: Omit<SavedBy, 'path'>, state: CorpusState, index: PassageIndex): Generator<string> {
  const entries = [...state.entries].sort(byPath); // so that restoring chooses what is served in the same way
  yield JSON.stringify(headerOf(by));
  yield JSON.stringify({ ...state, entries: entries.length });
  for (const [file, entry] of entries) yield JSON.stringify({ file, ...entry });
  yield* index.save();
}

async function writeLines(lines: Iterable<string>, file: FileHandle, hash: Hash): Promise<void> {
  let chunk: string[] = [];
  let length = 0;
  const flush = async () => {
    const bytes = Buffer.from(chunk.map((line) => `${line}\n`).join(''));
    hash.update(bytes);
    await file.writeFile(bytes); // goes on where the last one ended
    chunk = [];
    length = 0;
  };
  for (const line of lines) {
    chunk.push(line);
    length += line.length;
    if (length >= AT_A_STRETCH) await flush();
  }
  await flush();
}

const ABANDONED = 600_000; // milliseconds; no writer takes that long

/** Removes what writers left behind that were killed. */
async function removeLeftOver(path: string, own: string): Promise<void> {
  const { mtimeMs: now } = await stat(own);
  const names = await readdir(dirname(path));
  for (const name of names.filter((each) => each.startsWith(`${basename(path)}.part-`))) {
    const left = join(dirname(path), name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > ABANDONED) await rm(left, { force: true });
  }
}
