import { existsSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';

/** A lease that is SQLite's own lock on a file, so the operating system releases it however the process ends. */
export function createFileLease(path: string): WriterLease {
  let held: Database.Database | null = null;
  return {
    async hold() {
      if (held) return 'held';
      held = lock(path);
      return held ? 'new' : 'elsewhere';
    },
    async release() {
      held?.close();
      held = null;
    },
  };
}

function lock(path: string): Database.Database | null {
  if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600, flag: 'a' });
  const file = new Database(path);
  try {
    file.exec('pragma journal_mode = delete');
    file.exec('begin exclusive');
    return file;
  } catch (cause) {
    file.close();
    if (isHeld(cause)) return null;
    throw cause;
  }
}

/** Whether another process has locked the file. */
function isHeld(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|locked/.test(`${'code' in error ? error.code : ''} ${error.message}`)
  );
}
