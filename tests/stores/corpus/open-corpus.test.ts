import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpusFile } from '../../../src/stores/sql/corpus/open-corpus.ts';
import { createFolder } from '../../fakes/folder.ts';

test('a corpus is kept in a data directory that is not there yet, and only its owner may read it', async () => {
  const data = join(createFolder(), 'data');
  const corpus = await openCorpusFile(data);
  expect(await corpus.documents.revision()).toBe(0);
  await corpus.close();
  expect(statSync(data).mode & 0o777).toBe(0o700);
});
