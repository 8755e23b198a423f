import { statSync } from 'node:fs';

const OTHERS = 0o077;

/** Warns of a settings file that others on this machine can read; null if they can't, or there is none. */
export function warningOf(path: string): string | null {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & OTHERS) === 0 || process.platform === 'win32') return null;
  return `${path} can be read by others on this machine, and may hold tokens. Run chmod 600 ${path}.`;
}
