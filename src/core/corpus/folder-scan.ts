import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { yieldToEvents } from '../yield-to-events.ts';
import type { Refusal } from './corpus.ts';
import type { CollectionId } from './document.ts';
import { listFiles } from './list-files.ts';

/** A document's file as it was found, not yet read. */
export interface FoundFile {
  readonly file: string;
  /** Its path in the corpus, parts separated by `/`. */
  readonly path: string;
  readonly collection: CollectionId;
  /** Changes whenever the file is written, replaced or touched. */
  readonly stamp: string;
  /** When it was last written, in milliseconds since 1970. */
  readonly written: number;
}

/** What stands in a corpus folder, without a look into any file. */
export interface FolderScan {
  readonly root: string;
  readonly collections: readonly CollectionId[];
  /** In the order of their paths. */
  readonly files: readonly FoundFile[];
  /** Changes whenever a settings file does. */
  readonly settings: { readonly stamp: string; readonly written: number };
  readonly refused: readonly Refusal[];
}

const SETTINGS = ['topics.yaml', 'sources.yaml', 'collection.yaml'];

/** Looks through a corpus folder. */
export async function scanFolder(root: string): Promise<FolderScan> {
  const entries = (await listFolder(root)).filter(({ name }) => !name.startsWith('.')).sort(byName);
  const collections = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name as CollectionId);
  const strays = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const scans = await Promise.all(collections.map((id) => scanCollection(root, id)));
  const settings = [stampOf(join(root, 'topics.yaml')), ...scans.flatMap((scan) => scan.settings)];
  return {
    root,
    collections,
    files: scans.flatMap(({ files }) => files),
    settings: joinStamps(collections, settings),
    refused: [
      ...strays.filter(isStray).map((file) => ({
        file,
        reason: 'is not in a collection; move it into a folder of the corpus',
      })),
      ...scans.flatMap(({ refused }) => refused),
    ],
  };
}

interface CollectionScan {
  readonly files: readonly FoundFile[];
  readonly settings: readonly Stamp[];
  readonly refused: readonly Refusal[];
}

async function scanCollection(root: string, collection: CollectionId): Promise<CollectionScan> {
  const folder = join(root, collection);
  const { files, unreadable } = await listFiles(folder);
  const nameOf = (file: string) => relative(root, file).split(sep).join('/').normalize('NFC');
  const documents = files.filter((file) => !isSettings(nameOf(file)));
  const found: FoundFile[] = [];
  for (const file of documents) {
    found.push({ file, path: nameOf(file), collection, ...stampOf(file) });
    if (found.length % STRETCH === 0) await yieldToEvents();
  }
  return {
    files: found,
    settings: SETTINGS.map((name) => stampOf(join(folder, name))),
    refused: unreadable.map((file) => ({ file: nameOf(file), reason: 'cannot be opened' })),
  };
}

const STRETCH = 500; // files looked at before other work gets its turn, some milliseconds

type Stamp = Pick<FoundFile, 'stamp' | 'written'>;

/** Not asynchronous: for thousands of files that takes ten times as long. */
function stampOf(file: string): Stamp {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    return { stamp: [size, mtimeMs, ctimeMs, ino].join(' '), written: mtimeMs };
  } catch (error) {
    return { stamp: String((error as NodeJS.ErrnoException).code), written: 0 };
  }
}

function joinStamps(collections: readonly string[], stamps: readonly Stamp[]): Stamp {
  const hash = createHash('sha256').update(JSON.stringify([collections, stamps.map(({ stamp }) => stamp)]));
  return { stamp: hash.digest('hex'), written: Math.max(...stamps.map(({ written }) => written)) };
}

/**
 * Settings stand at the top of their folder. Elsewhere, or under a name that is nearly theirs, they would be
 * ignored, and a rule of access that is ignored is worse than none.
 */
function isSettings(path: string): boolean {
  const [, ...below] = path.split('/');
  const name = below.at(-1) ?? '';
  if (!/^(?:topics|sources|collection)\.ya?ml$/i.test(name)) return false;
  if (below.length === 1 && SETTINGS.includes(name) && name !== 'topics.yaml') return true;
  throw new UserError(
    `${path} would have no effect. Name it as docs/corpus.md says and put it at the top of its collection's folder.`,
    { code: 'misplaced-settings' },
  );
}

async function listFolder(root: string) {
  try {
    return await readdir(root, { withFileTypes: true });
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const what = missing
      ? `There is no corpus folder at ${root}.`
      : `The corpus folder ${root} cannot be read.`;
    throw new UserError(`${what} Set DOSSIER_CORPUS_DIR to a folder of documents (see .env.example).`, {
      code: 'no-corpus',
      cause,
    });
  }
}

function isStray(name: string): boolean {
  return !SETTINGS.includes(name) && !/^readme\b/i.test(name);
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
