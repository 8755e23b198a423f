import {
  type ColumnDataType,
  type CreateTableBuilder,
  type Expression,
  type Kysely,
  sql,
  type Transaction,
} from 'kysely';
import { LEAST } from '../../../core/library/documents/repeated-lines.ts';

interface DocumentRow {
  id: string;
  collection: string;
  /** The full path of its file, and the one in the corpus. */
  file: string;
  path: string;
  sha256: string;
  title: string | null;
  heading: string;
  publisher: string | null;
  author: string | null;
  published: string | null;
  url: string | null;
  language: string;
  /** A JSON list; null: none. */
  tags: string | null;
  grade: string | null;
  /** What it is found by. */
  id_key: string;
  title_key: string;
  /** Of numberKeys. */
  number_key: string | null;
  other_number_key: string | null;
  /** What is completed; in small letters. */
  id_lower: string;
  heading_lower: string;
}

interface TextRow {
  id: string;
  /** The document and its passages as JSON, deflated. */
  content: Uint8Array;
}

interface WordsRow {
  document: string;
  /** Of packWords. */
  words: Uint8Array;
}

interface CountRow {
  collection: string;
  kind: string;
  value: string;
  documents: number;
}

interface AcronymRow {
  collection: string;
  /** A line of acronymsOf. */
  line: string;
  documents: number;
}

interface LineRow {
  folder: string;
  /** The key of a line at an edge of its documents, or WHOLE_FOLDER. */
  line: number;
  documents: number;
}

interface FileRow {
  file: string;
  path: string;
  key: string;
  /** JSON lists. */
  documents: string;
  refused: string;
  clashes: string;
}

interface StateRow {
  name: string;
  value: string;
}

/** The tables of a stored corpus. */
export interface DocumentSchema {
  corpus_documents: DocumentRow;
  corpus_texts: TextRow;
  corpus_words: WordsRow;
  corpus_counts: CountRow;
  corpus_acronyms: AcronymRow;
  corpus_lines: LineRow;
  corpus_files: FileRow;
  corpus_state: StateRow;
}

/** The types of columns that databases name differently. */
export interface ColumnTypes {
  readonly bytes: ColumnDataType;
  /** Text that is compared by its code points. */
  readonly text: ColumnDataType | Expression<unknown>;
}

/** SQLite's. */
export const SQLITE_TYPES: ColumnTypes = { bytes: 'blob', text: 'text' };

/** PostgreSQL's. */
export const POSTGRES_TYPES: ColumnTypes = { bytes: 'bytea', text: sql`text collate "C"` };

/** What a column holds; `key` is text that is compared. A question mark: or nothing. */
type Column = 'key' | 'key?' | 'text' | 'text?' | 'number' | 'bytes';

/** The columns of each table, those of its primary key first, and how many these are. */
const TABLES: {
  readonly [Table in keyof DocumentSchema]: readonly [
    keys: number,
    columns: { readonly [Name in keyof DocumentSchema[Table]]: Column },
  ];
} = {
  corpus_documents: [
    1,
    {
      ...{
        id: 'key',
        collection: 'key',
        file: 'key',
        path: 'key',
        sha256: 'text',
        title: 'text?',
        heading: 'text',
      },
      ...{ publisher: 'text?', author: 'text?', published: 'key?', url: 'text?', language: 'text' },
      ...{ tags: 'text?', grade: 'text?' },
      ...{
        id_key: 'key',
        title_key: 'key',
        number_key: 'key?',
        other_number_key: 'key?',
        id_lower: 'key',
        heading_lower: 'key',
      },
    },
  ],
  corpus_texts: [1, { id: 'key', content: 'bytes' }],
  corpus_words: [1, { document: 'key', words: 'bytes' }],
  corpus_counts: [3, { collection: 'key', kind: 'key', value: 'key', documents: 'number' }],
  corpus_acronyms: [2, { collection: 'key', line: 'key', documents: 'number' }],
  corpus_lines: [2, { folder: 'key', line: 'number', documents: 'number' }],
  corpus_files: [
    1,
    { file: 'key', path: 'key', key: 'text', documents: 'text', refused: 'text', clashes: 'text' },
  ],
  corpus_state: [1, { name: 'key', value: 'text' }],
};

/** Creates the tables, unless they are there. */
export async function createDocumentTables({ schema }: Transaction<DocumentSchema>, types: ColumnTypes) {
  for (const [name, [keys, columns]] of Object.entries(TABLES)) {
    const all = Object.entries(columns);
    const table = all.reduce(
      (open, [column, holds]) =>
        open.addColumn(column, typeOf(holds, types), (built) =>
          holds.endsWith('?') ? built : built.notNull(),
        ),
      schema.createTable(name).ifNotExists() as CreateTableBuilder<string, string>,
    );
    const key = all.slice(0, keys).map(([column]) => column);
    await table.addPrimaryKeyConstraint(`${name}_key`, key).execute();
  }
  await createIndexes(schema);
}

/** Removes them, but for the revision: readers know the last one. */
export async function dropDocumentTables(transaction: Transaction<DocumentSchema>): Promise<void> {
  for (const name of Object.keys(TABLES))
    if (name !== 'corpus_state') await transaction.schema.dropTable(name).ifExists().execute();
  await transaction.deleteFrom('corpus_state').where('name', '!=', 'revision').execute();
}

function typeOf(column: Column, types: ColumnTypes): ColumnDataType {
  if (column === 'bytes') return types.bytes;
  if (column === 'number') return 'bigint';
  return column.startsWith('key') ? (types.text as ColumnDataType) : 'text';
}

const INDEXES = {
  corpus_documents_collection: ['corpus_documents', ['collection', 'id']],
  corpus_documents_dates: ['corpus_documents', ['collection', 'published', 'publisher']],
  corpus_documents_ids: ['corpus_documents', ['id_key']],
  corpus_documents_titles: ['corpus_documents', ['title_key']],
  corpus_documents_numbers: ['corpus_documents', ['number_key', 'collection']],
  corpus_documents_other_numbers: ['corpus_documents', ['other_number_key', 'collection']],
  corpus_documents_lower_ids: ['corpus_documents', ['id_lower']],
  corpus_documents_headings: ['corpus_documents', ['heading_lower']],
  corpus_documents_texts: ['corpus_documents', ['sha256']],
} as const;

async function createIndexes(schema: Kysely<DocumentSchema>['schema']): Promise<void> {
  for (const [name, [table, columns]] of Object.entries(INDEXES))
    await schema
      .createIndex(name)
      .ifNotExists()
      .on(table)
      .columns([...columns])
      .execute();
  await schema
    .createIndex('corpus_files_refused')
    .ifNotExists()
    .on('corpus_files')
    .column('path')
    .where(SOME_REFUSED)
    .execute();
  await schema
    .createIndex('corpus_lines_often')
    .ifNotExists()
    .on('corpus_lines')
    .columns(['folder', 'documents'])
    .where(STANDS_OFTEN)
    .execute();
}

/** Whether a line stands in several documents of its folder: few do. */
const STANDS_OFTEN = sql<boolean>`documents >= ${sql.lit(LEAST)}`;

/** Whether something of a file was refused; a literal, so that databases see that the index serves it. */
export const SOME_REFUSED = sql<boolean>`refused <> '[]'`;
