import { describe, expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../../src/core/library/documents/document.ts';
import { scorePassages } from '../../../src/core/quoting/candidates.ts';
import type { RetrievalRequest } from '../../../src/core/quoting/retriever.ts';
import type { ScoringContext } from '../../../src/core/quoting/scoring.ts';
import type { Hit } from '../../../src/core/search/passage-index.ts';
import { loadLanguage } from '../../../src/core/text/languages.ts';
import { splitWords } from '../../../src/core/text/words.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';
import { queryFor } from '../../fakes/query.ts';

async function request(text: string, given: Partial<RetrievalRequest> = {}): Promise<RetrievalRequest> {
  const query = await queryFor(text);
  return { query, explicit: query, answerType: 'any', ...given };
}

/** The scored sentences of documents, each found by its first passage. */
async function score(wanted: RetrievalRequest, texts: readonly string[], scores: readonly number[] = []) {
  const english = await loadLanguage('en');
  const documents = texts.map((text, at) => createIndexedDocument(`harbour/${at}`, { text }));
  const hits: Hit[] = documents.map(({ document }, at) => ({
    ...{ document: document.id, passage: 0, score: scores[at] ?? 1, documentScore: 1 },
  }));
  const context: ScoringContext = {
    ...{ best: 1, named: null, statistics: { passages: 10, frequencies: new Map([['ferri', 3]]) } },
    documents: new Map(documents.map((indexed) => [indexed.document.id, indexed])),
    tokenize: (text) => [...splitWords(text, english)],
  };
  const found = scorePassages(hits, wanted, context);
  const textOf = ({ document, slice }: (typeof found)[number]) => document.text.slice(slice.start, slice.end);
  return { found, texts: found.map(textOf), hits, context };
}

describe('candidates', () => {
  test('that frame many documents come after those that answer as well, and are kept', async () => {
    const wanted = await request('ferry');
    const { hits, context } = await score(wanted, ['The ferry sank.', 'The ferry sank.']);
    const documents = new Map(
      [...context.documents].map(([id, indexed]) => [
        id,
        id === 'harbour/0' ? { ...indexed, repeated: [{ start: 0, end: 15 }] } : indexed,
      ]),
    );
    const found = scorePassages(hits, wanted, { ...context, documents });
    expect(found.map(({ document }) => document.id)).toEqual(['harbour/1', 'harbour/0']);
  });

  test('stand under the nearest heading, which is worth less the further it is above', async () => {
    const long = `It rained ${'and rained '.repeat(90)}long.`;
    const text = `# Ferries\n\nThe lamp fell.\n\n${long}\n\nIt was green.\n\n# Lamps\n\nThey shone.`;
    const { hits, context } = await score(await request('ferries'), [text]);
    const passages = context.documents.get(hits[0]?.document as DocumentId)?.passages ?? [];
    const all = passages.flatMap((_, passage) => hits.map((hit) => ({ ...hit, passage })));
    const found = scorePassages(all, await request('ferries'), context);
    const worth = found.toSorted((a, b) => a.slice.start - b.slice.start);
    const headings = worth.map(({ features }) => features?.heading ?? 0);
    expect(headings[0]).toBe(1);
    expect(headings.at(-2)).toBeLessThan(1);
    expect(headings.at(-2)).toBeGreaterThan(0.5);
    expect(headings.at(-1)).toBe(0);
  });

  test('of a document of another time than the question asks about hardly answer, if they don’t say that time', async () => {
    const period = { since: '2019-01-01', before: '2020-01-01' };
    const wanted = await request('the ferry in 2019', { period });
    const { hits, context } = await score(wanted, ['The ferry was sold.']);
    const confidenceIf = (published: string | null) => {
      const documents = new Map(
        [...context.documents].map(([id, indexed]) => [
          id,
          { ...indexed, document: { ...indexed.document, published } },
        ]),
      );
      return scorePassages(hits, wanted, { ...context, documents })[0]?.confidence ?? 0;
    };
    expect(confidenceIf('2024-03-01')).toBeLessThan(confidenceIf(null));
    expect(confidenceIf('2019-03-01')).toBeGreaterThan(confidenceIf(null));
  });

  test('of a passage that says the period asked about are as good as those of a document of that time', async () => {
    const period = { since: '2019-03-01', before: '2019-04-01' };
    const wanted = await request('the ferry in March 2019', { period });
    const texts = [
      'In March 2019 the ferry was sold.',
      'In 2019 the ferry was sold.',
      'In March the ferry sank.',
    ];
    const { hits, context } = await score(wanted, texts);
    const found = scorePassages(hits, wanted, context);
    const inPeriod = found.filter(({ features }) => features?.period === 1);
    expect(inPeriod.map(({ document }) => document.text)).toEqual(texts.slice(0, 1));
  });

  test('of a collection that the question names need not say its name', async () => {
    const wanted = await request('What does Harbour say about the ferry?');
    const { hits, context } = await score(wanted, ['The ferry was painted.']);
    const naming = new Set(wanted.query.concepts.filter(({ written }) => written === 'Harbour'));
    const collections = ['harbour' as CollectionId];
    const coveredIf = (named: ScoringContext['named']) =>
      scorePassages(hits, wanted, { ...context, named })[0]?.covered;
    expect(coveredIf({ collections, naming })).toBeGreaterThan(0.9);
    expect(coveredIf({ collections: ['town' as CollectionId], naming })).toBeLessThan(0.9);
  });

  test('of somebody’s own text need not name them where their statements are asked for', async () => {
    const wanted = await request('What does Quay say about the ferry?', { answerType: 'statement' });
    const texts = ['The ferry will be kept for years.', 'The ferry was painted in some years.'];
    const { hits, context } = await score(wanted, texts);
    const byQuay = (id: string) => (id === 'harbour/1' ? { author: 'Ada Quay' } : {});
    const documents = new Map(
      [...context.documents].map(([id, indexed]) => [
        id,
        { ...indexed, document: { ...indexed.document, ...byQuay(id) } },
      ]),
    );
    const [first] = scorePassages(hits, wanted, { ...context, documents });
    expect(first?.document.id).toBe('harbour/1');
    expect(first?.covered).toBeGreaterThan(0.9);
  });

  test('are as likely to answer as their own passage was found, and in a follow-up as the best one', async () => {
    const wanted = await request('ferry');
    const texts = ['The ferry sank.', 'The ferry sank.'];
    const { hits, context } = await score(wanted, texts, [1, 0.2]);
    const likely = (asked: RetrievalRequest) =>
      scorePassages(hits, asked, context).map(({ confidence }) => confidence);
    const [best = 0, other = 0] = likely(wanted);
    expect(other).toBeLessThan(best);
    expect(likely({ ...wanted, around: { concepts: [] } })).toEqual([best, best]);
  });

  test('of a follow-up are ranked by the search with what was said before, not by the question’s own', async () => {
    const wanted = await request('the ferry');
    const { hits, context } = await score(wanted, ['The ferry sank.', 'A ferry sank.'], [1, 0.2]);
    const found = [0.2, 1].map((share) => ({ passage: share, document: share }));
    const inContext = hits.map((hit, at) => ({ ...hit, context: found[at] ?? { passage: 0, document: 0 } }));
    const order = (asked: RetrievalRequest) =>
      scorePassages(inContext, asked, context).map(({ document }) => document.id);
    expect(order(wanted)).toEqual(['harbour/0', 'harbour/1']);
    expect(order({ ...wanted, around: await queryFor('storms') })).toEqual(['harbour/1', 'harbour/0']);
  });

  test('that have none of the names a follow-up brings count less for what was said before, and answer it less surely', async () => {
    const wanted = await request('And the ferries of Selma?', { around: await queryFor('ferries of Wick') });
    const { hits, context } = await score(wanted, ['Ferries of Wick sank.', 'Ferries of Selma sank.']);
    const inContext = hits.map((hit) => ({ ...hit, context: { passage: 1, document: 1 } }));
    const [selma, wick] = scorePassages(inContext, wanted, context);
    expect([selma?.document.id, wick?.document.id]).toEqual(['harbour/1', 'harbour/0']);
    expect(selma?.features?.contextDocument).toBe(1);
    expect(wick?.features?.contextDocument).toBeLessThan(0.5);
    const said = { ...wanted, around: await queryFor('ferries of Wick and Selma') };
    const known = scorePassages(inContext, said, context).find(({ document }) => document.id === 'harbour/0');
    expect(known?.features?.contextDocument).toBe(1);
    expect(known?.confidence).toBeGreaterThan(wick?.confidence ?? 1);
  });

  test('that say “today” may tell when, if their document is dated', async () => {
    const wanted = await request('the ferry', { answerType: 'when' });
    const { hits, context } = await score(wanted, ['Today the ferry was sold.']);
    const factIf = (published: string | null) => {
      const dated = [...context.documents].map(
        ([id, indexed]) => [id, { ...indexed, document: { ...indexed.document, published } }] as const,
      );
      return scorePassages(hits, wanted, { ...context, documents: new Map(dated) })[0]?.fact;
    };
    expect(factIf('2024-05-17')).toBe(0.5);
    expect(factIf(null)).toBe(0);
  });

  test('that put a question come after what answers', async () => {
    const { texts } = await score(await request('ferry'), [
      'My question is on the ferry. The ferry is old. Is the ferry safe?',
      'Among many other things the board keeps an old ferry.',
    ]);
    expect(texts[0]).toBe('Among many other things the board keeps an old ferry.');
  });

  test('of a document like the best ones come before those of one that matches as well', async () => {
    const { found } = await score(await request('ferry'), [
      'The ferry left the harbour.',
      'The ferry met a frog prince.',
      'The ferry entered the harbour.',
      'The ferry crossed the harbour.',
    ]);
    expect(found.at(-1)?.document.id).toBe('harbour/1');
  });

  test('are the sentences of the passages found, each with its passage', async () => {
    const { found } = await score(await request('ferry'), ['The ferry sank. It rained all day.']);
    expect(found.map(({ at, passage, sentences }) => [at, passage, sentences.length])).toEqual([
      [0, 0, 2],
      [1, 0, 2],
    ]);
    expect(found.map(({ slice }) => slice)).toEqual(found[0]?.sentences);
    expect(found[0]?.passageSlice).toMatchObject({ start: 0, end: 34 });
  });

  test('cover the share of the query that they contain, and their passage what it contains', async () => {
    const { found } = await score(await request('ferry storm'), [
      'The ferry and the storm came. The storm went.',
    ]);
    expect(found[0]).toMatchObject({ covered: 1, passageCovered: 1 });
    expect(found[1]?.covered).toBeGreaterThan(0);
    expect(found[1]?.covered).toBeLessThan(1);
  });

  test('are measured by what the person spelled out, and ranked by the whole query', async () => {
    const explicit = await queryFor('ferry');
    const { texts, found } = await score(await request('ferry storm', { explicit }), [
      'The ferry came late. A storm and a ferry came late.',
    ]);
    expect(texts[0]).toBe('A storm and a ferry came late.');
    expect(found.map(({ covered }) => covered)).toEqual([1, 1]);
  });

  test.each([
    ['a question', 'Will the ferry sink?', 'The ferry will sink.'],
    [
      'a longer sentence',
      `The ferry did sink ${'and the lamp went out '.repeat(8)}.`,
      'The ferry did sink in the night.',
    ],
    ['an item of a list', '2. the ferry did sink', 'The ferry did sink.'],
  ])('rank %s lower than a statement with the same words', async (_what, lower, higher) => {
    expect((await score(await request('ferry sink'), [lower, higher])).texts[0]).toBe(higher);
  });

  test('that fit the answer type of the question rank higher, and more so if it says little else', async () => {
    const texts = ['The ferry sank here.', 'The ferry sank in May 2023.'];
    const plain = (await score(await request('ferry'), texts)).found;
    const when = (await score(await request('ferry', { answerType: 'when' }), texts)).found;
    const bare = (await score(await request('ferry', { answerType: 'when', bare: true }), texts)).found;
    const dated = [plain, when, bare].map(
      (found) => found.find(({ document }) => document.id === 'harbour/1')?.score ?? 0,
    );
    expect(dated).toEqual(dated.toSorted((a, b) => a - b));
    expect(new Set(dated).size).toBe(3);
  });

  test('of a better passage rank higher', async () => {
    const { found } = await score(await request('ferry'), ['The ferry sank.', 'The ferry sank.'], [0.2, 1]);
    expect(found.map(({ document }) => document.id)).toEqual(['harbour/1', 'harbour/0']);
  });

  test('with equal scores are ordered by place', async () => {
    const { found } = await score(await request('ferry'), ['The ferry sank.', 'The ferry sank.']);
    expect(found.map(({ document }) => document.id)).toEqual(['harbour/0', 'harbour/1']);
  });

  test('of documents that no longer exist are left out', async () => {
    const wanted = await request('ferry');
    const { hits, context } = await score(wanted, ['The ferry sank.', 'A ferry sank.']);
    const left = new Map([...context.documents].slice(1));
    const found = scorePassages(hits, wanted, { ...context, documents: left });
    expect(found.map(({ document }) => document.id)).toEqual(['harbour/1']);
  });
});
