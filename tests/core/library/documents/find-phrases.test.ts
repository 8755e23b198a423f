import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrases } from '../../../../src/core/library/documents/find-phrases.ts';
import { createMemoryLibrary } from '../../../../src/core/library/memory-library.ts';
import { phrasesIn } from '../../../../src/core/text/phrases.ts';
import { createContents, createDocument } from '../../../fakes/documents.ts';
import { LOCAL } from '../../../fakes/local-chat.ts';

const library = createMemoryLibrary(
  createContents([
    createDocument('a/old', { published: '2020', text: 'Herr Müller came. The co-operation ended at 5 km.' }),
    createDocument('a/new', {
      published: '2024-05',
      text: 'Mueller spoke. Then Mueller left. The lamp is lit.',
    }),
    createDocument('a/undated', { text: 'The Mullers live in the mill.' }),
    createDocument('b/chinese', { language: 'zh', text: '北约在东京设立联络处。NATO联络处。' }),
  ]),
);
const scope = library.scopeFor(LOCAL);
const find = async (...phrases: string[]) =>
  (await findPhrases(library, scope, { phrases, most: 5 })).map(({ phrase, documents, hits }) => [
    phrase,
    documents,
    ...hits.map(({ document, slice }) => slice && document.text.slice(slice.start, slice.end)),
  ]);

describe('phrases sought in all documents at once', () => {
  test('are found as whole words, newest document first, each document by its first sentence', async () => {
    expect(await find('Müller', 'mill', 'the mill', 'lamp mill')).toEqual([
      ['Müller', 2, 'Mueller spoke.', 'Herr Müller came.'],
      ['mill', 1, 'The Mullers live in the mill.'],
      ['the mill', 1, 'The Mullers live in the mill.'],
      ['lamp mill', 0],
    ]);
  });

  test('are found in other spellings and in scripts without spaces', async () => {
    const found = await find('cooperation', '5km', '联络处');
    expect(found.map(([, documents]) => documents)).toEqual([1, 1, 1]);
  });

  test('are counted where they stand in nothing that can be quoted', async () => {
    const table = createDocument('a/table', { text: `${'Ada Quay; '.repeat(500)} Bo Mole` });
    const own = createMemoryLibrary(createContents([table]));
    const [found] = await findPhrases(own, own.scopeFor(LOCAL), { phrases: ['Bo Mole'], most: 1 });
    expect(found).toMatchObject({ documents: 1, hits: [{ document: { id: 'a/table' }, slice: null }] });
  });

  test('are listed as often as asked for, and counted whatever that is', async () => {
    const [found] = await findPhrases(library, scope, { phrases: ['Müller'], most: 1 });
    expect([found?.documents, found?.hits.length]).toEqual([2, 1]);
  });

  test('are those that reading every text finds', async () => {
    const words = library.documents.flatMap(({ text }) => text.match(/[\p{L}\p{N}-]+/gu) ?? []);
    const phrase = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
      .map((each) => each.join(' '));
    await fc.assert(
      fc.asyncProperty(phrase, async (sought) => {
        const naive = library.documents.filter(({ text }) => phrasesIn(text)(sought));
        const [found] = await findPhrases(library, scope, { phrases: [sought], most: 9 });
        expect(found?.documents).toBe(naive.length);
      }),
    );
  });
});
