import { type Kysely, sql } from 'kysely';
import type { CollectionId, DocumentId } from '../../../core/library/documents/document.ts';
import type {
  LiveSegments,
  PlacedDocument,
  PostingsRow,
  SegmentHead,
  StoredIndexReader,
} from '../../../core/search/segments/segment-store.ts';
import { inChunks } from '../chunks.ts';
import { FORMAT_NAME, requireFormat } from './corpus-format.ts';
import type { CorpusSchema } from './corpus-tables.ts';
import type { SegmentSchema } from './segment-tables.ts';
import { readStored, spellStored } from './stored-text.ts';

const TOGETHER = 400; // ids or places asked for in one statement

/** Reads segments from the tables of the index. */
export function createSegmentReader(database: Kysely<SegmentSchema>): StoredIndexReader {
  return {
    live: () => readLive(database),
    async revision() {
      const index = withFormat(database).select(['revision', 'erasures', 'value']);
      const { value, ...read } = await index.executeTakeFirstOrThrow();
      requireFormat(value);
      return read;
    },
    heads: (segments) => readHeads(database, segments),
    postings: (segments, terms) => readPostings(database, segments, terms),
    async frequencies(segments, terms) {
      const rows = await database
        .selectFrom('corpus_postings')
        .select(['term', ({ fn }) => fn.sum<number>('passages').as('frequency')])
        .where('segment', 'in', segments)
        .where('term', 'in', terms.map(spellStored))
        .groupBy('term')
        .execute();
      return rows.map(({ term, frequency }) => ({ term: readStored(term), frequency: Number(frequency) }));
    },
    async termsLike(segments, { opening, longest, parts }, limit) {
      const rows = await database
        .selectFrom('corpus_postings')
        .select('term')
        .distinct()
        .where('segment', 'in', segments)
        .where('term', '>=', spellStored(opening))
        .where('term', '<', afterAll(spellStored(opening)))
        .where(sql`length(term)`, '<=', longest)
        .where(({ or, eb }) => or(parts.map((part) => eb('term', 'like', `%${spellStored(part)}%`))))
        .limit(limit)
        .execute();
      return rows.map(({ term }) => readStored(term));
    },
    ids: (places) => inChunks(places, (some) => readIds(database, some), TOGETHER),
    places: (ids) => inChunks(ids, (some) => readPlaces(database, some), TOGETHER),
    async pack(segment) {
      const rows = database.selectFrom('corpus_segments').select('pack').where('segment', '=', segment);
      return toBytes((await rows.executeTakeFirstOrThrow()).pack);
    },
    async filed(segment) {
      const rows = database.selectFrom('corpus_segments').select('filed').where('segment', '=', segment);
      return toBytes((await rows.executeTakeFirstOrThrow()).filed);
    },
  };
}

/** Bytes as either driver returns them. */
function toBytes(value: Uint8Array | ArrayBuffer | null): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value ?? new Uint8Array(0);
}

/** Converts a row of postings. */
export function toPostings({ term, texts, titles, ...row }: SegmentSchema['corpus_postings']): PostingsRow {
  return { ...row, term: readStored(term), texts: toBytes(texts), titles: titles && toBytes(titles) };
}

/** Converts a document's place. */
export function toPlaced({ id, ...place }: SegmentSchema['corpus_places']): PlacedDocument {
  return { ...place, id: readStored(id) as DocumentId };
}

async function readLive(database: Kysely<SegmentSchema>): Promise<LiveSegments> {
  const rows = await withFormat(database)
    .leftJoin('corpus_segments', (join) => join.on('state', '=', 'live'))
    .select(['revision', 'erasures', 'value', 'segment', 'deleted'])
    .orderBy('segment')
    .execute();
  const [first] = rows;
  if (!first) throw new Error('The index has no revision');
  requireFormat(first.value);
  const segments = rows.flatMap(({ segment, deleted }) =>
    segment === null ? [] : [{ segment, deleted: toBytes(deleted) }],
  );
  return { revision: first.revision, erasures: first.erasures, segments };
}

/** The row of what changed, with the format of the same moment. */
function withFormat(database: Kysely<SegmentSchema>) {
  const tables = database as unknown as Kysely<CorpusSchema>;
  return tables
    .selectFrom('corpus_index')
    .leftJoin('corpus_state', (join) => join.on('corpus_state.name', '=', FORMAT_NAME));
}

async function readHeads(
  database: Kysely<SegmentSchema>,
  segments: readonly number[],
): Promise<readonly SegmentHead[]> {
  const rows = await database
    .selectFrom('corpus_segments')
    .select(['segment', 'collection', 'directory', sql<unknown>`pack is not null`.as('packed')])
    .where('segment', 'in', segments)
    .execute();
  return rows.map(({ segment, collection, directory, packed }) => ({
    segment,
    isPacked: Boolean(packed),
    collection: readStored(collection) as CollectionId,
    directory: toBytes(directory),
  }));
}

async function readPostings(
  database: Kysely<SegmentSchema>,
  segments: readonly number[],
  terms: readonly string[],
): Promise<readonly PostingsRow[]> {
  const rows = await database
    .selectFrom('corpus_postings')
    .select(['segment', 'term', 'passages', 'documents', 'texts', 'titles'])
    .where('segment', 'in', segments)
    .where('term', 'in', terms.map(spellStored))
    .execute();
  return rows.map(toPostings);
}

async function readIds(
  database: Kysely<SegmentSchema>,
  places: readonly { readonly segment: number; readonly first: number }[],
): Promise<readonly PlacedDocument[]> {
  const rows = await database
    .selectFrom('corpus_places')
    .select(['segment', 'first', 'id'])
    .where(({ eb, or, and }) =>
      or(
        bySegment(places).map(([segment, firsts]) =>
          and([eb('segment', '=', segment), eb('first', 'in', firsts)]),
        ),
      ),
    )
    .execute();
  return rows.map(toPlaced);
}

async function readPlaces(
  database: Kysely<SegmentSchema>,
  ids: readonly string[],
): Promise<readonly PlacedDocument[]> {
  const rows = await database
    .selectFrom('corpus_places')
    .innerJoin('corpus_segments', 'corpus_segments.segment', 'corpus_places.segment')
    .select(['corpus_places.segment', 'first', 'id'])
    .where('id', 'in', ids.map(spellStored))
    .where('state', '=', 'live')
    .execute();
  return rows.map(toPlaced);
}

function bySegment(places: readonly { readonly segment: number; readonly first: number }[]) {
  const firsts = new Map<number, number[]>();
  for (const { segment, first } of places) firsts.set(segment, [...(firsts.get(segment) ?? []), first]);
  return [...firsts];
}

/** Text that comes after all that begins with an opening, by code points. */
function afterAll(opening: string): string {
  return `${opening}\u{10FFFF}`;
}
