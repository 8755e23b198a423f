import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { CorpusStore, DocumentStore } from '../../../core/library/stored/document-store.ts';
import type { WriterLease } from '../../../core/library/stored/writer-lease.ts';
import type { SegmentStore } from '../../../core/search/segments/segment-store.ts';
import { fenceFormat } from './corpus-format.ts';
import { createCorpusStore } from './corpus-store.ts';
import { createDocumentStore } from './document-store.ts';
import type { DocumentSchema } from './document-tables.ts';
import { createFileLease } from './file-lease.ts';
import { documentsTellingOutages } from './outages.ts';
import { createPostgresLease, fence } from './postgres-lease.ts';
import { openSegmentFile, type SegmentDatabase } from './segment-file.ts';
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
  const lease = createFileLease(join(dataDir, 'corpus.lock'));
  const isWritten = async () => {
    const state = await lease.hold();
    await lease.release();
    return state === 'elsewhere';
  };
  const database = await openSegmentFile(join(dataDir, CORPUS_FILE), { isWritten, hasFolder: true });
  return openFiledCorpus(database, lease);
}

/** The same over open connections. */
export function openFiledCorpus(database: SegmentDatabase, lease: WriterLease): OpenedCorpus {
  const { read, write } = ofDocuments(database);
  return opened(database, { documents: createCorpusStore({ write, fence: fenceFormat }), read, lease });
}

/** Opens a corpus in a PostgreSQL database, or creates it; it may be read at another address. */
export async function openCorpusDatabase(
  url: string,
  { readUrl, hasFolder }: { readonly readUrl: string | null; readonly hasFolder: boolean },
): Promise<OpenedCorpus> {
  const { openSegmentPool } = await import('./segment-pool.ts'); // the client is loaded only where it is used
  return openPooledCorpus(await openSegmentPool(url, readUrl ?? url, hasFolder));
}

/** The same over open connections. */
export function openPooledCorpus(database: SegmentDatabase): OpenedCorpus {
  const { read, write } = ofDocuments(database);
  const holder = randomUUID();
  const documents = createCorpusStore({ write, fence: (transaction) => fence(transaction, holder) });
  return opened(database, { documents, read, lease: createPostgresLease(write, holder) });
}

/** The tables of documents lie beside those of the index. */
function ofDocuments({ read, write }: SegmentDatabase): Record<'read' | 'write', Kysely<DocumentSchema>> {
  return {
    read: read as unknown as Kysely<DocumentSchema>,
    write: write as unknown as Kysely<DocumentSchema>,
  };
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
