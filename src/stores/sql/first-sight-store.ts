import type { Kysely } from 'kysely';
import type { DocumentId } from '../../core/library/document.ts';
import type { DocumentVersion, FirstSightStore } from '../../core/library/first-sight-store.ts';
import type { Schema } from './schema.ts';

const BATCH = 200; // rows per statement; databases limit its parameters

/** Stores every version of a document with the time it was first seen. */
export function createFirstSightStore(database: Kysely<Schema>): FirstSightStore {
  return {
    see: (versions, at) =>
      database.transaction().execute(async (transaction) => {
        for (const batch of batches(versions.toSorted(byId))) {
          const rows = batch.map(({ id, sha256 }) => ({ id, sha256, first_seen: at.valueOf() }));
          const insert = transaction.insertInto('documents').values(rows);
          await insert.onConflict((conflict) => conflict.doNothing()).execute();
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

/** Processes that see the same documents at once must write them in the same order, or they deadlock. */
function byId(a: DocumentVersion, b: DocumentVersion): number {
  return a.id < b.id ? -1 : 1;
}

function* batches(versions: readonly DocumentVersion[]): Generator<readonly DocumentVersion[]> {
  for (let at = 0; at < versions.length; at += BATCH) yield versions.slice(at, at + BATCH);
}
