import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Dossier's version: that of the nearest package.json above this file, bundled or not. */
export const VERSION = readVersion(import.meta.dirname);

function readVersion(folder: string): string {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return readVersion(dirname(folder));
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return version;
}
