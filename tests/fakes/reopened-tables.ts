import { join } from 'node:path';
import { createFileLease } from '../../src/stores/sql/corpus/file-lease.ts';
import {
  type OpenedCorpus,
  openFiledCorpus,
  openPooledCorpus,
} from '../../src/stores/sql/corpus/open-corpus.ts';
import { openSegmentFile, type SegmentDatabase } from '../../src/stores/sql/corpus/segment-file.ts';
import { openPooledSegments, openSegmentPool } from '../../src/stores/sql/corpus/segment-pool.ts';
import { createFolder } from './folder.ts';
import { createPostgresPool, createPostgresUrl, SERVER } from './postgres.ts';

/** Opens the same tables once more, as another process does. */
export type OpenTables = (hasFolder?: boolean, isWritten?: boolean) => Promise<SegmentDatabase>;

/** Places for tables in each kind of database, by its name. */
export const TABLES: readonly (readonly [name: string, create: () => Promise<OpenTables>])[] = [
  [
    'SQLite',
    async () => {
      const path = join(createFolder(), 'corpus.db');
      return (hasFolder = true, isWritten = false) =>
        openSegmentFile(path, { hasFolder, isWritten: async () => isWritten });
    },
  ],
  [
    SERVER === null ? 'PostgreSQL (PGlite)' : 'PostgreSQL',
    async () => {
      if (SERVER === null) {
        const pool = await createPostgresPool();
        return (hasFolder) => openPooledSegments(pool, pool, hasFolder);
      }
      const url = await createPostgresUrl();
      return (hasFolder) => openSegmentPool(url, url, hasFolder);
    },
  ],
];

/** The corpus in such tables. */
export function corpusOver(database: SegmentDatabase, name: string): OpenedCorpus {
  if (name !== 'SQLite') return openPooledCorpus(database);
  return openFiledCorpus(database, createFileLease(join(createFolder(), 'corpus.lock')));
}
