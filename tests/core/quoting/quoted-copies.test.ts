import { expect, test } from 'vitest';
import type { IndexedDocument } from '../../../src/core/library/documents/indexed-document.ts';
import { growExcerpt } from '../../../src/core/quoting/excerpts.ts';
import { copiesOfQuoted, foldCopies } from '../../../src/core/quoting/quoted-copies.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { createCandidates } from '../../fakes/candidates.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';

const FIRST = 'The ferry to the island lost its rudder in a heavy storm on Monday, with 40 passengers.';
const REST =
  'The council said that it would buy another ferry before the summer, since the old one had served the island for thirty years. Ada Lund, who runs the ferry, told reporters that she had warned the council about the rudder several times without any answer. Tickets will cost the same as before until the new ferry sails to the island.';
const TEXT = `${FIRST} ${REST}`;

/** The ids of the copies of a document whose first sentence is quoted. */
async function copiesAmong(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const english = await loadLanguage('en');
  const all = [['harbour/a', TEXT] as const, ...Object.entries(texts)];
  const documents = new Map(
    all.map(([id, text]): [string, IndexedDocument] => [id, createIndexedDocument(id, { text })]),
  );
  const [candidate] = createCandidates('harbour/a', TEXT);
  if (!candidate) throw new Error('there is no sentence');
  const ids = [...documents.values()].map(({ document }) => document.id);
  const loaded = {
    documents: new Map([...documents.values()].map((indexed) => [indexed.document.id, indexed])),
    tokenize: (text: string) => [...splitWords(text, english)],
  };
  return copiesOfQuoted([growExcerpt(candidate)], new Set(ids), loaded).get(candidate.document.id) ?? [];
}

test('a near copy that contains what is quoted is named, in the order of ids', async () => {
  expect(await copiesAmong({ 'harbour/c': `${TEXT} It rained.`, 'harbour/b': `Harbour: ${TEXT}` })).toEqual([
    'harbour/b',
    'harbour/c',
  ]);
});

test('a near copy without the sentence quoted is none', async () => {
  expect(await copiesAmong({ 'harbour/b': REST })).toEqual([]);
});

test('a near copy with another number in that sentence is none', async () => {
  expect(await copiesAmong({ 'harbour/b': TEXT.replace('40', '41') })).toEqual([]);
});

test('a near copy with another number in words in that sentence is none', async () => {
  expect(await copiesAmong({ 'harbour/b': TEXT.replace('heavy', 'four-day') })).toEqual([]);
});

test('a near copy with the sentence in nearly the same words is named', async () => {
  expect(await copiesAmong({ 'harbour/b': TEXT.replace('heavy', 'violent') })).toEqual(['harbour/b']);
});

test('another document is none, and no document is a copy of itself', async () => {
  expect(await copiesAmong({ 'harbour/b': 'Two bears were born at the zoo.' })).toEqual([]);
});

test('hits in near copies are folded into the best one, unless they say something else', async () => {
  const english = await loadLanguage('en');
  const texts = {
    'harbour/a': TEXT,
    'harbour/b': `${TEXT} It rained.`,
    'harbour/c': TEXT.replace('lost', 'found'),
  };
  const documents = new Map(
    Object.entries(texts).map(([id, text]) => {
      const indexed = createIndexedDocument(id, { text });
      return [indexed.document.id, indexed] as const;
    }),
  );
  const hits = [...documents.values()].map(({ document }) => ({
    document,
    slice: { start: 0, end: FIRST.length },
  }));
  const folded = foldCopies(hits, { documents, tokenize: (text) => splitWords(text, english) });
  expect(folded.hits.map(({ document }) => document.id)).toEqual(['harbour/a', 'harbour/c']);
  expect([...folded.copies]).toEqual([['harbour/a', ['harbour/b']]]);
});
