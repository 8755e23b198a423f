import { type Kysely, sql, type Transaction } from 'kysely';
import { UserError } from '../../../core/text/user-error.ts';
import { FORMAT, FORMAT_NAME } from './corpus-format.ts';
import { raiseRevision } from './corpus-state.ts';
import {
  createDocumentTables,
  type DocumentSchema,
  dropDocumentTables,
  POSTGRES_TYPES,
  SQLITE_TYPES,
} from './document-tables.ts';
import { closeFormerLease } from './postgres-lease.ts';
import {
  createSegmentTables,
  type DatabaseKind,
  dropSegmentTables,
  outdateSegments,
  type SegmentSchema,
} from './segment-tables.ts';

/** The tables of a corpus and of its index. */
export type CorpusSchema = SegmentSchema & DocumentSchema;

const CREATING = 1_146_049_363; // the advisory lock's key: any number that is the same in all processes

/** Whether tables of an older format may be replaced. */
export interface Replacing {
  /** Whether another process writes them now; in a database that several share, none begins to until the transaction ends. */
  isWritten(transaction: Transaction<DocumentSchema>): Promise<boolean>;
  /** Whether there is a folder from which they can be filled again. */
  readonly hasFolder: boolean;
}

/**
 * Creates the tables of a corpus where they don't exist. Those of an older format are replaced, since all that they hold is
 * read from the folder again; those of a newer one are refused.
 */
export async function createCorpusTables(
  { write }: { readonly write: Kysely<SegmentSchema> },
  kind: DatabaseKind,
  replacing: Replacing,
): Promise<void> {
  const database = write as unknown as Kysely<CorpusSchema>;
  if ((await formatIn(database, kind)) === FORMAT) return;
  await database.transaction().execute(async (transaction) => {
    if (kind === 'postgres')
      await sql`select pg_advisory_xact_lock(${sql.lit(CREATING)})`.execute(transaction);
    const found = await formatIn(transaction, kind);
    if (found === FORMAT) return;
    if (found !== null) await dropOlder(transaction, found, replacing);
    await createSegmentTables(transaction as unknown as Transaction<SegmentSchema>, kind);
    const documents = transaction as unknown as Transaction<DocumentSchema>;
    await createDocumentTables(documents, kind === 'sqlite' ? SQLITE_TYPES : POSTGRES_TYPES);
    await transaction
      .insertInto('corpus_state')
      .values({ name: FORMAT_NAME, value: String(FORMAT) })
      .execute();
    if (found === null) return;
    if (kind === 'postgres') await closeFormerLease(documents);
    await outdate(transaction);
  });
}

/** The format of the tables that are there; 0 is one that had no number yet, null no tables. */
async function formatIn(database: Kysely<CorpusSchema>, kind: DatabaseKind): Promise<number | null> {
  const there =
    kind === 'sqlite'
      ? sql<{ there: number }>`select count(*) as there from sqlite_master where name = 'corpus_state'`
      : sql<{ there: number }>`select (to_regclass('corpus_state') is not null)::int as there`;
  if ((await there.execute(database)).rows[0]?.there !== 1) return null;
  const row = database.selectFrom('corpus_state').select('value').where('name', '=', FORMAT_NAME);
  return Number((await row.executeTakeFirst())?.value ?? 0);
}

/** Tells whoever still reads the former tables that all has changed. */
async function outdate(transaction: Transaction<CorpusSchema>): Promise<void> {
  await outdateSegments(transaction as unknown as Transaction<SegmentSchema>);
  await raiseRevision(transaction as unknown as Transaction<DocumentSchema>);
}

/** Removes everything but what tells readers that something changed. */
async function dropOlder(
  transaction: Transaction<CorpusSchema>,
  found: number,
  { isWritten, hasFolder }: Replacing,
): Promise<void> {
  if (found > FORMAT) throw refusal('newer-index', NEWER);
  if (!hasFolder) throw refusal('older-index', WITHOUT_FOLDER);
  const documents = transaction as unknown as Transaction<DocumentSchema>;
  if (await isWritten(documents)) throw refusal('older-index', IN_USE);
  await dropSegmentTables(transaction as unknown as Transaction<SegmentSchema>);
  await dropDocumentTables(documents);
}

const NEWER =
  'The index of the documents was written by a newer version of Dossier. Run that version, or delete the index (docs/scaling.md).';
const IN_USE =
  'An older version of Dossier is writing the index of the documents. Stop it, then start this version again.';
const WITHOUT_FOLDER =
  'The index of the documents is of an older version of Dossier. First start this version where the corpus folder is.';

function refusal(code: string, message: string): UserError {
  return new UserError(message, { code });
}
