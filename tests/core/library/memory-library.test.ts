import { expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/document.ts';
import { sentencesOf } from '../../../src/core/library/indexed-document.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { splitPassages } from '../../../src/core/library/passages.ts';
import { libraryContract } from '../../contracts/library.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';

libraryContract('in memory', async (contents) => {
  const library = createMemoryLibrary(contents);
  return {
    library,
    put: async (document: Document) =>
      library.put({ document, passages: splitPassages(document.text, document.language) }),
    remove: async (id) => library.remove(id),
  };
});

test('the same frame again is no change', () => {
  const library = createMemoryLibrary();
  const frame = { collections: [], topics: [], refused: [{ file: 'a.txt', reason: 'is empty' }] };
  library.frame(frame);
  const { revision } = library;
  library.frame(structuredClone(frame));
  expect([library.revision, library.refusals]).toEqual([revision, frame.refused]);
});

test('a scope is kept until something changes', () => {
  const library = createMemoryLibrary();
  const audience = {
    platform: 'chat',
    workspace: 'W',
    channel: 'C',
    user: 'u',
    private: false,
    local: false,
  };
  const scope = library.scopeFor(audience);
  expect(library.scopeFor(audience)).toBe(scope);
  library.put(createIndexedDocument('harbour/a', { text: 'The keeper lit the lamp.' }));
  expect(library.scopeFor(audience)).not.toBe(scope);
});

test('the sentences of a passage are slices of the text, divided once', () => {
  const indexed = createIndexedDocument('harbour/a', { text: 'The lamp is lit. The keeper sleeps.' });
  const sentences = sentencesOf(indexed, 0);
  expect(sentences.map(({ start, end }) => indexed.document.text.slice(start, end))).toEqual([
    ...['The lamp is lit.', 'The keeper sleeps.'],
  ]);
  expect(sentencesOf(indexed, 0)).toBe(sentences);
  expect(sentencesOf(indexed, 1)).toEqual([]);
});

test('what frames many documents of a folder is told with them, and forgotten with them', async () => {
  const frame = 'For media inquiries, write to the harbour office.';
  const make = (at: number) =>
    createIndexedDocument(`harbour/${at}`, { text: `Ship ${at} left.\n\n${frame}` });
  const library = createMemoryLibrary();
  for (let at = 0; at < 5; at++) library.put(make(at));
  const { document } = make(1);
  const repeated = async () => (await library.load([document.id])).get(document.id)?.repeated;
  const [place] = (await repeated()) ?? [];
  expect(document.text.slice(place?.start, place?.end)).toBe(frame);
  library.remove(make(2).document.id);
  expect(await repeated()).toBeUndefined();
});
