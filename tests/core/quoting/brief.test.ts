import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import type { Aspect } from '../../../src/core/library/topics/topic.ts';
import { type BriefOptions, composeBrief } from '../../../src/core/quoting/brief.ts';
import { retrieveForBrief } from '../../../src/core/quoting/brief-candidates.ts';
import { BRIEF_BUDGETS } from '../../../src/core/quoting/excerpt-budget.ts';
import { placeOf } from '../../../src/core/quoting/excerpts.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';

const FERRY = 'The ferry to the island was sold in May.';
const COUNCIL = 'The council wants another ferry for the island.';
const LUND = 'Lund said that the island needs no ferry.';
const STORM = 'A storm sank the old ferry off the island.';
const ASPECTS: readonly Aspect[] = [
  { label: 'Council', terms: ['council'] },
  { label: 'Lund', terms: ['Lund'] },
];

const documentsOf = (...texts: readonly string[]) =>
  texts.map((text, at) => createDocument(`harbour/${at}`, { text }));

async function brief(
  documents: readonly Document[],
  { aspects = [], ...options }: Partial<BriefOptions> & { readonly aspects?: readonly Aspect[] } = {},
) {
  const { retriever, scope } = await openRetriever(createContents(documents));
  const query = await retriever.parse('ferry island', scope);
  const candidates = await retrieveForBrief(retriever, scope, { query, aspects });
  return composeBrief(candidates, { budget: BRIEF_BUDGETS['3m'], shown: [], ...options });
}

const texts = ({ quotations }: Awaited<ReturnType<typeof brief>>) =>
  quotations.map(({ excerpt }) => excerpt.text);

describe('a brief', () => {
  test('starts with what the topic is about, even if the budget has one point', async () => {
    const far = 'The baker sold bread. '.repeat(30);
    const budget = { maxPoints: 1, maxCharacters: 10 };
    expect(texts(await brief(documentsOf(far, FERRY), { budget }))).toEqual([FERRY]);
  });

  test('then has one excerpt on each aspect, in their order, with its label', async () => {
    const { quotations } = await brief(documentsOf(LUND, COUNCIL, FERRY, STORM), { aspects: ASPECTS });
    const labelled = quotations.filter(({ label }) => label !== null);
    expect(labelled.map(({ label, excerpt }) => [label, excerpt.text]).slice(0, 2)).toEqual(
      [
        ['Council', COUNCIL],
        ['Lund', LUND],
      ].filter(([, text]) => text !== quotations[0]?.excerpt.text),
    );
  });

  test('labels no excerpt that mentions another aspect first', async () => {
    const both = 'Lund told the council that the ferry to the island is lost.';
    const { quotations } = await brief(documentsOf(FERRY, both), { aspects: ASPECTS });
    expect(quotations.find(({ excerpt }) => excerpt.text === both)?.label).not.toBe('Council');
  });

  test('leaves out the places that were shown, and its lead with them', async () => {
    const documents = documentsOf(FERRY, STORM);
    const first = await brief(documents, { budget: { maxPoints: 1, maxCharacters: 100 } });
    const shown = first.quotations.map(({ excerpt }) => placeOf(excerpt));
    expect(texts(await brief(documents, { shown }))).not.toContain(texts(first)[0]);
    expect(first.more).toBe(true);
  });

  test('quotes only the documents that it may', async () => {
    const documents = documentsOf(FERRY, STORM, COUNCIL);
    const { quotations } = await brief(documents, {
      among: new Set(documents.slice(1, 2).map(({ id }) => id)),
    });
    expect(quotations.map(({ excerpt }) => excerpt.document.id)).toEqual(['harbour/1']);
  });

  test('of nothing is empty, and has no more', async () => {
    expect(await brief(documentsOf('The baker sold bread.'))).toMatchObject({ quotations: [], more: false });
  });

  test('has no more once it has quoted all that is strong or on an aspect', async () => {
    const { quotations, more } = await brief(documentsOf(FERRY, STORM), { aspects: ASPECTS });
    expect([quotations.length, more]).toEqual([2, false]);
  });
});
