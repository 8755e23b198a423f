import type { Kysely } from 'kysely';
import type { DocumentId } from '../../core/library/document.ts';
import type { DocumentVersion, FirstSight, FirstSightStore } from '../../core/library/first-sight-store.ts';
import type { Schema } from './schema.ts';

const BATCH = 200; // rows or ids in one statement; databases limit its parameters

/** Every version of a document that was ever seen, and when first. */
export function createDocumentStore(database: Kysely<Schema>): FirstSightStore {
  return {
    see: (versions, at) =>
      database.transaction().execute(async (transaction) => {
        for (const batch of batches(versions.toSorted(byId))) {
          const rows = batch.map(({ id, sha256 }) => ({ id, sha256, first_seen: at.valueOf() }));
          const insert = transaction.insertInto('documents').values(rows);
          await insert.onConflict((conflict) => conflict.doNothing()).execute();
        }
      }),
    async sights(versions) {
      const found = new Map<DocumentId, FirstSight>();
      for (const batch of batches(versions)) {
        const ids = batch.map(({ id }) => id as string);
        const rows = await database.selectFrom('documents').selectAll().where('id', 'in', ids).execute();
        for (const version of batch) {
          const sight = sightOf(version, rows);
          if (sight) found.set(version.id, sight);
        }
      }
      return found;
    },
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

/** Processes that see the same documents at once must write them in the same order, or each may wait for the other. */
function byId(a: DocumentVersion, b: DocumentVersion): number {
  return a.id < b.id ? -1 : 1;
}

function sightOf({ id, sha256 }: DocumentVersion, rows: readonly Schema['documents'][]): FirstSight | null {
  const own = rows.filter((row) => row.id === id);
  const present = own.find((row) => row.sha256 === sha256);
  if (!present) return null;
  const first = Math.min(...own.map((row) => row.first_seen));
  return { firstSeen: new Date(first), changed: new Date(present.first_seen) };
}

function* batches(versions: readonly DocumentVersion[]): Generator<readonly DocumentVersion[]> {
  for (let at = 0; at < versions.length; at += BATCH) yield versions.slice(at, at + BATCH);
}
