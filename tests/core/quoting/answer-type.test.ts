import { describe, expect, test } from 'vitest';
import { answerTypeOf, matchesAnswerType } from '../../../src/core/quoting/answer-type.ts';

describe('the answer type of a question', () => {
  test.each([
    ['How many ferries are there?', 'number'],
    ['Which year was it sold?', 'when'],
    ['Why was it sold?', 'reason'],
    ['Which other countries have one?', 'names'],
    ['Where was it sold?', 'where'],
    ['What does France think?', 'statement'],
    ['Who sold it?', 'who'],
    ['Was it sold?', 'any'],
    ['Warum wurde sie verkauft?', 'any'],
  ] as const)('%s', (question, answerType) => {
    expect(answerTypeOf(question)).toBe(answerType);
  });
});

describe('a sentence matches', () => {
  test.each([
    ['number', 'Twelve were sold.', 'Some were sold.'],
    ['when', 'It was sold in May.', 'It was sold.'],
    ['reason', 'It was sold because it was old.', 'It was sold.'],
    ['names', 'Japan, Korea and Australia have one.', 'They have one.'],
    ['where', 'It was sold in Tokyo.', 'It was sold.'],
    ['statement', 'The mayor warned that it is old.', 'It sank.'],
    ['who', 'It was sold by Lund.', 'It was sold.'],
  ] as const)('the type %s: "%s", not "%s"', (answerType, yes, no) => {
    expect([matchesAnswerType(yes, answerType), matchesAnswerType(no, answerType)]).toEqual([true, false]);
  });

  test('no type at all, if the question has none', () => {
    expect(matchesAnswerType('Twelve were sold in Tokyo in May.', 'any')).toBe(false);
  });
});
