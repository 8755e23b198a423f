import type { Kysely, Selectable, Transaction } from 'kysely';
import type { DocumentId } from '../../core/library/documents/document.ts';
import { READING_FORMAT } from '../../core/library/reading/reading-format.ts';
import type { Revision, RevisionStore } from '../../core/library/versions/revision-store.ts';
import { chunks } from './chunks.ts';
import { isObject, parseJsonColumn } from './json-column.ts';
import type { Schema } from './schema.ts';

const KEPT = 200; // revisions of one document: those of a page that changes every hour for a week

/** Stores what versions of documents changed, one row each. */
export function createRevisionStore(database: Kysely<Schema>): RevisionStore {
  return {
    record: (revisions) =>
      database.transaction().execute(async (transaction) => {
        for (const revision of revisions.toSorted(byDocument)) await insert(transaction, revision);
      }),
    async of(ids) {
      const found: Revision[] = [];
      for (const batch of chunks([...new Set(ids)])) {
        const query = database.selectFrom('revisions').selectAll().where('document', 'in', batch);
        const comparable = query.where('format', '=', READING_FORMAT);
        const rows = await comparable.orderBy('at').orderBy('document').orderBy('now').execute();
        found.push(...rows.flatMap((row) => toRevision(row) ?? []));
      }
      return found;
    },
    async dropGone(present) {
      const rows = await database.selectFrom('revisions').select('document').distinct().execute();
      const ids = rows.map(({ document }) => document as DocumentId);
      const there = await present(ids);
      const gone = ids.filter((id) => !there.has(id));
      for (const batch of chunks(gone))
        await database.deleteFrom('revisions').where('document', 'in', batch).execute();
    },
  };
}

/** Processes that see the same documents at once must write them in the same order, or they deadlock. */
function byDocument(a: Revision, b: Revision): number {
  return a.id < b.id ? -1 : 1;
}

async function insert(
  transaction: Transaction<Schema>,
  { id: document, before, now, at, lost, gained }: Revision,
): Promise<void> {
  const content = JSON.stringify({ lost, gained });
  const row = { document, before, now, at: at.valueOf(), format: READING_FORMAT, content };
  const insertion = transaction.insertInto('revisions').values(row);
  await insertion.onConflict((conflict) => conflict.doNothing()).execute();
  const own = transaction.selectFrom('revisions').select('at').where('document', '=', document);
  const oldest = await own
    .orderBy('at', 'desc')
    .limit(1)
    .offset(KEPT - 1)
    .executeTakeFirst();
  if (!oldest) return;
  const older = transaction.deleteFrom('revisions').where('document', '=', document);
  await older.where('at', '<', oldest.at).execute();
}

function toRevision({
  document,
  before,
  now,
  at,
  content,
}: Selectable<Schema['revisions']>): Revision | null {
  const parsed = parseJsonColumn(content, isContent);
  return parsed && { id: document as DocumentId, before, now, at: new Date(Number(at)), ...parsed };
}

function isContent(value: unknown): value is Pick<Revision, 'lost' | 'gained'> {
  return isObject(value) && [value.lost, value.gained].every(Array.isArray);
}
