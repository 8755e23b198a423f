import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPassing } from '../core/library/following/passing-file.ts';

/**
 * Counts the files of a folder that may be documents, until there are so many. (Node 20's recursive `opendir` leaves out most
 * files.)
 */
export async function countFiles(folder: string, most: number): Promise<number> {
  let count = 0;
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined && count < most; at = folders.pop()) {
    // Who reads the folder says what is wrong with it.
    for (const entry of await readdir(at, { withFileTypes: true }).catch(() => [])) {
      const isFolder = entry.isDirectory();
      if (isPassing({ name: entry.name, isFolder })) continue;
      if (isFolder) folders.push(join(at, entry.name));
      else count++;
    }
  }
  return count;
}
