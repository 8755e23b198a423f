import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { LibsqlDialect } from '../libsql-dialect.ts';
import { createSegmentTables, type SegmentSchema } from './segment-tables.ts';

const STATEMENTS = 50; // kept by each connection
const PATIENCE = 10_000; // milliseconds to wait for another process that writes

/** The connections of an index, and what ends them. */
export interface SegmentDatabase {
  readonly read: Kysely<SegmentSchema>;
  readonly write: Kysely<SegmentSchema>;
  close(): Promise<void>;
}

/** Opens a file that holds an index, readable by its owner alone: one connection to read, one to write. */
export async function openSegmentFile(path: string): Promise<SegmentDatabase> {
  if (existsSync(path)) await chmod(path, 0o600);
  else await writeFile(path, '', { mode: 0o600, flag: 'a' });
  const [write, read] = [connect(path), connect(path)];
  await createSegmentTables(write.database, 'sqlite');
  return {
    read: read.database,
    write: write.database,
    async close() {
      await read.database.destroy();
      write.file.exec('pragma wal_checkpoint(truncate)'); // libsql keeps files open, so SQLite would not
      await write.database.destroy();
    },
  };
}

function connect(path: string) {
  const file = new Database(path);
  file.exec(`pragma busy_timeout = ${PATIENCE}`);
  file.exec('pragma journal_mode = wal; pragma synchronous = normal');
  return { file, database: new Kysely<SegmentSchema>({ dialect: new LibsqlDialect(file, STATEMENTS) }) };
}
