import type { Kysely } from 'kysely';
import { arrangeAcronyms } from '../../../core/library/acronyms/acronym-counts.ts';
import type { CollectionId, DocumentId } from '../../../core/library/documents/document.ts';
import type { CountKind } from '../../../core/library/documents/document-counts.ts';
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
    async lines(keys, least) {
      const counted = await inChunks([...keys], (some) => readLines(database, new Map(some), least));
      return new Map(counted);
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

/** Counts lines of some folders. */
async function readLines(
  database: Kysely<DocumentSchema>,
  keys: ReadonlyMap<string, readonly number[]>,
  least: number,
): Promise<readonly (readonly [folder: string, FolderLines])[]> {
  const wanted = [...keys].flatMap(([folder, lines]) =>
    [...new Set([WHOLE_FOLDER, ...lines])].map((line) => ({ folder, line })),
  );
  const rows = await inChunks(wanted, (some) => readCounts(database, some, least), LINES);
  return [...keys.keys()].map((folder) => [folder, linesOf(rows.filter((row) => row.folder === folder))]);
}

const LINES = 2000; // asked for in one statement

/** Reads the counts of lines, each in its own folder. */
function readCounts(
  database: Kysely<DocumentSchema>,
  wanted: readonly { readonly folder: string; readonly line: number }[],
  least: number,
) {
  const folders = new Map<string, number[]>();
  for (const { folder, line } of wanted) {
    const lines = folders.get(folder) ?? [];
    lines.push(line);
    folders.set(folder, lines);
  }
  return database
    .selectFrom('corpus_lines')
    .selectAll()
    .where('documents', '>=', least)
    .where(({ eb, or, and }) =>
      or([...folders].map(([folder, lines]) => and([eb('folder', '=', folder), eb('line', 'in', lines)]))),
    )
    .execute();
}

function linesOf(rows: readonly { readonly line: number; readonly documents: number }[]) {
  const lines = new Map(rows.map(({ line, documents }) => [Number(line), documents]));
  return { documents: lines.get(WHOLE_FOLDER) ?? 0, lines };
}
