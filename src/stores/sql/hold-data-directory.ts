import { join } from 'node:path';
import Database from 'libsql';
import { UserError } from '../../core/errors.ts';

/** A data directory that no other `start` may use. */
export interface HeldDirectory {
  release(): void;
}

/**
 * Takes a data directory for one `start`. The lock is SQLite's own on a file of the directory, so the operating
 * system gives it back however the process ends.
 */
export function holdDataDirectory(dataDir: string): HeldDirectory {
  const file = new Database(join(dataDir, 'start.lock'));
  try {
    file.exec('pragma journal_mode = delete');
    file.exec('begin exclusive');
  } catch (cause) {
    file.close();
    throw new UserError(
      `Dossier is running already with the data directory ${dataDir}. Stop that one, or set DOSSIER_DATA_DIR to another folder.`,
      { code: 'already-running', cause },
    );
  }
  return { release: () => void file.close() };
}
