import { type Kysely, sql, type Transaction } from 'kysely';
import type { SegmentChange, SegmentWriter } from '../../../core/search/segments/segment-store.ts';
import { fenceFormat } from './corpus-format.ts';
import type { DocumentSchema } from './document-tables.ts';
import { insertRows } from './insert-rows.ts';
import { toPlaced, toPostings } from './segment-reader.ts';
import type { SegmentSchema } from './segment-tables.ts';
import { spellStored } from './stored-text.ts';

const ERASED = 1000; // rows erased together, in some milliseconds
const NO_BYTES = new Uint8Array(0);

/** Writes segments to the tables of the index. */
export function createSegmentWriter(database: Kysely<SegmentSchema>): SegmentWriter {
  return {
    async begin(collection, now) {
      return database.transaction().execute(async (transaction) => {
        await transaction.updateTable('corpus_index').set({ next: sql`next + 1` }).execute();
        await fenceFormat(transaction as unknown as Transaction<DocumentSchema>);
        const index = await transaction.selectFrom('corpus_index').select('next').executeTakeFirstOrThrow();
        const segment = index.next - 1;
        const begun = {
          segment,
          collection: spellStored(collection),
          state: 'writing',
          since: now.valueOf(),
        };
        const row = { ...begun, directory: null, filed: null, pack: null, deleted: NO_BYTES };
        await transaction.insertInto('corpus_segments').values(row).execute();
        return segment;
      });
    },
    writePostings: (rows) =>
      insertRows(
        database,
        'corpus_postings',
        rows.map((row) => ({ ...row, term: spellStored(row.term) })),
      ),
    writeDocuments: (documents) =>
      insertRows(
        database,
        'corpus_places',
        documents.map((each) => ({ ...each, id: spellStored(each.id) })),
      ),
    async writeHead({ segment, ...head }) {
      await database.updateTable('corpus_segments').set(head).where('segment', '=', segment).execute();
    },
    commit: (change, now) => commit(database, change, now),
    async postingsAfter(segment, term, count) {
      const rows = database.selectFrom('corpus_postings').selectAll().where('segment', '=', segment);
      const after = rows.where('term', '>', spellStored(term)).orderBy('term').limit(count);
      return (await after.execute()).map(toPostings);
    },
    async documentsAfter(segment, first, count) {
      const rows = database.selectFrom('corpus_places').selectAll().where('segment', '=', segment);
      const after = rows.where('first', '>', first).orderBy('first').limit(count);
      return (await after.execute()).map(toPlaced);
    },
    erase: (before) => erase(database, before),
  };
}

class Conflict extends Error {}

async function commit(database: Kysely<SegmentSchema>, change: SegmentChange, now: Date): Promise<boolean> {
  const { revision, added, retired, deletions } = change;
  try {
    await database.transaction().execute(async (transaction) => {
      const next = transaction.updateTable('corpus_index').set({ revision: revision + 1 });
      const { numUpdatedRows } = await next.where('revision', '=', revision).executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Conflict();
      await move(transaction, added, { from: 'writing', to: 'live', now });
      await move(transaction, retired, { from: 'live', to: 'retired', now });
      for (const { segment, deleted } of deletions)
        await transaction
          .updateTable('corpus_segments')
          .set({ deleted })
          .where('segment', '=', segment)
          .execute();
    });
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

interface Move {
  readonly from: string;
  readonly to: string;
  readonly now: Date;
}

/** Changes the state of segments, all of which must be in the former one. */
async function move(
  transaction: Transaction<SegmentSchema>,
  segments: readonly number[],
  { from, to, now }: Move,
): Promise<void> {
  if (segments.length === 0) return;
  const moved = transaction.updateTable('corpus_segments').set({ state: to, since: now.valueOf() });
  const { numUpdatedRows } = await moved
    .where('segment', 'in', segments)
    .where('state', '=', from)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== segments.length)
    throw new Error(`A segment of the index is not ${from} any more`);
}

async function erase(
  database: Kysely<SegmentSchema>,
  { retired, begun }: { readonly retired: Date; readonly begun: Date },
): Promise<boolean> {
  const segment = await nextErased(database);
  if (segment === null) return beginErasing(database, { retired, begun });
  const more =
    (await eraseRows(database, 'corpus_postings', 'term', segment)) ||
    (await eraseRows(database, 'corpus_places', 'first', segment));
  if (!more) await database.deleteFrom('corpus_segments').where('segment', '=', segment).execute();
  return true;
}

async function nextErased(database: Kysely<SegmentSchema>): Promise<number | null> {
  const rows = database
    .selectFrom('corpus_segments')
    .select('segment')
    .where('state', '=', 'erasing')
    .limit(1);
  return (await rows.executeTakeFirst())?.segment ?? null;
}

/** Lets nobody rely on segments any longer that were retired, or begun and not finished, before a time; false if there are none. */
async function beginErasing(
  database: Kysely<SegmentSchema>,
  { retired, begun }: { readonly retired: Date; readonly begun: Date },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const rows = transaction.updateTable('corpus_segments').set({ state: 'erasing' });
    const { numUpdatedRows } = await rows
      .where(({ or, and, eb }) =>
        or([
          and([eb('state', '=', 'retired'), eb('since', '<=', retired.valueOf())]),
          and([eb('state', '=', 'writing'), eb('since', '<=', begun.valueOf())]),
        ]),
      )
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await transaction.updateTable('corpus_index').set({ erasures: sql`erasures + 1` }).execute();
    return true;
  });
}

/** Erases some rows of a segment; false if there are no more. */
async function eraseRows(
  database: Kysely<SegmentSchema>,
  table: 'corpus_postings' | 'corpus_places',
  key: 'term' | 'first',
  segment: number,
): Promise<boolean> {
  const ordered = sql`select ${sql.ref(key)} from ${sql.table(table)} where segment = ${segment} order by ${sql.ref(key)}`;
  const last = sql`select max(${sql.ref(key)}) from (${ordered} limit ${sql.lit(ERASED)}) some`;
  const erased = sql`delete from ${sql.table(table)} where segment = ${segment} and ${sql.ref(key)} <= (${last})`;
  const { numAffectedRows } = await erased.execute(database);
  return Number(numAffectedRows) === ERASED;
}
