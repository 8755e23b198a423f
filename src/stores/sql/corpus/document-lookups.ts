import { type Kysely, sql } from 'kysely';
import type { CollectionId, DocumentId, DocumentSummary } from '../../../core/library/documents/document.ts';
import type { DocumentStore } from '../../../core/library/stored/document-store.ts';
import { filedUnder, toSummary } from './document-rows.ts';
import type { DocumentSchema } from './document-tables.ts';
import { admitsNone, columnsOf, type Documents, roughly } from './filter-rows.ts';
import { listDocuments } from './list-rows.ts';

/** Finds documents by what is known of them, without reading any text. */
export function createLookups(
  database: Kysely<DocumentSchema>,
): Pick<DocumentStore, 'list' | 'groups' | 'find' | 'numbered' | 'fitting' | 'withText'> {
  const documentsIn = (collections: readonly CollectionId[]) =>
    database.selectFrom('corpus_documents').where('collection', 'in', collections);
  return {
    list: (collections, page) => listDocuments(database, collections, page),
    async groups(collections, filter) {
      if (collections.length === 0 || admitsNone(filter)) return [];
      const columns = columnsOf(filter);
      const grouped = roughly(documentsIn(collections), { ...filter, since: null, before: null })
        .select(columns)
        .select(({ fn }) => fn.countAll<number>().as('documents'))
        .groupBy(columns);
      return (await grouped.execute()).map(({ documents, ...row }) => ({
        documents: Number(documents),
        known: {
          id: (row.id ?? '') as DocumentId,
          published: row.published,
          publisher: row.publisher ?? null,
          author: row.author ?? null,
          ...filedUnder({ tags: row.tags ?? null, grade: row.grade ?? null }),
        },
      }));
    },
    async find(collections, { by, key, begins }, limit) {
      if (collections.length === 0) return [];
      const column = by === 'id' ? 'id_key' : 'title_key';
      const all = documentsIn(collections).selectAll();
      const found = begins
        ? all.where(column, '>=', key).where(column, '<', key + LAST)
        : all.where(column, '=', key);
      return (await found.orderBy(column).orderBy('id').limit(limit).execute()).map(toSummary);
    },
    numbered: (collections, keys, limit) =>
      collections.length === 0 || keys.length === 0
        ? Promise.resolve([])
        : numbered(database, { collections, keys, limit }),
    fitting: (collections, typed, limit) =>
      collections.length === 0
        ? Promise.resolve([])
        : fitting(documentsIn(collections).limit(limit), typed, limit),
    async withText(collections, sha256) {
      if (collections.length === 0) return [];
      const found = documentsIn(collections).selectAll().where('sha256', '=', sha256);
      return (await found.orderBy('id').execute()).map(toSummary);
    },
  };
}

/** Each column is looked up by itself: where either may match, SQLite looks at every document of the collections. */
async function numbered(
  database: Kysely<DocumentSchema>,
  {
    collections,
    keys,
    limit,
  }: Record<'collections' | 'keys', readonly string[]> & { readonly limit: number },
): Promise<readonly DocumentSummary[]> {
  const by = (column: 'number_key' | 'other_number_key') => {
    const documents = database.selectFrom('corpus_documents').selectAll();
    const found = documents.where('collection', 'in', collections).where(column, 'in', keys);
    return database.selectFrom(found.limit(limit).as('found')).selectAll();
  };
  const found = by('number_key').union(by('other_number_key')).limit(limit);
  return (await found.execute()).map(toSummary);
}

/** What begins with it is found by an index; the others are looked for only while there are too few. */
async function fitting(
  documents: Documents<object>,
  typed: string,
  limit: number,
): Promise<readonly DocumentSummary[]> {
  const all = documents.selectAll().orderBy('id');
  const containing = `%${typed.replace(/[!%_]/g, '!$&')}%`;
  const begun = (column: 'id_lower' | 'heading_lower') =>
    all.where(column, '>=', typed).where(column, '<', typed + LAST);
  const within = (column: 'id_lower' | 'heading_lower') =>
    all.where(sql<boolean>`${sql.ref(column)} like ${containing} escape '!'`);
  const found = new Map<string, DocumentSummary>();
  for (const query of [
    begun('id_lower'),
    begun('heading_lower'),
    within('heading_lower'),
    within('id_lower'),
  ]) {
    if (found.size >= limit) break;
    for (const row of await query.execute()) found.set(row.id, toSummary(row));
  }
  return [...found.values()];
}

const LAST = '\u{10ffff}'; // comes after every letter
