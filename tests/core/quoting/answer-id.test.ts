import { expect, test } from 'vitest';
import { ANSWER_ID, answerId, audienceKey } from '../../../src/core/quoting/answer-id.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

test('the same parts give the same id, others another', () => {
  expect(answerId(['ferry', 1])).toMatch(ANSWER_ID);
  expect(answerId(['ferry', 1])).toBe(answerId(['ferry', 1]));
  expect(answerId(['ferry', 2])).not.toBe(answerId(['ferry', 1]));
});

test('ids stay what they are from release to release', () => {
  expect(answerId(['ferry', null, audienceKey(LOCAL)])).toBe('3bzs2wplj6c7');
});

test('an audience is hashed by its place and person, not by what its platform declares', () => {
  expect(JSON.stringify(audienceKey({ ...LOCAL, local: false }))).toBe(
    '{"platform":"terminal","workspace":"local","channel":"terminal","user":"local","private":false}',
  );
});
