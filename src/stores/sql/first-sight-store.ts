import type { Kysely, Transaction } from 'kysely';
import type { DocumentId } from '../../core/library/documents/document.ts';
import type { DocumentVersion, FirstSightStore } from '../../core/library/versions/first-sight-store.ts';
import { chunks } from './chunks.ts';
import type { Schema } from './schema.ts';

/** Stores every version of a document with the time it was first seen. */
export function createFirstSightStore(database: Kysely<Schema>): FirstSightStore {
  return {
    see: (versions, at) =>
      database.transaction().execute(async (transaction) => {
        for (const batch of chunks(versions.toSorted(byId)))
          await insert(transaction, batch, () => at.valueOf());
      }),
    seeAgain: (versions, at) =>
      database.transaction().execute(async (transaction) => {
        for (const batch of chunks(versions.toSorted(byId))) {
          const known = await lastSeen(transaction, batch);
          await insert(transaction, batch, (id) => known.get(id) ?? at.valueOf());
        }
      }),
    async seenAfter(at) {
      const rows = await database
        .selectFrom('documents')
        .selectAll()
        .select(({ selectFrom }) =>
          selectFrom('documents as other')
            .select(({ fn }) => fn.min('other.first_seen').as('earliest'))
            .whereRef('other.id', '=', 'documents.id')
            .as('earliest'),
        )
        .where('first_seen', '>', at.valueOf())
        .orderBy('first_seen')
        .orderBy('id')
        .execute();
      return rows.map(({ id, sha256, first_seen: seen, earliest }) => {
        const firstSeen = new Date(earliest ?? seen);
        return { id: id as DocumentId, sha256, firstSeen, changed: new Date(seen) };
      });
    },
  };
}

async function insert(
  transaction: Transaction<Schema>,
  versions: readonly DocumentVersion[],
  seen: (id: DocumentId) => number,
): Promise<void> {
  const rows = versions.map(({ id, sha256 }) => ({ id, sha256, first_seen: seen(id) }));
  const inserted = transaction.insertInto('documents').values(rows);
  await inserted.onConflict((conflict) => conflict.doNothing()).execute();
}

/** When the last version known of each document was first seen. */
async function lastSeen(
  transaction: Transaction<Schema>,
  versions: readonly DocumentVersion[],
): Promise<ReadonlyMap<DocumentId, number>> {
  const rows = await transaction
    .selectFrom('documents')
    .select(({ fn }) => ['id', fn.max('first_seen').as('seen')])
    .where(
      'id',
      'in',
      versions.map(({ id }) => id),
    )
    .groupBy('id')
    .execute();
  return new Map(rows.map(({ id, seen }) => [id as DocumentId, Number(seen)]));
}

/** Processes that see the same documents at once must write them in the same order, or they deadlock. */
function byId(a: DocumentVersion, b: DocumentVersion): number {
  return a.id < b.id ? -1 : 1;
}
