import type { Kysely, Transaction } from 'kysely';
import type { DocumentId } from '../../../core/library/document.ts';
import type { CorpusStore, StoredDocument } from '../../../core/library/stored/document-store.ts';
import { Tally } from '../../../core/library/stored/tally.ts';
import { chunks, putState, raiseRevision } from './corpus-state.ts';
import { packDocument, unpackDocument } from './document-content.ts';
import { toRow } from './document-rows.ts';
import { createDocumentStore } from './document-store.ts';
import type { DocumentSchema } from './document-tables.ts';
import { listFiles, readAgain, recordFiles } from './file-rows.ts';
import { documentsTellingOutages } from './outages.ts';
import { addTally } from './tally-rows.ts';

type Writing = Transaction<DocumentSchema>;

/** The database of a stored corpus. Who writes reads there, too, to see what was written. */
export interface CorpusDatabase {
  readonly write: Kysely<DocumentSchema>;
  /** Throws if another process writes; absent: none can. */
  fence?(transaction: Writing): Promise<void>;
}

/** Stores the documents of a corpus in a database. */
export function createCorpusStore({ write, fence }: CorpusDatabase): CorpusStore {
  const fenced = <Result>(steps: (transaction: Writing) => Promise<Result>) =>
    write.transaction().execute(async (transaction) => {
      await fence?.(transaction);
      return steps(transaction);
    });
  const change = (steps: (transaction: Writing) => Promise<void>) =>
    fenced(async (transaction) => {
      await steps(transaction);
      await raiseRevision(transaction);
    });
  return {
    ...documentsTellingOutages(createDocumentStore(write)),
    put: (documents) =>
      change(async (transaction) => {
        const tally = await replaced(
          transaction,
          documents.map(({ indexed }) => indexed.document.id),
        );
        for (const { indexed } of documents) tally.add(indexed);
        await insertDocuments(transaction, documents);
        await addTally(transaction, tally);
      }),
    async remove(ids) {
      if (ids.length === 0) return;
      await change(async (transaction) => {
        for (const some of chunks(ids)) await addTally(transaction, await replaced(transaction, some));
      });
    },
    frame: (frame) => change((transaction) => putState(transaction, 'frame', JSON.stringify(frame))),
    readBy: (version) => fenced((transaction) => readAgain(transaction, version)),
    files: (after, limit) => listFiles(write, after, limit),
    record: (files, gone) => fenced((transaction) => recordFiles(transaction, files, gone)),
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
  await transaction.deleteFrom('corpus_texts').where('id', 'in', ids).execute();
  await transaction.deleteFrom('corpus_documents').where('id', 'in', ids).execute();
  return tally;
}

async function insertDocuments(transaction: Writing, documents: readonly StoredDocument[]): Promise<void> {
  for (const some of chunks(documents)) {
    const texts = some.map(({ indexed }) => ({ id: indexed.document.id, content: packDocument(indexed) }));
    await transaction.insertInto('corpus_documents').values(some.map(toRow)).execute();
    await transaction.insertInto('corpus_texts').values(texts).execute();
  }
}
