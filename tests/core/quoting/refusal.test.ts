import { beforeAll, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, loadOwnCorpus, openLocalChat } from '../../fakes/local-chat.ts';

let chat: LocalChat;

beforeAll(async () => {
  chat = await openLocalChat(await loadOwnCorpus());
});

describe('a question that the documents do not answer', () => {
  test.each([
    ['what nobody has heard of', 'What is a hypersonic glide vehicle?'],
    ['somebody who is in no document', 'What does Turkey think of the office in Tokyo?'],
    ['something of a name that is there', 'Is there a zoo in Tokyo?'],
    ['something else of a name that is there', 'Who is the king of Japan?'],
    ['mostly words that are in no document', 'Who took the top image?'],
    ['a year that is there', 'What was the price of gold in 2024?'],
    ['a length of time that nothing tells', 'How long has NATO existed?'],
    ['a price that nothing tells', 'How much will the liaison office cost?'],
    ['a year that is not there', 'What did the summit of 2019 decide?'],
  ])('is refused: %s', async (_what, question) => {
    expect((await chat.say(question, question)).kind).toBe('nothing');
  });

  test('is refused as a follow-up too, though what was said before speaks for its documents', async () => {
    await chat.say('/brief nato-asia', 'brief');
    expect((await chat.say('How long has NATO existed?', 'brief')).kind).toBe('nothing');
    expect((await chat.say('What does France think?', 'brief')).kind).toBe('answer');
  });

  test('is told which of its words are nowhere, and shown at most two passages, marked weak', async () => {
    const reply = await chat.say('Is there a zoo in Tokyo?', 'zoo');
    expect(reply.unknownWords).toEqual(['zoo']);
    expect(reply.nearest.length).toBeLessThanOrEqual(2);
    expect(reply.nearest.every(({ weak }) => weak)).toBe(true);
    expect(reply.text).toMatch(/^Nothing in 5 documents answers this\. Not found anywhere: ‘zoo’\./);
  });
});

describe('a question that the documents answer', () => {
  test.each([
    'Who will pay for the office?',
    'When will the office in Tokyo open?',
    'How many partners has NATO in the Indo-Pacific?',
    'What does France think?',
    'Which countries already have a NATO liaison office?',
    'Why did Makron worry about the Tokio ofice?',
  ])('is answered, however few its words or whatever their spelling: %s', async (question) => {
    expect((await chat.say(question, question)).kind).toBe('answer');
  });
});

describe('two sources that differ', () => {
  const ask = async (question: string, ...texts: readonly string[]) => {
    const documents = texts.map((text, at) => createDocument(`town/${at}`, { text }));
    const differing = await openLocalChat(createContents(documents));
    return (await differing.say(question)).points.map(({ text }) => text).sort();
  };

  test('in a "not" are both shown', async () => {
    const yes = 'The minister supports the new pier in Port Selma.';
    const no = 'The minister does not support the new pier in Port Selma.';
    expect(await ask('Does the minister support the new pier?', yes, no)).toEqual([no, yes]);
  });

  test('in a figure are both shown', async () => {
    const low = 'Nordbau put the cost of the new bridge at 3 million crowns in 2021.';
    const high = 'Nordbau put the cost of the new bridge at 41 million crowns in 2024.';
    expect(await ask('What does the new bridge cost?', low, high)).toEqual([low, high].sort());
  });

  test('in nothing are one voice', async () => {
    const same = 'Mayor Ilse Brandt presented the budget for the works on Tuesday.';
    const longer = `${same} She said that the ferry company would receive four million crowns.`;
    expect(await ask('Who presented the budget?', longer, longer)).toHaveLength(1);
  });
});

test('an amount is found whether it has the word or the sign of its currency', async () => {
  const text = 'The council sold the ferry for $40,000. The lamp was lit in May.';
  const chat = await openLocalChat(createContents([createDocument('harbour/ferry', { text })]));
  const reply = await chat.say('How many US dollars did the council sell the ferry for?');
  expect(reply.points[0]?.text).toBe('The council sold the ferry for $40,000.');
});

test('a question is rather answered in its own language', async () => {
  const chat = await openLocalChat(
    createContents([
      createDocument('web/ja', { language: 'ja', text: 'AndroidのサポートはHafnarではまだ実験的です。' }),
      createDocument('web/ko', {
        language: 'ko',
        text: 'Android에서 Hafnar 지원은 아직 실험적입니다.',
      }),
    ]),
  );
  const reply = await chat.say('안드로이드에서 Hafnar를 쓸 수 있나요?');
  expect(reply.points[0]?.document).toBe('web/ko');
});
