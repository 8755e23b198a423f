import { Kysely } from 'kysely';
import { orClose } from '../../../core/text/or-close.ts';
import { connect, dialectFor, type ServerPatience, type SessionPool } from '../postgres.ts';
import { createCorpusTables } from './corpus-tables.ts';
import { isLeased } from './postgres-lease.ts';
import type { SegmentDatabase } from './segment-file.ts';
import type { SegmentSchema } from './segment-tables.ts';

/** Whoever asks a question hears within two seconds if a server is away. */
export const READING: ServerPatience = { connection: 1500, statement: 1800, silence: 1900 };

/** Opens the index in a PostgreSQL database; it may be read at another address, for example a replica's. */
export async function openSegmentPool(
  url: string,
  readUrl = url,
  hasFolder = true,
): Promise<SegmentDatabase> {
  return openPooledSegments(connect(url), connect(readUrl, READING), hasFolder);
}

/** The same over existing pools. */
export async function openPooledSegments(
  writing: SessionPool,
  reading: SessionPool,
  hasFolder = true,
): Promise<SegmentDatabase> {
  const [write, read] = [writing, reading].map(
    (pool) => new Kysely<SegmentSchema>({ dialect: dialectFor(pool) }),
  ) as [Kysely<SegmentSchema>, Kysely<SegmentSchema>];
  const database = {
    read,
    write,
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
  await orClose(createCorpusTables(database, 'postgres', { isWritten: isLeased, hasFolder }), database);
  return database;
}
