import { expect, test } from 'vitest';
import { composeAnswerReply } from '../../../src/core/quoting/answer-reply.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const STAGE = createDocument('harbour/stage', {
  text: 'The ferry waited.\n\n“To be, or not to be,” said the actor. “To be or not to be” is on his coat.',
});
const BEARS = createDocument('zoo/bears', { text: 'It was to be fed, or not. Not one bear was to be seen.' });

const NEW = 'New topic: ';

async function ask(text: string, onlyNew = false) {
  const { retriever, library, scope } = await openRetriever(createContents([STAGE, BEARS]));
  const query = await retriever.parse(text.replace(NEW, ''), scope);
  const kind = text.startsWith('Who') ? 'who' : 'any';
  const shown = onlyNew
    ? [{ document: STAGE.id, start: STAGE.text.indexOf('“To be'), end: STAGE.text.length }]
    : [];
  return composeAnswerReply(retriever, library, {
    question: { turn: { text, kind, bare: false, concepts: query.concepts }, query, asked: query },
    ...{ topic: null, turns: [], shown, onlyNew, audience: LOCAL, conversation: 'here' },
  });
}

test('a saying of function words alone is answered with the sentences that hold it', async () => {
  const reply = await ask('“To be or not to be”');
  expect(reply).toMatchObject({ kind: 'answer', unknownWords: [] });
  expect('points' in reply && reply.points.map(({ text }) => text)).toEqual([
    '“To be, or not to be,” said the actor.',
  ]);
});

test('words that only open a new subject are no part of it', async () => {
  expect(await ask(`${NEW}to be or not to be`)).toMatchObject({ kind: 'answer' });
});

test.each([
  ['a saying that stands nowhere', 'to be or not to have been'],
  ['two words', 'to be'],
  ['two words on a new subject', `${NEW}to be`],
  ['a question of function words', 'Who is to be or not to be?'],
])('%s is not', async (_, text) => {
  expect(await ask(text)).toMatchObject({ kind: 'nothing' });
});

test('what was shown is not shown again', async () => {
  expect(await ask('to be or not to be', true)).toMatchObject({ kind: 'nothing' });
});
