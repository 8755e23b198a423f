import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  text: '“The old ferry will be sold,” said Ada Lund, head of the port of Oslo. The ferry was built in 1962 in Bergen.',
  ...{ published: '2022-05-01', publisher: 'Port Gazette' },
});
const LAMP = createDocument('town/lamp', {
  text: 'The council will sell the old ferry and paint the lamp.',
  ...{ published: '2024-07-10', publisher: 'Coast Herald' },
});

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([FERRY, LAMP]));
});

const texts = async (line: string) => (await chat.say(line, 'a')).points.map(({ text }) => text);
const documents = async (line: string) => (await chat.say(line, 'a')).points.map(({ document }) => document);

describe('a question without words of its own', () => {
  test('is answered out of the excerpt above: who said it', async () => {
    await chat.say('/ask from:gazette Will the old ferry be sold?', 'a');
    expect((await texts('Who said that?'))[0]).toContain('said Ada Lund');
  });

  test('or out of a sentence beside it: when and where that was', async () => {
    await chat.say('/ask from:gazette Will the old ferry be sold?', 'a');
    expect((await texts('When was that?'))[0]).toContain('1962');
  });

  test('or is told that the text does not say it, with what is known of its document', async () => {
    await chat.say('/ask from:herald Who will sell the old ferry?', 'a');
    const { kind, note, points } = await chat.say('When was that?', 'a');
    expect([kind, points]).toEqual(['nothing', []]);
    expect(note).toBe(
      'Neither the excerpts above nor the sentences beside them say when. Their document is dated 10 Jul 2024.',
    );
  });
});

test('who said what nobody is said to have said is told in a sentence', async () => {
  await chat.say('/ask from:herald Will the council sell the old ferry?', 'a');
  const { kind, note, points } = await chat.say('Who said that?', 'a');
  expect([kind, points]).toEqual(['nothing', []]);
  expect(note).toBe('Neither the excerpts above nor the sentences beside them say who.');
});

test('a line of which no document has a word is not answered out of what was asked before', async () => {
  await chat.say('What about the old ferry?', 'a');
  expect(await chat.say('asdfgh', 'a')).toMatchObject({
    ...{ kind: 'nothing', points: [], nearest: [], unknownWords: ['asdfgh'] },
  });
});

test.each(['What can you do?', 'who are you', 'Hi, how do you work?', 'help me'])(
  'what Dossier is asked of itself is not searched for: %s',
  async (line) => {
    await chat.say('What about the old ferry?', 'a');
    const { kind, headline } = await chat.say(line, 'a');
    expect([kind, headline]).toEqual([
      'list',
      'Dossier answers questions with excerpts from 2 documents, word for word and with their sources.',
    ]);
  },
);

test.each(['How does it work?', 'What is this for?'])(
  'what may go on with the answer before is searched for: %s',
  async (line) => {
    await chat.say('What about the old ferry?', 'a');
    expect((await chat.say(line, 'a')).kind).not.toBe('list');
  },
);

describe('a word that narrows', () => {
  test('asks the latest question again of fewer documents', async () => {
    await chat.say('What about the old ferry?', 'a');
    expect(new Set(await documents('only Coast Herald'))).toEqual(new Set([LAMP.id]));
    const { question, note } = await chat.say('since 2023', 'a');
    expect(question).toBe('What about the old ferry?');
    expect(note).toBe('Only documents since 2023, from Coast Herald: 1 of 2.');
    expect((await chat.say('since: March 2024', 'a')).note).toContain('since Mar 2024');
  });

  test('asks again what nothing answered, and not the question before', async () => {
    await chat.say('What about the old ferry?', 'a');
    expect((await chat.say('/ask since:2023 Who is the head of the port?', 'a')).kind).toBe('nothing');
    const reply = await chat.say('since 2020', 'a');
    expect(reply).toMatchObject({ kind: 'answer', question: 'Who is the head of the port?' });
    expect(reply.note).toContain('since 2020');
  });

  test('asks the same however often nothing is found', async () => {
    expect((await chat.say('Who sank the submarine?', 'a')).kind).toBe('nothing');
    for (const line of ['only Coast Herald', 'since 2023', 'only Port Gazette'])
      expect((await chat.say(line, 'a')).question).toBe('Who sank the submarine?');
  });

  test('asks what was gone on with as if it was asked first', async () => {
    await chat.say('What about the old ferry?', 'a');
    await chat.say('more', 'a');
    const again = (await chat.say('only Port Gazette', 'a')).points.map(({ text }) => text);
    const first = (await chat.say('/ask from:gazette What about the old ferry?', 'b')).points;
    expect(again).toEqual(first.map(({ text }) => text));
  });

  test('may name a kind of sources, and tells one that no document is of', async () => {
    await chat.say('What about the old ferry?', 'a');
    expect(await chat.say('only primary sources', 'a')).toMatchObject({
      kind: 'error',
      problem: { code: 'unknown-tag' },
    });
    expect((await chat.say('only Coast Herald sources', 'a')).question).toBe('What about the old ferry?');
    expect((await chat.say('only use the Coast Herald sources', 'a')).question).toBe(
      'What about the old ferry?',
    );
    for (const line of [
      'only two sources',
      'only the documents',
      'only a few sources',
      'only use those sources',
    ])
      expect((await chat.say(line, 'a')).question).toBe(line);
  });

  test('is a question of its own if it names no publisher or date, or nothing was asked', async () => {
    expect((await chat.say('only Coast Herald', 'a')).question).toBe('only Coast Herald');
    await chat.say('What about the old ferry?', 'a');
    expect((await chat.say('only the lamp', 'a')).question).toBe('only the lamp');
    expect((await chat.say('since when?', 'a')).question).toBe('since when?');
  });
});

test('thanks are not searched for', async () => {
  await chat.say('What about the old ferry?', 'a');
  for (const line of ['thanks', 'Thank you!', 'Danke', 'merci beaucoup', 'ありがとう'])
    expect(await chat.say(line, 'a')).toMatchObject({ kind: 'note', note: 'You’re welcome.' });
  expect(await chat.say('/ask thanks', 'a')).toMatchObject({ kind: 'note' });
});
