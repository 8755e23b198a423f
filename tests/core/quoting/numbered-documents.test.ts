import { expect, test } from 'vitest';
import { findNumbered } from '../../../src/core/quoting/numbered-documents.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';

const LAMPS = createDocument('peps/pep-0008', { text: 'Lamps are lit at dusk.' });
const PIERS = createDocument('peps/pep-0080', {
  text: 'PEP 8 says when lamps are lit; piers are closed at dusk.',
});
const TOLLS = createDocument('rfcs/0243-tolls', { text: 'Tolls are paid by ships.' });
const FEES = createDocument('eips/eip-1559', { text: 'The base fee is burned.' });
const BUDGET = createDocument('finance/budget-2025', { text: 'Lamps cost more.' });
const DATED = ['town/minutes-2024-05-17', 'blog/2024/05-17-lamp'].map((id) =>
  createDocument(id, { text: 'Lamps were bought.' }),
);
const ALL = [LAMPS, PIERS, TOLLS, FEES, BUDGET, ...DATED];

async function named(question: string) {
  const { library, scope } = await openRetriever(createContents(ALL));
  const found = await findNumbered(library, await queryFor(question), scope);
  return found && [...found.among];
}

test.each([
  ['What does PEP 8 say of lamps?', ['peps/pep-0008']],
  ['What does RFC 243 say of tolls?', ['rfcs/0243-tolls']],
  ['What does EIP-1559 burn?', ['eips/eip-1559']],
  ['Who wrote PEP 80 and RFC 243?', ['peps/pep-0080', 'rfcs/0243-tolls']],
  ['What do PEPs 8 say of lamps?', ['peps/pep-0008']],
  ['What does pep-0008 say of lamps?', ['peps/pep-0008']],
  ['What does the Budget 2025 say of lamps?', ['finance/budget-2025']],
  ['What do the Minutes 2024 say of lamps?', null],
  ['What does Blog 5 say of lamps?', null],
  ['What does PEP 800 say of lamps?', null],
  ['What happened on May 8?', null],
  ['Which 8 lamps are lit?', null],
])('finds the documents that a question names by their number: %s', async (question, ids) => {
  expect(await named(question)).toEqual(ids);
});

test('all that a question names is looked up at once, and nothing if it names none', async () => {
  const asked: (readonly string[])[] = [];
  const library = {
    numbered: async (_: unknown, keys: readonly string[]) => {
      asked.push(keys);
      return [];
    },
  };
  const find = async (question: string) =>
    findNumbered(library, await queryFor(question), { collections: [] });
  expect(await find('Did Boeing 737, Windows 11 and Article 5 change PEP 8 or PEP 8?')).toBeNull();
  expect(asked).toEqual([['boeing 737', 'window 11', 'article 5', 'pep 8']]);
  expect(await find('Who lit lamps in 8 towns?')).toBeNull();
  expect(asked).toHaveLength(1);
});

test('answers out of the document that a question names by its number, though its text never says it', async () => {
  const { retriever, scope } = await openRetriever(createContents([LAMPS, PIERS, TOLLS, FEES]));
  const query = await queryFor('When are lamps lit in PEP 8?');
  const [candidates = []] = await retriever.retrieve([{ query, explicit: query, answerType: 'when' }], scope);
  const best = candidates.toSorted((a, b) => b.score - a.score)[0];
  expect(best?.document.id).toBe('peps/pep-0008');
});
