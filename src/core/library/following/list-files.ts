import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPassing } from './passing-file.ts';

/** The files below a folder, sorted, and the folders that could not be read. */
export interface FileList {
  readonly files: readonly string[];
  readonly unreadable: readonly string[];
}

/** Lists a folder and all below it, without passing ones and without following links to folders. */
export async function listFiles(folder: string): Promise<FileList> {
  const entries = await readFolder(folder);
  if (!entries) return { files: [], unreadable: [folder] };
  const lists = await Promise.all(
    entries
      .filter((entry) => !isPassing({ name: entry.name, isFolder: entry.isDirectory() }))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? listFiles(path) : { files: [path], unreadable: [] };
      }),
  );
  return {
    files: lists.flatMap(({ files }) => files).sort(),
    unreadable: lists.flatMap(({ unreadable }) => unreadable).sort(),
  };
}

async function readFolder(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}
