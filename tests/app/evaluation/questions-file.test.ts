import { describe, expect, test } from 'vitest';
import { parseQuestions } from '../../../src/app/evaluation/questions-file.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

const PIER = {
  id: 'q1',
  question: 'Who pays?',
  evidence: [{ document: 'may.txt', text: 'The council pays' }],
};
const lines = (...values: readonly unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('a file of questions', () => {
  test('needs no more than id, question and evidence', () => {
    expect(parseQuestions('q.jsonl', `\uFEFF${lines('', PIER, '')}`)).toEqual([
      { ...PIER, line: 2, history: [], answerable: true, sameDocument: false, kind: null, half: null },
    ]);
  });

  test('may have questions without an answer', () => {
    const [question] = parseQuestions('q.jsonl', lines({ id: 'q', question: 'Who?', answerable: false }));
    expect(question?.answerable).toBe(false);
  });

  test.each([
    ['{"id": "q1"', 'this is no JSON object on one line'],
    ['[]', 'expected object'],
    [{ ...PIER, id: '' }, 'id: must not be empty'],
    [{ ...PIER, evidence: [] }, 'evidence: an answerable question needs evidence'],
    [{ ...PIER, evidence: [{ document: 'may.txt' }] }, 'evidence.0.text: '],
    [{ ...PIER, answerble: true }, 'answerble'],
    [{ ...PIER, history: ['Who?'] }, 'history.0: '],
  ])('names the line of what is wrong: %j', (wrong, problem) => {
    const parse = () => parseQuestions('set/q.jsonl', lines({ ...PIER, id: 'a' }, wrong));
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(`set/q.jsonl:2: `);
    expect(parse).toThrow(problem);
  });

  test('tells all wrong lines at once, and ids used twice', () => {
    const parse = () => parseQuestions('q.jsonl', lines(PIER, '{', PIER));
    expect(parse).toThrow(/q\.jsonl:2: .*\nq\.jsonl:3: the id "q1" is that of line 1\n/);
  });
});
