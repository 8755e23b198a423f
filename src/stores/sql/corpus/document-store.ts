import type { Kysely } from 'kysely';
import { arrangeAcronyms } from '../../../core/library/acronym-counts.ts';
import type { CollectionId, DocumentId } from '../../../core/library/document.ts';
import type { CountKind } from '../../../core/library/document-counts.ts';
import type { DocumentStore, StoredCorpus } from '../../../core/library/stored/document-store.ts';
import { WHOLE_FOLDER } from '../../../core/library/stored/tally.ts';
import { inChunks, VERSION } from './corpus-state.ts';
import { unpackDocument } from './document-content.ts';
import { createLookups } from './document-lookups.ts';
import type { DocumentSchema } from './document-tables.ts';

/** Reads the documents of a corpus from a database. */
export function createDocumentStore(database: Kysely<DocumentSchema>): DocumentStore {
  return {
    ...createLookups(database),
    async revision() {
      const query = database.selectFrom('corpus_state').select('value').where('name', '=', 'revision');
      return Number((await query.executeTakeFirst())?.value ?? 0);
    },
    read: () => readCorpus(database),
    async load(ids) {
      const rows = await inChunks(ids, (some) =>
        database.selectFrom('corpus_texts').select('content').where('id', 'in', some).execute(),
      );
      return rows.map(({ content }) => unpackDocument(content));
    },
    async lines(keys) {
      const folders = [...keys.keys()];
      if (folders.length === 0) return new Map();
      const wanted = [...new Set([...keys.values()].flat())];
      const lines = database.selectFrom('corpus_lines').selectAll().where('folder', 'in', folders);
      const rows = await lines.where('line', 'in', [WHOLE_FOLDER, ...wanted]).execute();
      return new Map(folders.map((folder) => [folder, linesOf(rows.filter((row) => row.folder === folder))]));
    },
    async acronyms(collections) {
      if (collections.length === 0) return new Map();
      const rows = database.selectFrom('corpus_acronyms').select(['line', 'documents']);
      const counted = await rows.where('collection', 'in', collections).execute();
      return arrangeAcronyms(counted.map(({ line, documents }) => [line, documents]));
    },
    async origins(ids) {
      const rows = await inChunks(ids, (some) =>
        database
          .selectFrom('corpus_documents')
          .select(['id', 'file', 'path'])
          .where('id', 'in', some)
          .execute(),
      );
      return new Map(rows.map(({ id, ...origin }) => [id as DocumentId, origin]));
    },
  };
}

const UNREAD: Omit<StoredCorpus, 'counts'> = {
  revision: 0,
  isEmpty: true,
  settings: { collections: [], topics: [], sources: {} },
  stamps: {},
  refused: [],
  unread: {},
  versions: new Map(),
};

/** Reads what is known of the whole corpus, at one moment: again, if anything was written meanwhile. */
async function readCorpus(database: Kysely<DocumentSchema>): Promise<StoredCorpus> {
  const before = await readState(database);
  const counts = await database.selectFrom('corpus_counts').selectAll().execute();
  const state = await readState(database);
  if (state.get('revision') !== before.get('revision')) return readCorpus(database);
  const frame = state.get('frame');
  return {
    ...UNREAD,
    ...(frame !== undefined && { isEmpty: false, ...(JSON.parse(frame) as Partial<StoredCorpus>) }),
    revision: Number(state.get('revision') ?? 0),
    counts: counts.map(({ collection, kind, value, documents }) => ({
      ...{ collection: collection as CollectionId, kind: kind as CountKind, value, count: documents },
    })),
    versions: new Map(
      [...state].flatMap(([name, value]) =>
        name.startsWith(VERSION) ? [[name.slice(VERSION.length) as CollectionId, value]] : [],
      ),
    ),
  };
}

async function readState(database: Kysely<DocumentSchema>): Promise<ReadonlyMap<string, string>> {
  const rows = await database.selectFrom('corpus_state').selectAll().execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

function linesOf(rows: readonly { readonly line: number; readonly documents: number }[]) {
  const lines = new Map(rows.map(({ line, documents }) => [Number(line), documents]));
  return { documents: lines.get(WHOLE_FOLDER) ?? 0, lines };
}
