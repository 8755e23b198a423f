import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadDraft } from '../core/collecting/page-reader.ts';
import { UNKNOWN } from '../core/library/documents/document.ts';
import type { ReadFile } from '../core/library/reading/read-document.ts';

/** Creates what reads drafts as the corpus is read. They lie in the data directory meanwhile, under names of Dossier's own. */
export function createDraftReader(read: ReadFile, dataDir: string): ReadDraft {
  const root = join(dataDir, 'drafts');
  return async ({ ending, bytes, collection, note, whole }) => {
    const name = `${randomUUID()}${ending}`;
    const file = join(root, name);
    await mkdir(root, { recursive: true });
    try {
      await writeFile(file, bytes);
      const path = `${collection}/document${ending}`;
      const known = { ...UNKNOWN, ...note };
      return await read({ root, file, path, collection, known, ...(whole && { whole }) });
    } finally {
      await rm(file, { force: true });
    }
  };
}
