import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { CorpusStore, DocumentStore } from '../../../core/library/stored/document-store.ts';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';
import type { SegmentStore } from '../../../core/search/segments/segment-store.ts';
import { createCorpusStore } from './corpus-store.ts';
import { createDocumentStore } from './document-store.ts';
import {
  type ColumnTypes,
  createDocumentTables,
  type DocumentSchema,
  POSTGRES_TYPES,
  SQLITE_TYPES,
} from './document-tables.ts';
import { createFileLease } from './file-lease.ts';
import { documentsTellingOutages } from './outages.ts';
import { createPostgresLease, fence } from './postgres-lease.ts';
import { openSegmentFile, type SegmentDatabase } from './segment-file.ts';
import { openSegmentPool } from './segment-pool.ts';
import { createSegmentStore } from './segment-store.ts';

/** The stores of a corpus in a database, and the right to write them. */
export interface OpenedCorpus {
  readonly documents: CorpusStore;
  /** The documents where they are read, which may be a copy that follows. */
  readonly reader: DocumentStore;
  readonly segments: SegmentStore;
  readonly lease: WriterLease;
  close(): Promise<void>;
}

const CORPUS_FILE = 'corpus.db';

/** Opens a corpus in a file of the data directory, or creates it, and the directory too. */
export async function openCorpusFile(dataDir: string): Promise<OpenedCorpus> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const database = await openSegmentFile(join(dataDir, CORPUS_FILE));
  const { read, write } = await withDocuments(database, SQLITE_TYPES);
  const lease = createFileLease(join(dataDir, 'corpus.lock'));
  return opened(database, { documents: createCorpusStore({ write }), read, lease });
}

/** Opens a corpus in a PostgreSQL database, or creates it; it may be read at another address. */
export async function openCorpusDatabase(url: string, readUrl: string | null): Promise<OpenedCorpus> {
  return openPooledCorpus(await openSegmentPool(url, readUrl ?? url));
}

/** The same over open connections. */
export async function openPooledCorpus(database: SegmentDatabase): Promise<OpenedCorpus> {
  const { read, write } = await withDocuments(database, POSTGRES_TYPES);
  const holder = randomUUID();
  const documents = createCorpusStore({ write, fence: (transaction) => fence(transaction, holder) });
  return opened(database, { documents, read, lease: createPostgresLease(write, holder) });
}

/** The tables of documents lie beside those of the index. */
async function withDocuments(
  { read, write }: SegmentDatabase,
  types: ColumnTypes,
): Promise<Record<'read' | 'write', Kysely<DocumentSchema>>> {
  const own = {
    read: read as unknown as Kysely<DocumentSchema>,
    write: write as unknown as Kysely<DocumentSchema>,
  };
  await createDocumentTables(own.write, types);
  return own;
}

function opened(
  { read, write, close }: SegmentDatabase,
  own: Pick<OpenedCorpus, 'documents' | 'lease'> & { readonly read: Kysely<DocumentSchema> },
): OpenedCorpus {
  const { documents, lease } = own;
  const reader = documentsTellingOutages(createDocumentStore(own.read));
  return {
    ...{ documents, reader, lease, segments: createSegmentStore(read, write) },
    async close() {
      await lease.release().catch(() => {}); // it ends by itself
      await close();
    },
  };
}
