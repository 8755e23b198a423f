import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import {
  type AnswerRequest,
  checkQuestion,
  composeAnswerReply,
  searchAnswer,
} from '../../../src/core/quoting/answer-reply.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { FERRY_TOPIC } from '../../fakes/ferry-texts.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const SOLD = createDocument('harbour/sold', { text: 'The council sold the ferry to Ada Lund.' });
const BEARS = createDocument('zoo/bears', { text: 'The ferry company sold two young bears.' });

async function answer(text: string, documents: readonly Document[], given: Partial<AnswerRequest> = {}) {
  const { retriever, library, scope } = await openRetriever(createContents(documents));
  const query = await retriever.parse(text, scope);
  const turn = { text, kind: 'who', bare: false, concepts: query.concepts } as const;
  return composeAnswerReply(retriever, library, {
    ...{ question: { turn, query, asked: query }, topic: null, turns: [], shown: [], onlyNew: false },
    ...{ audience: LOCAL, conversation: 'here' },
    ...given,
  });
}

const QUESTION = 'Who sold the ferry?';

describe('an answer', () => {
  test('repeats its question and counts all that its audience can read', async () => {
    const topic = { ...FERRY_TOPIC, collections: [SOLD.collection] };
    const reply = await answer(QUESTION, [SOLD, BEARS], { topic });
    expect(reply).toMatchObject({
      ...{ kind: 'answer', command: 'ask', conversation: 'here', topic: 'ferry', question: QUESTION },
      ...{ coverage: { documents: 2, newest: null, undated: 2 }, unknownWords: [] },
    });
    expect(reply.sources.map(({ document }) => document)).toEqual([SOLD.id]);
  });

  test('that there is none names the words that occur nowhere', async () => {
    const reply = await answer('Is there a volcano in Iceland?', [SOLD]);
    expect(reply).toMatchObject({ kind: 'nothing', unknownWords: ['volcano', 'Iceland'], more: false });
  });

  test('is what the question gets by itself if what was said before leads nowhere', async () => {
    const { retriever, scope } = await openRetriever(createContents([SOLD]));
    const lost: typeof retriever = {
      ...retriever,
      retrieve: async (requests, where) =>
        requests.some(({ around }) => around) ? [[]] : retriever.retrieve(requests, where),
    };
    const asked = async (text: string) => {
      const query = await retriever.parse(text, scope);
      const turn = { text, kind: 'who', bare: false, concepts: query.concepts } as const;
      const question = { turn, query, asked: query, around: query };
      return searchAnswer(lost, scope, { question, shown: [], onlyNew: false });
    };
    expect((await asked(QUESTION)).answered).toBe(true);
    expect((await asked('And the ferry?')).answered).toBe(false); // says too little by itself
  });

  test('has an id that changes with the conversation before it', async () => {
    const { id } = await answer(QUESTION, [SOLD]);
    expect((await answer(QUESTION, [SOLD])).id).toBe(id);
    const turn = { text: 'Who?', kind: 'who', bare: true, concepts: [] } as const;
    expect((await answer(QUESTION, [SOLD], { turns: [turn] })).id).not.toBe(id);
    expect((await answer(QUESTION, [SOLD], { onlyNew: true })).id).not.toBe(id);
  });
});

describe('a question', () => {
  test('is taken without the white space around it', () => {
    expect(checkQuestion('  Who? \n', [])).toBe('Who?');
  });

  test.each(['', '  ', '?!'])('is needed: "%s" is none, and a topic gives an example', (text) => {
    expect(() => checkQuestion(text, [FERRY_TOPIC])).toThrow(/What is said about The ferry\?/);
    expect(() => checkQuestion(text, [])).toThrow(/for example: What is new\?/);
  });

  test('has 2,000 characters at most', () => {
    expect(checkQuestion('x'.repeat(2000), [])).toHaveLength(2000);
    expect(() => checkQuestion('x'.repeat(2001), [])).toThrow(/2001 characters/);
  });
});
