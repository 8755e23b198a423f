import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { orClose } from '../../../core/text/or-close.ts';
import { LibsqlDialect } from '../libsql-dialect.ts';
import { createCorpusTables, type Replacing } from './corpus-tables.ts';
import type { SegmentSchema } from './segment-tables.ts';

const PATIENCE = 10_000; // milliseconds to wait for another process that writes

/** The connections of an index, and what ends them. */
export interface SegmentDatabase {
  readonly read: Kysely<SegmentSchema>;
  readonly write: Kysely<SegmentSchema>;
  close(): Promise<void>;
}

/** Opens a file that holds an index, readable by its owner alone: one connection to read, one to write. */
export async function openSegmentFile(path: string, replacing = ALONE): Promise<SegmentDatabase> {
  if (existsSync(path)) await chmod(path, 0o600);
  else await writeFile(path, '', { mode: 0o600, flag: 'a' });
  const [write, read] = [connect(path), connect(path)];
  const database = {
    read: read.database,
    write: write.database,
    async close() {
      await read.database.destroy();
      write.file.exec('pragma wal_checkpoint(truncate)'); // libsql keeps files open, so SQLite would not
      await write.database.destroy();
    },
  };
  await orClose(createCorpusTables(database, 'sqlite', replacing), database);
  return database;
}

const ALONE: Replacing = { isWritten: async () => false, hasFolder: true };

function connect(path: string) {
  const file = new Database(path);
  file.exec(`pragma busy_timeout = ${PATIENCE}`);
  file.exec('pragma journal_mode = wal; pragma synchronous = normal');
  return { file, database: new Kysely<SegmentSchema>({ dialect: new LibsqlDialect(file) }) };
}
