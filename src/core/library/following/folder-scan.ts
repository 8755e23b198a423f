import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { yieldToEvents } from '../../text/yield-to-events.ts';
import type { CollectionId } from '../documents/document.ts';
import type { Refusal } from '../library.ts';
import { listFiles } from './list-files.ts';
import { isPassing } from './passing-file.ts';

/** What shows that a file has changed. */
export interface Stamp {
  /** Changes whenever the file is written, replaced or touched. */
  readonly stamp: string;
  /** When its content was last written, in milliseconds since 1970. */
  readonly written: number;
  /** When anything about it last changed, its name included; programs cannot set this time back. */
  readonly changed: number;
}

/** The stamp of a settings file. */
export interface SettingsStamp extends Stamp {
  /** It was there when it was last applied, in a folder that may be gone too. */
  readonly isGone?: true;
}

/** A document's file, not yet read. */
export interface FoundFile extends Stamp {
  /** Its full path. */
  readonly file: string;
  /** Its path in the corpus, parts separated by `/`. */
  readonly path: string;
  readonly collection: CollectionId;
}

/** What a corpus folder contains, found without opening a file. */
export interface FolderScan {
  readonly root: string;
  readonly collections: readonly CollectionId[];
  /** In the order of their paths. */
  readonly files: readonly FoundFile[];
  /**
   * By path, as the file system spells it: every `sources.yaml`, those that were applied before, and every other settings
   * file that may exist; a missing one has a stamp too.
   */
  readonly settings: ReadonlyMap<string, SettingsStamp>;
  /** Settings files whose place or name leaves them without effect. */
  readonly misplaced: readonly string[];
  readonly refused: readonly Refusal[];
}

const IN_COLLECTION = ['sources.yaml', 'collection.yaml', 'feeds.yaml'];
const SETTINGS = ['topics.yaml', ...IN_COLLECTION];

/** Scans a corpus folder, of which some settings files were applied before. */
export async function scanFolder(root: string, applied: readonly string[] = []): Promise<FolderScan> {
  const entries = (await listFolder(root))
    .filter((entry) => !isPassing({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort(byName);
  const collections = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name as CollectionId);
  const strays = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const scans = await Promise.all(collections.map((id) => scanCollection(root, id)));
  const always = [
    'topics.yaml',
    ...collections.flatMap((id) => IN_COLLECTION.map((name) => `${id}/${name}`)),
  ];
  const nested = scans.flatMap((scan) => scan.nested);
  const found = new Set([...always, ...nested]);
  const gone = applied.filter((file) => isNested(file) && !found.has(file));
  return {
    root,
    collections,
    files: scans.flatMap(({ files }) => files),
    settings: new Map<string, SettingsStamp>([
      ...always.map((file) => [file, stampOfSettings(root, file, scans)] as const),
      ...nested.map((file) => [file, stampOf(join(root, file))] as const),
      ...gone.map((file) => [file, { ...stampOfSettings(root, file, scans), isGone: true }] as const),
    ]),
    misplaced: scans.flatMap(({ misplaced }) => misplaced),
    refused: [
      ...strays.filter(isStray).map((file) => ({
        file,
        reason: 'is not in a collection; move it into a collection folder',
      })),
      ...scans.flatMap(({ refused }) => refused),
    ],
  };
}

interface CollectionScan {
  readonly collection: CollectionId;
  readonly files: readonly FoundFile[];
  /** The `sources.yaml` of folders within it. */
  readonly nested: readonly string[];
  readonly misplaced: readonly string[];
  readonly refused: readonly Refusal[];
}

function isNested(file: string): boolean {
  return file.split('/').length > 2;
}

async function scanCollection(root: string, collection: CollectionId): Promise<CollectionScan> {
  const { files, unreadable } = await listFiles(join(root, collection));
  const base = join(root, sep).length;
  const placeOf = (file: string) => file.slice(base).split(sep).join('/');
  const pathOf = (file: string) => placeOf(file).normalize('NFC');
  const found: FoundFile[] = [];
  const nested: string[] = [];
  const misplaced: string[] = [];
  for (const [at, file] of files.entries()) {
    const path = pathOf(file);
    const kind = kindOf(path);
    if (kind === 'document') found.push({ file, path, collection, ...stampOf(file) });
    if (kind === 'settings' && isNested(path)) nested.push(placeOf(file));
    if (kind === 'misplaced') misplaced.push(path);
    if (at % BATCH === BATCH - 1) await yieldToEvents();
  }
  const refused = unreadable.map((file) => ({ file: pathOf(file), reason: 'cannot be opened' }));
  return { collection, files: found, nested, misplaced, refused };
}

const BATCH = 500; // files stamped before other work gets its turn, some milliseconds

/** Returns a file's stamp. Synchronous, because thousands of asynchronous calls take ten times as long. */
export function stampOf(file: string): Stamp {
  try {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    return { stamp: [size, mtimeMs, ctimeMs, ino].join(' '), written: mtimeMs, changed: ctimeMs };
  } catch (error) {
    return { stamp: String((error as NodeJS.ErrnoException).code), written: 0, changed: 0 };
  }
}

/** A missing settings file may be about to appear; its folder and the files in it tell how long it has been missing. */
function stampOfSettings(root: string, file: string, scans: readonly CollectionScan[]): Stamp {
  const own = stampOf(join(root, file));
  if (own.written > 0) return own;
  const { written, changed } = stampOf(join(root, dirname(file)));
  const beside = scans.find(({ collection }) => collection === dirname(file))?.files ?? [];
  return {
    ...own,
    written,
    changed: beside.reduce((newest, each) => Math.max(newest, each.changed), changed),
  };
}

type Kind = 'document' | 'settings' | 'misplaced';

/** Documents are described in any folder, other settings are at the top; elsewhere, or under a similar name, they would be ignored. */
export function kindOf(path: string): Kind {
  const [, ...below] = path.split('/');
  const name = below.at(-1) ?? '';
  if (!/^(?:topics|sources|collection|feeds)\.ya?ml$/i.test(name)) return 'document';
  const isInPlace = name === 'sources.yaml' || (below.length === 1 && IN_COLLECTION.includes(name));
  return isInPlace ? 'settings' : 'misplaced';
}

async function listFolder(root: string) {
  try {
    return await readdir(root, { withFileTypes: true });
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const what = missing ? `There is no corpus folder at ${root}.` : `Cannot read the corpus folder ${root}.`;
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
