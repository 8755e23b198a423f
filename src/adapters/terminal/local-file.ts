import { open } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type GivenFile, MAX_FILE_BYTES, tooLarge } from '../../core/bot/given-file.ts';
import { UserError } from '../../core/text/user-error.ts';

/** Reads a file of the person at this machine, by its path. A UserError if it can't be read. */
export async function readLocalFile(named: string): Promise<GivenFile> {
  const path = resolve(named.replace(/^~(?=[\\/])/, () => join(homedir(), '.')));
  try {
    return { name: basename(path), bytes: await readRegular(path) };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`Cannot read ${named}. Check the path, or give an address with https://.`, {
      code: 'unreadable-file',
      cause,
    });
  }
}

async function readRegular(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new Error('It is not a regular file.');
    if (found.size > MAX_FILE_BYTES) throw tooLarge(basename(path));
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
