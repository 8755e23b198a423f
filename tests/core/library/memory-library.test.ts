import { expect, test } from 'vitest';
import type { CollectionId, Document, DocumentId } from '../../../src/core/library/documents/document.ts';
import { sentencesOf } from '../../../src/core/library/documents/indexed-document.ts';
import { splitPassages } from '../../../src/core/library/documents/passages.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
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

test('what is indexed is counted, of each collection and of all', () => {
  const library = createMemoryLibrary();
  library.put(createIndexedDocument('harbour/a', { text: `${'The lamp is lit. '.repeat(200)}` }));
  library.put(createIndexedDocument('town/a', { text: 'The keeper sleeps.' }));
  const [harbour, town, all] = ['harbour', 'town', undefined].map((id) => library.size(id as CollectionId));
  expect(town).toEqual({ documents: 1, passages: 1 });
  expect(harbour?.passages).toBeGreaterThan(1);
  expect(all).toEqual({ documents: 2, passages: (harbour?.passages ?? 0) + 1 });
  library.remove('harbour/a' as DocumentId);
  expect([library.size(), library.size('harbour' as CollectionId).passages]).toEqual([town, 0]);
});

test('acronyms asked for twice at once, while documents come and go, are counted once', async () => {
  const library = createMemoryLibrary();
  const explain = (at: number) =>
    createIndexedDocument(`harbour/${at}`, { text: 'The Harbour Pilots Association (HPA).' });
  for (let at = 0; at < 120; at++) library.put(explain(at));
  const scope = { collections: ['harbour' as CollectionId] };
  const asked = [library.acronyms(scope), library.acronyms(scope)];
  library.remove('harbour/0' as DocumentId);
  library.remove('harbour/119' as DocumentId);
  library.put(explain(120));
  const counts = await Promise.all([...asked, library.acronyms(scope)]);
  const counted = counts.map((each) => each.get('en')?.get('HPA')?.get('harbour pilots association'));
  expect(counted).toEqual([119, 119, 119]);
});
