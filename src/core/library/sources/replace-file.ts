import { type FileHandle, lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../text/user-error.ts';
import { stampOf } from '../following/folder-scan.ts';

/** How a file is replaced. */
interface Replacing {
  /** What errors call the file. */
  readonly shown: string;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

/**
 * Changes a file of text in one step: others see the old one or the new one, never a part of it. Of several programs that
 * change it at once, each begins with what the one before wrote. A link, or a folder that can't be written, is a UserError.
 */
export async function replaceFile(
  file: string,
  { change, ...replacing }: Replacing & { change(text: string): string },
): Promise<void> {
  const { shown } = replacing;
  const part = join(dirname(file), `.${basename(file)}.part`);
  const handle = await openAlone(part, replacing);
  try {
    const { text, mode } = await readRegular(file, shown);
    await handle.writeFile(change(text));
    if (mode !== null) await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    await rename(part, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw readOnly(error, shown) ?? error;
  }
}

const PAUSE = 50; // milliseconds
const TRIES = 100; // writing takes much less

/** Opens the file that is being written, which only one program does at a time; one that stays as it is was abandoned. */
async function openAlone(part: string, { shown, wait }: Replacing): Promise<FileHandle> {
  let first: string | null = null;
  for (let at = 0; at < 2 * TRIES; at++) {
    try {
      return await open(part, 'wx', 0o644);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw readOnly(error, shown) ?? error;
      const { stamp } = stampOf(part);
      first ??= stamp;
      if (at === TRIES && stamp === first) await rm(part, { force: true });
      else await wait(PAUSE);
    }
  }
  throw new UserError(`${shown} is being changed by somebody else. Try again in a moment.`, {
    code: 'busy-file',
  });
}

async function readRegular(file: string, shown: string): Promise<{ text: string; mode: number | null }> {
  const found = await lstat(file).catch((error) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return { text: '', mode: null };
  if (!found.isFile())
    throw new UserError(`${shown} is a link. Change the file that it leads to.`, { code: 'read-only' });
  return { text: await readFile(file, 'utf8'), mode: found.mode & 0o777 };
}

const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR']);

function readOnly(error: unknown, shown: string): UserError | null {
  if (!CLOSED.has(codeOf(error))) return null;
  return new UserError(
    `Dossier may not write ${shown}. Change it by hand, or ask your administrator to let Dossier write in that folder.`,
    { code: 'read-only', cause: error },
  );
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
