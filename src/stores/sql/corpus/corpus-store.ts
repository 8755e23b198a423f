import type { Kysely, Transaction } from 'kysely';
import type { DocumentId } from '../../../core/library/documents/document.ts';
import type { CorpusStore, StoredDocument } from '../../../core/library/stored/document-store.ts';
import { Tally } from '../../../core/library/stored/tally.ts';
import { packWords } from '../../../core/text/word-filter.ts';
import { yieldToEvents } from '../../../core/text/yield-to-events.ts';
import { chunks } from '../chunks.ts';
import { putState, raiseRevision } from './corpus-state.ts';
import { packDocument, unpackDocument } from './document-content.ts';
import { toRow } from './document-rows.ts';
import { createDocumentStore } from './document-store.ts';
import type { DocumentSchema } from './document-tables.ts';
import { listFiles, readAgain, readRecords, recordFiles } from './file-rows.ts';
import { documentsTellingOutages } from './outages.ts';
import { addTally } from './tally-rows.ts';

type Writing = Transaction<DocumentSchema>;

/** The database of a stored corpus. Who writes reads there, too, to see what was written. */
export interface CorpusDatabase {
  readonly write: Kysely<DocumentSchema>;
  /** Throws if another process writes, or another version of Dossier. */
  fence(transaction: Writing): Promise<void>;
}

/** Stores the documents of a corpus in a database. */
export function createCorpusStore({ write, fence }: CorpusDatabase): CorpusStore {
  const fenced = <Result>(steps: (transaction: Writing) => Promise<Result>) =>
    write.transaction().execute(async (transaction) => {
      await fence(transaction);
      return steps(transaction);
    });
  const change = (steps: (transaction: Writing) => Promise<void>) =>
    fenced(async (transaction) => {
      await steps(transaction);
      await raiseRevision(transaction);
    });
  return {
    ...documentsTellingOutages(createDocumentStore(write)),
    async put(documents) {
      const rows = await rowsOf(documents);
      await change(async (transaction) => {
        const tally = await replaced(
          transaction,
          documents.map(({ indexed }) => indexed.document.id),
        );
        for (const { indexed } of documents) tally.add(indexed);
        await insertDocuments(transaction, rows);
        await addTally(transaction, tally);
      });
    },
    async remove(ids) {
      if (ids.length === 0) return;
      await change(async (transaction) => {
        for (const some of chunks(ids)) await addTally(transaction, await replaced(transaction, some));
      });
    },
    frame: (parts) =>
      change(async (transaction) => {
        for (const [part, value] of Object.entries(parts))
          await putState(transaction, part, JSON.stringify(value));
      }),
    readBy: (version) => fenced((transaction) => readAgain(transaction, version)),
    files: (after, limit) => listFiles(write, after, limit),
    records: (files) => readRecords(write, files),
    record: (files, gone) => change((transaction) => recordFiles(transaction, files, gone)),
  };
}

/** Removes documents that are there; returns what they leave to be taken off. */
async function replaced(transaction: Writing, ids: readonly DocumentId[]): Promise<Tally> {
  const tally = new Tally();
  const texts = await transaction
    .selectFrom('corpus_texts')
    .select('content')
    .where('id', 'in', ids)
    .execute();
  if (texts.length === 0) return tally;
  for (const { content } of texts) tally.remove(unpackDocument(content));
  for (const table of ['corpus_texts', 'corpus_documents'] as const)
    await transaction.deleteFrom(table).where('id', 'in', ids).execute();
  await transaction.deleteFrom('corpus_words').where('document', 'in', ids).execute();
  return tally;
}

const AT_ONCE = 4; // documents packed before other work goes on, some milliseconds

/** The rows of documents, made before others have to wait for their being written. */
async function rowsOf(documents: readonly StoredDocument[]) {
  const rows = [];
  for (const [at, stored] of documents.entries()) {
    if (at % AT_ONCE === 0) await yieldToEvents();
    const { id, title, text } = stored.indexed.document;
    rows.push({
      document: toRow(stored),
      text: { id, content: packDocument(stored.indexed) },
      words: { document: id, words: packWords(`${title ?? ''}\n${text}`) },
    });
  }
  return rows;
}

async function insertDocuments(
  transaction: Writing,
  rows: Awaited<ReturnType<typeof rowsOf>>,
): Promise<void> {
  for (const some of chunks(rows)) {
    await transaction
      .insertInto('corpus_documents')
      .values(some.map(({ document }) => document))
      .execute();
    await transaction
      .insertInto('corpus_texts')
      .values(some.map(({ text }) => text))
      .execute();
    await transaction
      .insertInto('corpus_words')
      .values(some.map(({ words }) => words))
      .execute();
  }
}
