import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { CollectionId } from '../documents/document.ts';
import { type FoundFile, kindOf, stampOf } from './folder-scan.ts';
import { listFiles } from './list-files.ts';
import { isPassing } from './passing-file.ts';

/** What is at some paths of a corpus folder now. */
export interface PathScan {
  /** The documents' files there, and in folders that are named. */
  readonly files: readonly FoundFile[];
  /** Full paths of files and folders that were looked at; what was known there and isn't among the files is gone. */
  readonly looked: readonly string[];
}

const MOST = 500; // paths; for more, a look at the whole folder costs less

/**
 * Looks at some paths of a corpus folder. Null if that can't tell what changed: a settings file, a collection, a link or
 * the folder itself is among them, or they are very many.
 */
export async function scanPaths(
  root: string,
  paths: readonly string[],
  collections: readonly CollectionId[],
): Promise<PathScan | null> {
  const place = paths.length <= MOST ? await realpath(root).catch(() => null) : null;
  if (place === null) return null;
  const files: FoundFile[] = [];
  const looked: string[] = [];
  for (const file of new Set(paths)) {
    const [collection = '', ...below] = partsOf(root, file);
    if (below.length === 0 || !collections.includes(collection as CollectionId)) return null;
    if (below.slice(0, -1).some((name) => isPassing({ name, isFolder: true }))) continue;
    const found = await findBelow(file);
    if (!found || (await isBehindLink(root, place, file))) return null;
    looked.push(file);
    for (const each of found) {
      const path = partsOf(root, each).join('/').normalize('NFC');
      if (kindOf(path) !== 'document') return null;
      files.push({ file: each, path, collection: collection as CollectionId, ...stampOf(each) });
    }
  }
  return { files, looked };
}

function partsOf(root: string, file: string): string[] {
  return file.startsWith(root + sep) ? file.slice(root.length + 1).split(sep) : [];
}

/** The file at a path, or the files in the folder there; none if nothing is there, null if that can't be told. */
async function findBelow(path: string): Promise<readonly string[] | null> {
  const name = path.slice(dirname(path).length + 1);
  try {
    const isFolder = (await lstat(path)).isDirectory();
    if (isPassing({ name, isFolder })) return [];
    if (!isFolder) return [path];
    const { files, unreadable } = await listFiles(path);
    return unreadable.length > 0 ? null : files;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : null;
  }
}

/** Whether a link leads to a path: what is behind one is no part of the corpus. */
async function isBehindLink(root: string, place: string, path: string): Promise<boolean> {
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => null);
    if (real !== null) return real !== join(place, folder.slice(root.length));
  }
  return false;
}
