import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { replaceFile } from './replace-file.ts';
import type { SourceNote } from './source-notes.ts';

/** Puts collected documents into the corpus. Paths are those in the corpus, parts separated by `/`. */
export interface CorpusWriter {
  /** Writes a file whole or not at all; one with the same content is left as it is. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
  /** The paths of the files below a folder; none if there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Says in the `sources.yaml` of a folder what is known of some of its files; of a null, nothing any longer. */
  describe(folder: string, notes: ReadonlyMap<string, SourceNote | null>): Promise<void>;
}

/** The corpus can't be written, as on a full or read-only disk, or over a file that somebody left unfinished. Its message is a clause about a source. */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure';
}

/** The writer of a corpus that is only read. */
export const READ_ONLY_WRITER: CorpusWriter = {
  write: refuse,
  remove: refuse,
  list: async () => [],
  describe: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(
    new WriteFailure('brings what cannot be stored: the corpus is a bucket, which Dossier only reads'),
  );
}

const SOURCES = 'sources.yaml';
const OF_THE_DISK: ReadonlySet<unknown> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'EIO']);

/** Writes into a corpus folder. Nothing is written outside it, wherever links in it lead. `wait` resolves after so many milliseconds. */
export function createCorpusWriter(
  root: string,
  wait: (milliseconds: number) => Promise<void>,
): CorpusWriter {
  const writeFailing = async (path: string, bytes: Uint8Array) => {
    const file = await placeOf(root, path);
    const before = await readFile(file).catch(() => null);
    if (before?.equals(bytes)) return;
    const half = join(dirname(file), `.${basename(file)}.part`);
    try {
      await writeFile(half, bytes, { flush: true });
      await rename(half, file);
    } finally {
      await rm(half, { force: true });
    }
  };
  const write = (path: string, bytes: Uint8Array) => writeFailing(path, bytes).catch(rethrow);
  return {
    write,
    async remove(path) {
      await rm(await placeOf(root, path), { force: true }).catch(rethrow);
    },
    async list(folder) {
      const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      const files = found.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
      return files.map(({ parentPath, name }) =>
        join(parentPath, name).slice(join(root, sep).length).split(sep).join('/'),
      );
    },
    async describe(folder, notes) {
      const path = `${folder}/${SOURCES}`;
      const file = await placeOf(root, path).catch(rethrow);
      const { mergeNotes } = await import('./merge-notes.ts'); // few processes collect anything, and need a parser
      const change = (text: string) => {
        const merged = mergeNotes(text, notes);
        if (merged === null) throw new WriteFailure(`brings what cannot be stored: ${path} has a mistake`);
        return merged;
      };
      const before = await readFile(file, 'utf8').catch(() => '');
      if (before === '' || change(before) !== before)
        await replaceFile(file, { shown: path, wait, change }).catch(rethrow);
    },
  };
}

function rethrow(cause: NodeJS.ErrnoException | UserError): never {
  if (!OF_THE_DISK.has(cause.code) && !(cause instanceof UserError)) throw cause;
  throw new WriteFailure(
    `brings what cannot be stored: the corpus folder cannot be written (${cause.code})`,
    { cause },
  );
}

async function placeOf(root: string, path: string): Promise<string> {
  const parts = path.split('/');
  const isPlain = parts.length > 2 && parts.every((part) => part !== '' && !/^\.|[\0\\]/.test(part));
  if (!isPlain) throw new Error(`${path} is no path of a collected document.`);
  const file = join(root, ...parts);
  await mkdir(dirname(file), { recursive: true });
  const [place, within] = await Promise.all([realpath(dirname(file)), realpath(root)]);
  if (!place.startsWith(join(within, sep))) throw new Error(`${path} leads out of the corpus.`);
  return file;
}
