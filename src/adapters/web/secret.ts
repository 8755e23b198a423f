import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnce } from './write-once.ts';

/**
 * The secret that signs the page's buttons and cookies, made when it is first needed; only its owner can read it. Where it
 * can't be kept it lasts as long as the process, and the buttons with it.
 */
export function readSecret(dataDir: string): string {
  const [folder, made] = [join(dataDir, 'web'), randomBytes(32).toString('base64url')];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeOnce(join(folder, 'secret'), made);
    return readFileSync(join(folder, 'secret'), 'utf8').trim() || made;
  } catch {
    return made;
  }
}
