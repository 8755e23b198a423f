import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Options } from '../../core/bot/command.ts';
import { readNameFile } from '../../core/search/name-list.ts';
import { UserError } from '../../core/text/user-error.ts';
import { say } from '../operator.ts';

/** Replaces the names of files by what is in them, for options that take a file. */
export async function withFiles(
  given: Readonly<Record<string, string>>,
  options: Options,
): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(given).filter(([name]) => options[name]?.file);
  const read = await Promise.all(
    files.map(async ([name, path]) => [name, readNameFile(await bytesOf(path), basename(path))]),
  );
  return { ...given, ...Object.fromEntries(read) };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new UserError(`Cannot read ${path}. Check that it is a file with read permission.`, {
      code: 'unreadable-file',
      cause,
    });
  }
}

/** Writes a file that comes with a reply. */
export async function writeReplyFile(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause) => {
    throw new UserError(`Cannot write ${path}. Check that its folder is there and may be written.`, {
      code: 'unwritable-file',
      cause,
    });
  });
}

const SECOND = 1000; // milliseconds

/** Tells whoever waits how far something is, once a second; what takes less is not told. */
export function tellEachSecond(
  line: (done: number, of: number) => string,
): (done: number, of: number) => void {
  let told: number | null = null;
  return (done, of) => {
    const now = performance.now();
    told ??= now;
    if (now - told < SECOND) return;
    told = now;
    say(line(done, of));
  };
}
