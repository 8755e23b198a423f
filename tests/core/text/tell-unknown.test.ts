import { expect, test } from 'vitest';
import { tellUnknown } from '../../../src/core/text/tell-unknown.ts';

test.each([
  ['When will the pier open?', ['will', 'the', 'open'], ['open']],
  ['Will the pier open?', ['Will', 'open'], ['open']],
  ['What did Will Quay say of the pier?', ['Will', 'Quay'], ['Will', 'Quay']],
  ['Wann wird der Pier geöffnet?', ['wird', 'der', 'geöffnet'], ['geöffnet']],
  ['Quand est-ce que le quai sera ouvert ?', ['que', 'le', 'ouvert'], ['ouvert']],
  ['Who started the war?', ['war'], ['war']],
  ['What of the island?', [], []],
])('of %j and the words %j, %j are told', async (question, words, told) => {
  expect(await tellUnknown(words, question)).toEqual(told);
});
