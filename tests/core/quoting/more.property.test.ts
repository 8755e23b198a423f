import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import { answerRetrieval, findAnswer } from '../../../src/core/quoting/answer.ts';
import { answerTypeOf } from '../../../src/core/quoting/answer-type-of.ts';
import { type Brief, type BriefOptions, composeBrief } from '../../../src/core/quoting/brief.ts';
import { retrieveForBrief } from '../../../src/core/quoting/brief-candidates.ts';
import { composeDifferences } from '../../../src/core/quoting/differences/compose-differences.ts';
import { BRIEF_BUDGETS } from '../../../src/core/quoting/excerpt-budget.ts';
import { placeOf } from '../../../src/core/quoting/excerpts.ts';
import type { QuotedPlace } from '../../../src/core/quoting/quoted-place.ts';
import { composeTimeline, timelineRetrieval } from '../../../src/core/quoting/timeline.ts';
import { composeVoices } from '../../../src/core/quoting/voices/compose-voices.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents } from '../../fakes/documents.ts';
import { FERRY_TOPIC, ferryDocuments } from '../../fakes/ferry-texts.ts';

// Whether there is more was once found out by composing a second time, without what the first had quoted.

const RUNS = { numRuns: 40 };
const length = fc.constantFrom('30s' as const, '1m' as const, '3m' as const);

test('a brief has more exactly if the next one quotes something', async () => {
  await fc.assert(
    fc.asyncProperty(ferryDocuments, length, fc.boolean(), async (documents, budget, isNarrow) => {
      const { candidates } = await briefCandidates(documents);
      const among = isNarrow ? { among: new Set(documents.slice(0, 2).map(({ id }) => id)) } : {};
      const options = { budget: BRIEF_BUDGETS[budget], ...among };
      everyRound((shown) => composeBrief(candidates, { ...options, shown }));
    }),
    RUNS,
  );
});

test('a timeline has more exactly if the next one quotes something', async () => {
  await fc.assert(
    fc.asyncProperty(ferryDocuments, length, async (documents, budget) => {
      const { retriever, scope } = await openRetriever(createContents(documents));
      const query = await retriever.parse(FERRY_TOPIC.query, scope);
      const [candidates = []] = await retriever.retrieve([timelineRetrieval(query)], scope);
      everyRound((shown) => composeTimeline(candidates, { budget: BRIEF_BUDGETS[budget], shown }));
    }),
    RUNS,
  );
});

test('voices and differences have more exactly if the next ones quote something', async () => {
  await fc.assert(
    fc.asyncProperty(ferryDocuments, length, async (documents, size) => {
      const { retriever, scope } = await openRetriever(createContents(documents));
      const query = await retriever.parse(FERRY_TOPIC.query, scope);
      const [candidates = []] = await retriever.retrieve([timelineRetrieval(query)], scope);
      const [budget, tokenize] = [BRIEF_BUDGETS[size], await retriever.tokenizer()];
      everyRound((shown) => composeVoices(candidates, { budget, shown }));
      everyRound((shown) => composeDifferences(candidates, { budget, shown, tokenize }));
    }),
    RUNS,
  );
});

test('an answer has more exactly if the next one quotes something', async () => {
  const text = fc.constantFrom('What did the council say?', 'When was the ferry sold?', 'Who is Ada Lund?');
  await fc.assert(
    fc.asyncProperty(ferryDocuments, text, length, async (documents, asked, budget) => {
      const { retriever, scope } = await openRetriever(createContents(documents));
      const query = await retriever.parse(asked, scope);
      const turn = { text: asked, kind: answerTypeOf(asked), bare: false, concepts: query.concepts };
      const question = { turn, query, asked: query };
      const [candidates = []] = await retriever.retrieve([answerRetrieval(question)], scope);
      const statistics = await retriever.statistics(query.concepts, scope);
      const options = { statistics, budget: BRIEF_BUDGETS[budget], onlyNew: true };
      const answer = (shown: readonly QuotedPlace[]) =>
        findAnswer(question, candidates, { ...options, shown });
      if (answer([]).answered) everyRound(answer);
      else expect(answer([]).more).toBe(false);
    }),
    RUNS,
  );
});

async function briefCandidates(documents: readonly Document[]) {
  const { retriever, scope } = await openRetriever(createContents(documents));
  const query = await retriever.parse(FERRY_TOPIC.query, scope);
  return { candidates: await retrieveForBrief(retriever, scope, { query, aspects: FERRY_TOPIC.aspects }) };
}

/** Composes until nothing is left, and compares what each reply says of the next with the next. */
function everyRound(compose: (shown: BriefOptions['shown']) => Brief): void {
  let shown: readonly QuotedPlace[] = [];
  let reply = compose(shown);
  while (reply.quotations.length > 0) {
    shown = [...shown, ...reply.quotations.map(({ excerpt }) => placeOf(excerpt))];
    const next = compose(shown);
    expect(reply.more).toBe(next.quotations.length > 0);
    reply = next;
  }
  expect(reply.more).toBe(false);
}
