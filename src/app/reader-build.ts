import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Tells one build of the readers from another: the hash of the script that reads documents. Within it are the list of readers
 * and the names of the bundle's other files, each of which is named after what it contains.
 */
export function readerBuild(script: URL): string {
  return createHash('sha256').update(readFileSync(script)).digest('hex').slice(0, 16);
}
