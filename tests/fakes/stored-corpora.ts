import {
  type OpenedCorpus,
  openCorpusFile,
  openPooledCorpus,
} from '../../src/stores/sql/corpus/open-corpus.ts';
import { createFolder } from './folder.ts';
import { openPostgresSegments, SERVER } from './postgres.ts';

/** A stored corpus that a test writes. */
export type OpenedForTest = OpenedCorpus;

/** Opens an empty corpus in each kind of database, by its name; this process may write it. */
export function corporaIn(): readonly (readonly [name: string, open: () => Promise<OpenedForTest>])[] {
  const writing = async (opened: OpenedCorpus) => {
    await opened.lease.hold();
    return opened;
  };
  return [
    ['SQLite', async () => writing(await openCorpusFile(createFolder()))],
    [
      SERVER === null ? 'PostgreSQL (PGlite)' : 'PostgreSQL',
      async () => writing(await openPooledCorpus(await openPostgresSegments())),
    ],
  ];
}
