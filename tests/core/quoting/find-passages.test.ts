import { expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../../src/core/library/documents/document.ts';
import { findPassages } from '../../../src/core/quoting/find-passages.ts';
import type { RetrievalRequest } from '../../../src/core/quoting/retriever.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';

const town = Array.from({ length: 4 }, (_, at) =>
  createDocument(`town/${at}`, {
    text: `The ferry, the ferry and the ferry of year ${at}.`,
    published: `202${at}-05-01`,
  }),
);
const LONG = `${'A long text about lamps and piers and storms. '.repeat(12)}The ferry sank.`;
const harbour = createDocument('harbour/log', { text: LONG, published: '2019-05-01', author: 'Ada Quay' });

async function found(question: string, given: Partial<RetrievalRequest> = {}) {
  const { retriever, scope } = await openRetriever(createContents([...town, harbour]));
  const query = await queryFor(question);
  const request = { query, explicit: query, answerType: 'any', passages: 2, ...given } as const;
  const { places } = await findPassages(retriever.index, request, scope);
  return new Set(places.map(({ document }) => document));
}

test('finds the best passages of all', async () => {
  expect(await found('ferry')).not.toContain('harbour/log');
});

test('also finds those of a collection that the question names', async () => {
  expect(await found('ferry in the harbour log')).toContain('harbour/log');
  expect(await found('What does harbour say of the ferry?')).toContain('harbour/log');
});

test('takes names in a row for the collection that their initials are', async () => {
  const bank = createDocument('pbq/report', { text: LONG });
  const { retriever, scope } = await openRetriever(createContents([...town, bank]));
  const find = async (question: string) => {
    const query = await queryFor(question);
    const request = { query, explicit: query, answerType: 'any', passages: 2 } as const;
    return findPassages(retriever.index, request, scope);
  };
  expect((await find('What does the Port Board of Quay do with the ferry?')).named?.collections).toEqual([
    'pbq',
  ]);
  expect((await find('What does the port board do with the ferry?')).named).toBeNull();
});

test('ranks the best of a named collection with the best of all, though its texts never say the name', async () => {
  const { retriever, scope } = await openRetriever(createContents([...town, harbour]));
  const query = await queryFor('What does harbour log say of the ferry?');
  const request = { query, explicit: query, answerType: 'any', passages: 2 } as const;
  const { places, best } = await findPassages(retriever.index, request, scope);
  expect(places.find(({ document }) => document === 'harbour/log')?.score).toBeCloseTo(best, 10);
});

test('also finds what somebody wrote whose statements it asks for, though nothing there names them', async () => {
  expect(await found('What does Quay say about the ferry?', { answerType: 'statement' })).toContain(
    'harbour/log',
  );
  expect(await found('Where does Quay see the ferry?', { answerType: 'where' })).not.toContain('harbour/log');
  expect(await found('What does Lund say about the ferry?', { answerType: 'statement' })).not.toContain(
    'harbour/log',
  );
});

test('also finds those of the period that it asks about', async () => {
  expect(await found('ferry', { period: { since: '2019', before: '2020' } })).toContain('harbour/log');
});

test('also finds those of the documents quoted last, with what was said before', async () => {
  const around = await queryFor('lamps');
  const recent = new Set(['town/3' as DocumentId]);
  expect(await found('ferry', { around, recent, passages: 1 })).toContain('town/3');
});

test('never leaves the scope', async () => {
  const { retriever } = await openRetriever(createContents([...town, harbour]));
  const query = await queryFor('What does harbour say of the ferry?');
  const scope = { collections: ['town' as CollectionId] };
  const { places } = await findPassages(
    retriever.index,
    { query, explicit: query, answerType: 'any' },
    scope,
  );
  expect(places.some(({ document }) => document === 'harbour/log')).toBe(false);
});

test('looks for what was said before in the collection that a follow-up names, and nowhere else', async () => {
  const { retriever, scope } = await openRetriever(createContents([...town, harbour]));
  const [query, around] = [await queryFor('And the harbour?'), await queryFor('ferry')];
  const request = { query, explicit: query, around, answerType: 'any' } as const;
  const { places } = await findPassages(retriever.index, request, scope);
  const inContext = places.filter(({ context }) => (context?.document ?? 0) > 0);
  expect(new Set(inContext.map(({ document }) => document))).toEqual(new Set(['harbour/log']));
});
