import { sql, type Transaction } from 'kysely';

/** The tables of the index. Bytes are packed by core/search/segments. */
export interface SegmentSchema {
  /** One row: what tells processes that something has changed. */
  corpus_index: { revision: number; erasures: number; next: number };
  corpus_segments: {
    segment: number;
    collection: string;
    /** `writing`, `live`, `retired`, `erasing`. */
    state: string;
    /** Since when it is in this state, in milliseconds since 1970. */
    since: number;
    directory: Uint8Array | null;
    filed: Uint8Array | null;
    /** All postings of a small segment; null if they are rows. */
    pack: Uint8Array | null;
    deleted: Uint8Array;
  };
  corpus_postings: {
    segment: number;
    term: string;
    passages: number;
    documents: number;
    texts: Uint8Array;
    titles: Uint8Array | null;
  };
  corpus_places: { segment: number; first: number; id: string };
}

/** The kinds of database that hold an index. */
export type DatabaseKind = 'sqlite' | 'postgres';

const PARTITIONS = 8; // of the postings; any of them may lie on another server (docs/scaling.md)

/** Creates the tables of the index where they don't exist. */
export async function createSegmentTables(
  transaction: Transaction<SegmentSchema>,
  kind: DatabaseKind,
): Promise<void> {
  for (const statement of statementsFor(kind)) await sql.raw(statement).execute(transaction);
}

/** Removes them, but for the row of what changed: a number that readers know must never stand for another segment. */
export async function dropSegmentTables({ schema }: Transaction<SegmentSchema>): Promise<void> {
  for (const name of ['corpus_postings', 'corpus_places', 'corpus_segments'])
    await schema.dropTable(name).ifExists().execute();
}

/** Has whoever reads segments that are gone look which there are. */
export async function outdateSegments(transaction: Transaction<SegmentSchema>): Promise<void> {
  await transaction
    .updateTable('corpus_index')
    .set({ revision: sql`revision + 1`, erasures: sql`erasures + 1` })
    .execute();
}

function statementsFor(kind: DatabaseKind): readonly string[] {
  const { bytes, text, clustered, partitioned, key } = WORDS[kind];
  const begun = 'select 0, 0, 1 where not exists (select * from corpus_index)';
  return [
    'create table if not exists corpus_index (revision bigint not null, erasures bigint not null, next bigint not null)',
    `insert into corpus_index (revision, erasures, next) ${begun}`,
    `create table if not exists corpus_segments (segment bigint primary key, collection text not null,
      state text not null, since bigint not null, directory ${bytes}, filed ${bytes}, pack ${bytes},
      deleted ${bytes} not null)`,
    `create table if not exists corpus_postings (segment bigint not null, term ${text} not null, passages integer not null,
      documents integer not null, texts ${bytes} not null, titles ${bytes}${key})${partitioned}${clustered}`,
    `create table if not exists corpus_places (segment bigint not null, first integer not null, id ${text} not null,
      primary key (segment, first))${clustered}`,
    'create index if not exists corpus_places_id on corpus_places (id)',
    ...(kind === 'postgres' ? PARTITION_TABLES : []),
  ];
}

// Rows are kept in the order of their keys, and text is compared by its bytes. Each partition has a key of its own, since a
// table with one for all can't have partitions on other servers.
const KEY = 'primary key (segment, term)';
const WORDS = {
  sqlite: { bytes: 'blob', text: 'text', clustered: ' without rowid', partitioned: '', key: `, ${KEY}` },
  postgres: {
    ...{ bytes: 'bytea', text: 'text collate "C"', clustered: '' },
    ...{ partitioned: ' partition by hash (segment)', key: '' },
  },
} as const;

const PARTITION_TABLES = Array.from(
  { length: PARTITIONS },
  (_, at) =>
    `create table if not exists corpus_postings_${at} partition of corpus_postings (${KEY}) for values with (modulus ${PARTITIONS}, remainder ${at})`,
);
