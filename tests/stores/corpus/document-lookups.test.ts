import { CompiledQuery, type Kysely, type KyselyPlugin } from 'kysely';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { createLookups } from '../../../src/stores/sql/corpus/document-lookups.ts';
import type { DocumentSchema } from '../../../src/stores/sql/corpus/document-tables.ts';
import { openSegmentFile } from '../../../src/stores/sql/corpus/segment-file.ts';
import { createFolder } from '../../fakes/folder.ts';

test('documents are found by their numbers in one statement, which SQLite answers out of the indexes of numbers alone', async () => {
  const file = `${createFolder()}/corpus.db`;
  const opened = await openSegmentFile(file, { isWritten: async () => false, hasFolder: true });
  onTestFinished(() => opened.close());
  const database = opened.write as unknown as Kysely<DocumentSchema>;
  let last: CompiledQuery | null = null;
  let answered = 0;
  const listening: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      last = database.getExecutor().compileQuery(node, queryId); // the parts of a statement come before it
      return node;
    },
    async transformResult({ result }) {
      answered++;
      return result;
    },
  };
  const collections = ['harbour', 'town'] as CollectionId[];
  await createLookups(database.withPlugin(listening)).numbered(collections, ['pep 8', 'rfc 243'], 101);
  expect(answered).toBe(1);
  const { sql, parameters } = last ?? CompiledQuery.raw('');
  const reader = new Database(file, { readonly: true });
  onTestFinished(() => {
    reader.close();
  });
  const plan = reader.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
  const steps = plan.map(({ detail }) => detail);
  expect(steps.filter((step) => step.includes('corpus_documents'))).toEqual([
    expect.stringContaining('corpus_documents_numbers (number_key=? AND collection=?)'),
    expect.stringContaining('corpus_documents_other_numbers (other_number_key=? AND collection=?)'),
  ]);
});
