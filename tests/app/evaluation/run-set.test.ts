import { beforeAll, describe, expect, test } from 'vitest';
import { parseJudgedSet } from '../../../src/app/evaluation/judged-set.ts';
import { type RunLine, runJudgedSet } from '../../../src/app/evaluation/run-set.ts';
import { createMiniSearchIndex } from '../../../src/core/search/minisearch/minisearch-index.ts';

const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const LAMP = 'The keeper Ada Quill lit the lamp at dusk. She came from the north.';
const SET = parseJudgedSet('harbour', {
  documents: lines(
    { id: 'lamp', text: LAMP },
    { id: 'lamps', text: 'Lamps are sold at the pier. A keeper buys them.' },
    { id: 'ferry', text: 'The ferry sails at noon.' },
  ),
  queries: lines(
    { id: 'who', text: 'Who lit the lamp?' },
    {
      ...{ id: 'again', text: 'Who lit the lamp?' },
      history: [{ role: 'assistant', text: 'The keeper Ada Quill lit\nthe lamp at dusk.' }],
    },
    { id: 'off', text: 'How do volcanoes erupt in Iceland?' },
  ),
  relevant: '',
  answers: '',
});

let run: readonly RunLine[];
const progress: (readonly [number, number])[] = [];

beforeAll(async () => {
  run = await runJudgedSet(SET, createMiniSearchIndex(), (done, of) => progress.push([done, of]));
});

describe('the run of a judged set', () => {
  test('has a line for each query, in order, and reports progress before each', () => {
    expect(run.map(({ query_id }) => query_id)).toEqual(['who', 'again', 'off']);
    expect(progress).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  test('ranks the excerpts shown first, and then each document found once', () => {
    const ranked = run[0]?.ranked ?? [];
    expect(ranked[0]).toMatchObject({ doc_id: 'lamp', passage_text: LAMP }); // “She …” goes on about the keeper
    const documents = ranked.filter(({ passage_text }) => passage_text === '').map(({ doc_id }) => doc_id);
    expect(documents).toEqual(['lamp', 'lamps']);
  });

  test('ranks a document lower that an earlier answer quoted', () => {
    const scores = run
      .slice(0, 2)
      .map(({ ranked }) => ranked.find(({ passage_text }) => passage_text === '')?.score);
    expect(scores[1]).toBeLessThan(scores[0] ?? 0);
  });

  test('abstains from a question that no document answers, and shows no excerpt', () => {
    expect(run[2]).toMatchObject({ abstained: true, ranked: [] });
  });
});
