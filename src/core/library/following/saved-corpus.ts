import { createHash, type Hash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { yieldToEvents } from '../../text/yield-to-events.ts';
import type { DocumentId } from '../documents/document.ts';
import type { FindDocument, IndexedDocument } from '../documents/indexed-document.ts';
import { documentsOf } from '../reading/read-outcome.ts';
import { READING_FORMAT } from '../reading/reading-format.ts';
import { byPath, type CorpusEntry, type CorpusState } from './corpus-state.ts';

/** Which corpus is saved, by which version, and where. */
export interface SavedBy {
  /** The saved file. */
  readonly path: string;
  /** The corpus folder. */
  readonly root: string;
  /** Dossier's version. */
  readonly version: string;
}

/** An index that can be saved as lines of text together with its documents. */
export interface SavableIndex {
  /** Returns the index as it is now, as lines of ASCII without line breaks. */
  save(): Iterable<string>;
  /** Replaces the index by a saved one; throws, and changes nothing, if lines or documents do not fit. */
  load(lines: Iterable<string>, document: FindDocument): Promise<void>;
}

/** The result of restoring a saved file. */
export interface Restored {
  /** Null if there is nothing to use; the index is then unchanged. */
  readonly state: CorpusState | null;
  /** Why an existing file is not used; null if it is used or does not exist. */
  readonly notice: string | null;
}

/** Restores a corpus and its index, unless the file is damaged or belongs to another version or folder. */
export async function restoreCorpus({ path, ...by }: SavedBy, index: SavableIndex): Promise<Restored> {
  const nothing = (notice: string | null) => ({ state: null, notice });
  try {
    const lines = checkedLines(await readFile(path));
    if (lines.next().value !== JSON.stringify(headerOf(by))) return nothing(OTHER);
    return { state: await restore(lines, index), notice: null };
  } catch (error) {
    return nothing(noticeOf((error as NodeJS.ErrnoException).code, path));
  }
}

/** Why a file is not used, by the code of what failed; no code: it was read, and makes no sense. */
function noticeOf(code: string | undefined, path: string): string | null {
  switch (code) {
    case 'ENOENT':
      return null;
    case 'EACCES':
    case 'EPERM':
      return `Dossier has no permission to read the saved index ${path}, which may belong to another user; rebuilding it.`;
    case undefined:
      return DAMAGED;
    default:
      return `The saved index ${path} cannot be read (${code}); rebuilding it.`;
  }
}

const OTHER = 'The saved index belongs to another version or folder; rebuilding it.';
const DAMAGED = 'The saved index is damaged; rebuilding it.';

function headerOf({ root, version }: Omit<SavedBy, 'path'>) {
  return { format: READING_FORMAT, version, root };
}

/** Yields the lines of a file, having checked its last line, which is the hash of all others. */
function* checkedLines(bytes: Buffer): Generator<string, undefined> {
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const body = bytes.subarray(0, end);
  if (bytes.subarray(end).toString() !== `${createHash('sha256').update(body).digest('hex')}\n`)
    throw new Error('The hash does not match');
  for (let from = 0; from < end; ) {
    const to = body.indexOf(10, from);
    yield body.toString('utf8', from, to);
    from = to + 1;
  }
  return undefined;
}

const BATCH = 200_000; // characters read or written before other work gets its turn, about a millisecond

async function restore(lines: Generator<string, undefined>, index: SavableIndex): Promise<CorpusState> {
  const { entries: count, ...settings } = JSON.parse(nextLine(lines)) as SavedSettings;
  const entries = new Map<string, CorpusEntry>();
  const documents = new Map<DocumentId, IndexedDocument>();
  let length = 0;
  while (entries.size < count) {
    const line = nextLine(lines);
    const { file, ...entry } = JSON.parse(line) as CorpusEntry & { file: string };
    entries.set(file, entry);
    for (const indexed of documentsOf(entry.outcome))
      if (!documents.has(indexed.document.id)) documents.set(indexed.document.id, indexed);
    length += line.length;
    if (length < BATCH) continue;
    length = 0;
    await yieldToEvents();
  }
  await index.load(lines, (id) => documents.get(id) ?? null);
  return { ...settings, entries };
}

type SavedSettings = Omit<CorpusState, 'entries'> & { readonly entries: number };

function nextLine(lines: Iterator<string>): string {
  const { done, value } = lines.next();
  if (done) throw new Error('The file ends early');
  return value;
}

/**
 * Saves a corpus and its index, which must not change meanwhile. Others see the old file or the new one, never a part
 * of it; of several writers the last wins.
 */
export async function saveCorpus(
  { path, ...by }: SavedBy,
  state: CorpusState,
  index: SavableIndex,
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
    await removeAbandoned(path, part);
    await rename(part, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

function* linesOf(by: Omit<SavedBy, 'path'>, state: CorpusState, index: SavableIndex): Generator<string> {
  const entries = [...state.entries].sort(byPath); // so that restoring chooses the same documents
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
    await file.writeFile(bytes); // continues at the current position
    chunk = [];
    length = 0;
  };
  for (const line of lines) {
    chunk.push(line);
    length += line.length;
    if (length >= BATCH) await flush();
  }
  await flush();
}

const ABANDONED = 600_000; // milliseconds; no writer takes that long

/** Removes the partial files of writers that were killed. */
async function removeAbandoned(path: string, own: string): Promise<void> {
  const { mtimeMs: now } = await stat(own);
  const names = await readdir(dirname(path));
  for (const name of names.filter((each) => each.startsWith(`${basename(path)}.part-`))) {
    const other = join(dirname(path), name);
    const { mtimeMs } = await stat(other).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > ABANDONED) await rm(other, { force: true });
  }
}
