import { describe, expect, test } from 'vitest';
import { type AnswerOptions, findAnswer } from '../../../src/core/quoting/answer.ts';
import { type Candidate, compareCandidates } from '../../../src/core/quoting/candidate.ts';
import { ANSWER_BUDGETS } from '../../../src/core/quoting/excerpt-budget.ts';
import { placeOf } from '../../../src/core/quoting/excerpts.ts';
import { createCandidate } from '../../fakes/candidates.ts';

const SURE = { confidence: 1 };
const UNSURE = { confidence: 0.1 };
const QUESTION = {
  turn: { text: 'who sold it', kind: 'any', bare: false, concepts: [] },
  query: { concepts: [] },
  asked: { concepts: [] },
} as const;
const OPTIONS: AnswerOptions = {
  statistics: { passages: 100, frequencies: new Map() },
  ...{ budget: ANSWER_BUDGETS['1m'], shown: [], onlyNew: false },
};

const TEXTS = ['Lund sold the ferry.', 'The council bought a lamp.', 'A storm sank the boat.'];
const candidates = (measures: Partial<Candidate>, scores = [2, 1.9, 1.8]) =>
  TEXTS.map((text, at) =>
    createCandidate(`harbour/${at}`, text, { ...measures, score: scores[at] ?? 0 }),
  ).sort(compareCandidates);

const answer = (found: readonly Candidate[], options: Partial<AnswerOptions> = {}) => {
  const findings = findAnswer(QUESTION, found, { ...OPTIONS, ...options });
  return { ...findings, texts: findings.quotations.map(({ excerpt }) => excerpt.text) };
};

describe('an answer', () => {
  test('has the best excerpts in order', () => {
    expect(answer(candidates(SURE))).toMatchObject({
      answered: true,
      confidence: 1,
      texts: TEXTS,
      more: false,
    });
  });

  test('leaves out candidates that score far below the best', () => {
    expect(answer(candidates(SURE, [9, 6, 4])).texts).toEqual(TEXTS.slice(0, 2));
  });

  test('leaves out what is short and ends like no sentence, unless it is the best', () => {
    const heading = (score: number) =>
      createCandidate('harbour/9', 'Annex 2 - Ferries and lamps', { ...SURE, score });
    const with_ = (score: number) => [...candidates(SURE), heading(score)].sort(compareCandidates);
    expect(answer(with_(1)).texts).toEqual(TEXTS);
    expect(answer(with_(3)).texts).toEqual(['Annex 2 - Ferries and lamps', ...TEXTS]);
    expect(answer(with_(1)).verdict(heading(1))).toEqual({ kind: 'incomplete' });
  });

  test('says that there is more than fitted', () => {
    const budget = { maxPoints: 1, maxCharacters: 900 };
    expect(answer(candidates(SURE), { budget })).toMatchObject({ texts: TEXTS.slice(0, 1), more: true });
  });

  test('ranks what the conversation has quoted lower, unless it is the best', () => {
    const all = candidates({ ...SURE, covered: 1 });
    const shown = all.slice(0, 2).map(placeOf);
    expect(answer(all, { shown }).texts).toEqual([TEXTS[0], TEXTS[2], TEXTS[1]]);
  });

  test.each([
    ['lacks the kind of fact asked for', { covered: 1, fact: 0 }],
    ['has hardly a word of the question itself', { covered: 0.1 }],
  ])('ranks the best lower, too, if it was quoted and %s', (_, measures) => {
    const all = candidates({ ...SURE, ...measures });
    const shown = all.slice(0, 1).map(placeOf);
    expect(answer(all, { shown }).texts).toEqual([TEXTS[1], TEXTS[2], TEXTS[0]]);
  });

  test('follows up with a sentence that is about as good as the best and surer', () => {
    const [best, next] = candidates(UNSURE);
    const found = best && next ? [best, { ...next, ...SURE }] : [];
    const followUp = { ...QUESTION, around: { concepts: [] } };
    expect(findAnswer(followUp, found, OPTIONS).answered).toBe(true);
    expect(findAnswer(QUESTION, found, OPTIONS).answered).toBe(false);
  });

  test('leaves out what the conversation has quoted, if only new material is wanted', () => {
    const all = candidates(SURE);
    const shown = all.slice(0, 1).map(placeOf);
    expect(answer(all, { shown, onlyNew: true }).texts).toEqual(TEXTS.slice(1));
  });
});

describe('a question that nothing answers', () => {
  test('is shown the two nearest passages, marked weak', () => {
    const { answered, more, texts, quotations } = answer(candidates(UNSURE));
    expect([answered, more, texts]).toEqual([false, false, TEXTS.slice(0, 2)]);
    expect(quotations.every(({ weak }) => weak)).toBe(true);
  });

  test('is shown nothing, if nothing was found', () => {
    expect(answer([])).toMatchObject({ answered: false, confidence: 0, quotations: [], more: false });
  });

  test('is told which of its words occur nowhere', () => {
    const concept = { written: 'zoo', weight: 1, essential: true, specificity: 1 };
    const asked = { concepts: [{ ...concept, wordings: [{ terms: ['zoo'], weight: 1, pull: 1 }] }] };
    const { unknownWords, answered } = findAnswer({ ...QUESTION, asked }, candidates(UNSURE), OPTIONS);
    expect([unknownWords, answered]).toEqual([['zoo'], false]);
  });
});
