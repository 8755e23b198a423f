import { expect, test } from 'vitest';
import { afterTurn, NEW_CONVERSATION } from '../../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../../src/core/conversations/follow-up.ts';
import { surroundings } from '../../../src/core/conversations/surroundings.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { NothingReply } from '../../../src/core/replies/reply.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';

const FERRY = createDocument('harbour/ferry', {
  text: 'The ferry to the island was sold in spring. The lighthouse keeper bought it.\n\nThe pier is of oak.',
});
const PIER = createDocument('town/pier', { text: 'The council met. A pier was built of steel.' });
const NOTHING = { kind: 'nothing', id: null } as NothingReply;

async function talk(...questions: readonly string[]) {
  const { retriever, scope } = await openRetriever(createContents([FERRY, PIER]));
  let conversation = NEW_CONVERSATION;
  for (const text of questions) {
    const question = await parseQuestion(retriever, {
      text,
      conversation,
      scope,
      synonyms: [],
      at: new Date(0),
    });
    conversation = afterTurn(conversation, question, NOTHING);
  }
  return { retriever, scope, conversation };
}

test('a conversation was about its questions, the latest most', async () => {
  const { retriever, scope, conversation } = await talk('Who sold the ferry?', 'What is the pier made of?');
  const { concepts } = await surroundings(retriever, conversation, scope);
  const weight = (word: string) => concepts.find(({ written }) => written === word)?.weight ?? 0;
  expect(weight('pier')).toBeGreaterThan(weight('ferry'));
  expect(weight('ferry')).toBeGreaterThan(0);
  expect(concepts.some(({ essential }) => essential)).toBe(false);
});

test('everyday words say least of what it was about', async () => {
  const { retriever, scope, conversation } = await talk('Which people met at the lighthouse?');
  const { concepts } = await surroundings(retriever, conversation, scope);
  const weight = (word: string) => concepts.find(({ written }) => written === word)?.weight ?? 0;
  expect(weight('people')).toBeLessThan(weight('lighthouse'));
});

test('it was also about what was shown, a little, unless that may not be read', async () => {
  const { retriever, scope, conversation } = await talk('Who sold the ferry?');
  const shown = [{ document: FERRY.id, start: 0, end: FERRY.text.indexOf('\n') }];
  const about = async (collections: readonly CollectionId[]) =>
    (await surroundings(retriever, { ...conversation, shown }, { ...scope, collections })).concepts;
  const keeper = (await about(scope.collections)).find(({ written }) => written === 'lighthouse');
  expect(keeper?.weight).toBeLessThan(0.2);
  expect((await about([PIER.collection])).some(({ written }) => written === 'lighthouse')).toBe(false);
});

test('a question that opens a conversation or a new subject has no surroundings', async () => {
  const { retriever, scope, conversation } = await talk('Who sold the ferry?');
  const parse = (text: string, said = conversation) =>
    parseQuestion(retriever, { text, conversation: said, scope, synonyms: [], at: new Date(0) });
  expect((await parse('And the pier?')).around?.concepts.length).toBeGreaterThan(0);
  expect((await parse('And the pier?', NEW_CONVERSATION)).around).toBeUndefined();
  expect((await parse('New topic: who built the pier?')).around).toBeUndefined();
});
