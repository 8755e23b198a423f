import { expect, test } from 'vitest';
import { idInSet, parseJudgedSet } from '../../../src/app/evaluation/judged-set.ts';

const parse = (files: Partial<Parameters<typeof parseJudgedSet>[1]>) =>
  parseJudgedSet('harbour', { documents: '', queries: '', relevant: '', answers: '', ...files });
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

test('documents are a collection named after their set', () => {
  const [document] = parse({
    documents: line({ id: 'a/1', title: '', source: 'Herald', text: 'It rained.' }),
  }).documents;
  expect(document).toMatchObject({
    ...{ id: 'harbour/a/1', collection: 'harbour', title: null, publisher: 'Herald', text: 'It rained.' },
  });
  expect(document && idInSet(document.id, 'harbour')).toBe('a/1');
});

test('queries without words are left out, and a history may be absent', () => {
  const queries = line({ id: '1', text: 'Who?' }) + line({ id: '2', text: ' ' });
  expect(parse({ queries }).queries).toEqual([{ id: '1', text: 'Who?', history: [] }]);
});

test('relevance judgments are read under their heading, with a gain of 1 if none is given', () => {
  const { relevant } = parse({ relevant: 'query_id\tdoc_id\tgain\n1\ta\t2\n1\tb\n' });
  expect([...(relevant.get('1') ?? [])]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('answers are answerable unless they say otherwise', () => {
  const { answers } = parse({ answers: line({ query_id: '1', answers: ['Lund'] }) });
  expect(answers.get('1')).toEqual({
    ...{ answers: ['Lund'], evidence: [], answerable: true, kind: 'answerable' },
  });
});

test('a line of another form is refused', () => {
  expect(() => parse({ documents: line({ id: 3 }) })).toThrow();
  expect(() => parse({ queries: 'no JSON' })).toThrow();
});
