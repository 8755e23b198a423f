import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { UserError } from '../../core/text/user-error.ts';

/** A data directory held by one `start`. */
export interface HeldDirectory {
  release(): void;
}

/**
 * Locks a data directory for one `start`. It is SQLite's own lock on a file there, so the operating system releases it
 * however the process ends.
 */
export function holdDataDirectory(dataDir: string): HeldDirectory {
  const path = join(dataDir, 'start.lock');
  let file: Database.Database | null = null;
  try {
    if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600, flag: 'a' });
    file = new Database(path);
    file.exec('pragma journal_mode = delete');
    file.exec('begin exclusive');
  } catch (cause) {
    file?.close();
    throw isHeld(cause) ? alreadyRunning(dataDir, cause) : cannotLock(path, cause);
  }
  const held = file;
  return { release: () => void held.close() };
}

function isHeld(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|locked/.test(`${'code' in error ? error.code : ''} ${error.message}`)
  );
}

function alreadyRunning(dataDir: string, cause: unknown): UserError {
  return new UserError(
    `Dossier is already running with the data directory ${dataDir}. Stop it, or set DOSSIER_DATA_DIR to another folder.`,
    { code: 'already-running', cause },
  );
}

function cannotLock(path: string, cause: unknown): UserError {
  const what = cause instanceof Error ? cause.message : String(cause);
  return new UserError(
    `Cannot lock the file ${path} (${what}). Delete it, or check the disk and its permissions.`,
    {
      code: 'no-lock',
      cause,
    },
  );
}
