import { Kysely } from 'kysely';
import { connect, dialectFor, type ServerPatience, type SessionPool } from '../postgres.ts';
import type { SegmentDatabase } from './segment-file.ts';
import { createSegmentTables, type SegmentSchema } from './segment-tables.ts';

/** Whoever asks a question hears within two seconds if a server is away. */
export const READING: ServerPatience = { connection: 1500, statement: 1800, silence: 1900 };

/** Opens the index in a PostgreSQL database; it may be read at another address, for example a replica's. */
export async function openSegmentPool(url: string, readUrl = url): Promise<SegmentDatabase> {
  return openPooledSegments(connect(url), connect(readUrl, READING));
}

/** The same over existing pools. */
export async function openPooledSegments(
  writing: SessionPool,
  reading: SessionPool,
): Promise<SegmentDatabase> {
  const [write, read] = [writing, reading].map(
    (pool) => new Kysely<SegmentSchema>({ dialect: dialectFor(pool) }),
  ) as [Kysely<SegmentSchema>, Kysely<SegmentSchema>];
  await createSegmentTables(write, 'postgres');
  return {
    read,
    write,
    async close() {
      await read.destroy();
      await write.destroy();
    },
  };
}
