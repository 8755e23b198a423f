import { readFileSync } from 'node:fs';
import { UserError } from '../core/text/user-error.ts';

/** Tells the time. */
export interface Clock {
  now(): Date;
  /** Reads the file again, in case it was set. */
  refresh(): void;
}

/** Creates the machine's clock or, for tests, a clock that starts from the instant in a file. */
export function createClock(file: string | null, elapsed: () => number): Clock {
  if (file === null) return { now: () => new Date(), refresh: () => undefined };
  let set = readInstant(file);
  if (set === null)
    throw new UserError(`DOSSIER_CLOCK_FILE ${file} must contain an instant like 2026-11-24T08:00:00Z.`, {
      code: 'invalid-settings',
    });
  let base = { instant: set, at: elapsed() };
  return {
    now: () => new Date(base.instant + elapsed() - base.at),
    refresh() {
      const found = readInstant(file);
      if (found === null || found === set) return;
      set = found;
      base = { instant: found, at: elapsed() };
    },
  };
}

/** Milliseconds since 1970; null where the file holds no instant, as while it is being written. */
function readInstant(file: string): number | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    const instant = Date.parse(text);
    return /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(instant)
      ? instant
      : null;
  } catch {
    return null;
  }
}
