import { constants, type Stats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { unreadable } from './document-reader.ts';

/** The bytes that a file of the corpus may have. */
export const MAX_BYTES = 10_000_000;

/** Reads a file of the corpus folder `root`: a regular one, whichever way leads to it, that is in the folder itself. */
export async function readCorpusFile(file: string, root: string): Promise<Uint8Array> {
  try {
    const place = await realpath(file);
    if (!place.startsWith((await realpath(root)) + sep))
      throw unreadable('is a link that points outside the corpus');
    return await readRegularFile(place);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unreadable(`cannot be opened (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
}

/** Reads a file of the corpus folder `root` that no link leads to; null if one does, or it is no regular file. */
export async function readUnlinkedFile(file: string, root: string): Promise<Uint8Array | null> {
  try {
    const place = await realpath(file);
    const isLinked = place !== (await realpath(root)) + file.slice(root.length);
    return isLinked || !file.startsWith(root + sep) ? null : await readRegularFile(place);
  } catch {
    return null;
  }
}

async function readRegularFile(place: string): Promise<Uint8Array> {
  checkFile(await stat(place)); // opening a device may do things
  const handle = await open(place, READ_ONLY);
  try {
    checkFile(await handle.stat()); // another file may have taken its place
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const READ_ONLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK; // a pipe would wait for a writer

function checkFile(found: Stats): void {
  if (!found.isFile()) throw unreadable('is not a regular file');
  if (found.size > MAX_BYTES) throw unreadable(`is larger than ${MAX_BYTES / 1_000_000} MB; split it`);
}
