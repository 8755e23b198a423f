import { type Kysely, sql } from 'kysely';
import { arrangeAcronyms } from '../../../core/library/acronyms/acronym-counts.ts';
import type { CollectionId, DocumentId } from '../../../core/library/documents/document.ts';
import type { CountKind } from '../../../core/library/documents/document-counts.ts';
import { LEAST } from '../../../core/library/documents/repeated-lines.ts';
import type {
  DocumentStore,
  FolderLines,
  StoredCorpus,
  StoredFrame,
} from '../../../core/library/stored/document-store.ts';
import { WHOLE_FOLDER } from '../../../core/library/stored/tally.ts';
import { inChunks } from '../chunks.ts';
import { FORMAT_NAME, requireFormat } from './corpus-format.ts';
import { VERSION } from './corpus-state.ts';
import { unpackDocument } from './document-content.ts';
import { createLookups } from './document-lookups.ts';
import type { DocumentSchema } from './document-tables.ts';
import { readRefused } from './file-rows.ts';

/** Reads the documents of a corpus from a database. */
export function createDocumentStore(database: Kysely<DocumentSchema>): DocumentStore {
  return {
    ...createLookups(database),
    async revision() {
      const query = database.selectFrom('corpus_state').selectAll();
      const rows = await query.where('name', 'in', ['revision', FORMAT_NAME]).execute();
      return revisionIn(stateOf(rows));
    },
    read: () => readCorpus(database),
    async load(ids) {
      const rows = await inChunks(ids, (some) =>
        database.selectFrom('corpus_texts').select('content').where('id', 'in', some).execute(),
      );
      return rows.map(({ content }) => unpackDocument(content));
    },
    async frames(folders) {
      const rows = await inChunks(folders, (some) => readFrames(database, some));
      return byFolder(rows);
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
  const ofFiles = await readRefused(database);
  const state = await readState(database);
  if (state.get('revision') !== before.get('revision')) return readCorpus(database);
  const frame = frameIn(state);
  return {
    ...{ ...UNREAD, ...frame, refused: [...(frame.refused ?? []), ...ofFiles] },
    isEmpty: frame.settings === undefined,
    revision: revisionIn(state),
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

const FRAME = ['settings', 'stamps', 'refused', 'unread'] as const;

function frameIn(state: ReadonlyMap<string, string>): Partial<StoredFrame> {
  const parts = FRAME.flatMap((part) => {
    const text = state.get(part);
    return text === undefined ? [] : [[part, JSON.parse(text)] as const];
  });
  return Object.fromEntries(parts);
}

async function readState(database: Kysely<DocumentSchema>): Promise<ReadonlyMap<string, string>> {
  return stateOf(await database.selectFrom('corpus_state').selectAll().execute());
}

function stateOf(rows: readonly { readonly name: string; readonly value: string }[]) {
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** The revision of tables that are of this format still. */
function revisionIn(state: ReadonlyMap<string, string>): number {
  requireFormat(state.get(FORMAT_NAME));
  return Number(state.get('revision') ?? 0);
}

/** Reads the lines that a fifth of a folder's documents have at an edge, at least: the index holds those of some. */
function readFrames(database: Kysely<DocumentSchema>, folders: readonly string[]) {
  return database
    .selectFrom('corpus_lines as whole')
    .crossJoin('corpus_lines as line')
    .where('whole.folder', 'in', folders)
    .where('whole.line', '=', WHOLE_FOLDER)
    .whereRef('line.folder', '=', 'whole.folder')
    .where(STANDS_OFTEN)
    .where(sql<boolean>`line.documents >= whole.documents / 5`)
    .select(['line.folder', 'line.line', 'line.documents'])
    .execute();
}

const STANDS_OFTEN = sql<boolean>`line.documents >= ${sql.lit(LEAST)}`;

function byFolder(
  rows: readonly { readonly folder: string; readonly line: number; readonly documents: number }[],
): ReadonlyMap<string, FolderLines> {
  const folders = new Map<string, Map<number, number>>();
  for (const { folder, line, documents } of rows) {
    const lines = folders.get(folder) ?? new Map<number, number>();
    folders.set(folder, lines.set(Number(line), Number(documents)));
  }
  return new Map(
    [...folders].map(([folder, lines]) => [folder, { documents: lines.get(WHOLE_FOLDER) ?? 0, lines }]),
  );
}
