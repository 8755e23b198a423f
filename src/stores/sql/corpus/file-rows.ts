import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Refusal } from '../../../core/library/library.ts';
import type { FileRecord, KnownFile } from '../../../core/library/stored/document-store.ts';
import { chunks, inChunks } from '../chunks.ts';
import { putState } from './corpus-state.ts';
import { type DocumentSchema, SOME_REFUSED } from './document-tables.ts';

/** Lists the records of files, ordered by file, after one if given. */
export async function listFiles(
  database: Kysely<DocumentSchema>,
  after: string | null,
  limit: number,
): Promise<readonly KnownFile[]> {
  const files = database.selectFrom('corpus_files').select(['file', 'path', 'key', 'clashes']);
  const all = files.orderBy('file').limit(limit);
  const rows = await (after === null ? all : all.where('file', '>', after)).execute();
  return rows.map((row) => ({ ...row, clashes: JSON.parse(row.clashes) }));
}

/** Returns the records of some files. */
export async function readRecords(
  database: Kysely<DocumentSchema>,
  files: readonly string[],
): Promise<readonly FileRecord[]> {
  const rows = await inChunks(files, (some) =>
    database.selectFrom('corpus_files').selectAll().where('file', 'in', some).execute(),
  );
  return rows.map(toRecord);
}

/** Returns what was refused of the files that were read. */
export async function readRefused(database: Kysely<DocumentSchema>): Promise<readonly Refusal[]> {
  const rows = database.selectFrom('corpus_files').select('refused').where(SOME_REFUSED).orderBy('path');
  return (await rows.execute()).flatMap(({ refused }) => JSON.parse(refused) as Refusal[]);
}

/** Replaces the records of files that were read, and removes those of files that are gone. */
export async function recordFiles(
  transaction: Transaction<DocumentSchema>,
  files: readonly FileRecord[],
  gone: readonly string[],
): Promise<void> {
  for (const some of chunks([...gone, ...files.map(({ file }) => file)]))
    await transaction.deleteFrom('corpus_files').where('file', 'in', some).execute();
  for (const some of chunks(files))
    await transaction.insertInto('corpus_files').values(some.map(toRow)).execute();
}

/** Forgets under which keys files were read, unless it was this version that read them. */
export async function readAgain(transaction: Transaction<DocumentSchema>, version: string): Promise<void> {
  const query = transaction.selectFrom('corpus_state').select('value').where('name', '=', READERS);
  if ((await query.executeTakeFirst())?.value === version) return;
  await putState(transaction, READERS, version);
  await transaction.updateTable('corpus_files').set({ key: '' }).execute();
}

const READERS = 'readers';

type FileRow = Selectable<DocumentSchema['corpus_files']>;

function toRow({ documents, refused, clashes, ...row }: FileRecord): FileRow {
  return {
    ...row,
    documents: JSON.stringify(documents),
    refused: JSON.stringify(refused),
    clashes: JSON.stringify(clashes),
  };
}

function toRecord({ documents, refused, clashes, ...row }: FileRow): FileRecord {
  return {
    ...row,
    documents: JSON.parse(documents),
    refused: JSON.parse(refused),
    clashes: JSON.parse(clashes),
  };
}
