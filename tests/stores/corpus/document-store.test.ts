import { afterAll, expect, test } from 'vitest';
import { edgesOf, folderOf } from '../../../src/core/library/documents/repeated-lines.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { corporaIn } from '../../fakes/stored-corpora.ts';

const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

test.each(corporaIn())('counts the lines of as many documents as are loaded: %s', async (_, open) => {
  const { documents, close } = await open();
  closing.push(close);
  const indexed = createIndexedDocument('harbour/a', { text: 'The first line.\n\nThe keeper lit the lamp.' });
  await documents.put([{ indexed, origin: { file: 'harbour/a.txt', path: 'harbour/a.txt' } }]);
  const [edge] = edgesOf(indexed.document);
  const folder = folderOf(indexed.document);
  const many = Array.from({ length: 70_000 }, (_, at) => -at - 1); // more than any database binds
  const lines = await documents.lines(new Map([[folder, [...many, edge?.key ?? 0]]]), 1);
  expect(lines.get(folder)?.documents).toBe(1);
  expect(lines.get(folder)?.lines.get(edge?.key ?? 0)).toBe(1);
  const often = await documents.lines(new Map([[folder, [edge?.key ?? 0]]]), 2);
  expect(often.get(folder)).toEqual({ documents: 0, lines: new Map() });
});
