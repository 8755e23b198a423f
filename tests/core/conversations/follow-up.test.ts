import { beforeEach, describe, expect, test } from 'vitest';
import { NEW_CONVERSATION } from '../../../src/core/conversations/conversation.ts';
import { parseQuestion } from '../../../src/core/conversations/follow-up.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { loadOwnCorpus, openLocalChat } from '../../fakes/local-chat.ts';
import { type OwnTalk, quotesOf, startOwnTalk } from '../../fakes/own-talk.ts';

let talk: OwnTalk;

beforeEach(async () => {
  talk = await startOwnTalk();
});

const sayAll = (...lines: readonly string[]) => talk.sayAll(...lines);

describe('a first line', () => {
  test('may be a question', async () => {
    const reply = await sayAll('What does France think?');
    expect(reply.kind).toBe('answer');
    expect(quotesOf(reply)).toContain('Macron has expressed concerns');
  });

  test('that needs something before it still gets a reply', async () => {
    expect((await sayAll('And China?')).kind).toBe('answer');
  });

  test.each(['more', 'sources'])('that continues nothing gets a note: %s', async (word) => {
    expect(await sayAll(word)).toMatchObject({
      kind: 'note',
      note: expect.stringMatching(/\/brief|\/sources/),
    });
  });
});

describe('a follow-up', () => {
  test('asks the same of somebody else', async () => {
    const reply = await sayAll('What does France think?', 'And China?');
    expect(reply.kind).toBe('answer');
    expect(quotesOf(reply)).toMatch(/China|Chinese|Beijing/);
    expect(quotesOf(reply)).not.toMatch(/Macron/);
  });

  test('may say what about', async () => {
    const reply = await sayAll('What does China say about NATO?', 'What about Russia?');
    expect(quotesOf(reply)).toMatch(/Russia/);
  });

  test('may leave the thing asked about unsaid', async () => {
    const reply = await sayAll('Where does NATO open a liaison office?', 'Who will pay for it?');
    expect(quotesOf(reply)).toContain('It remains unclear who will pay for the office.');
  });

  test('that is complete is answered by itself', async () => {
    const reply = await sayAll(
      'What does France think?',
      'What is the Individually Tailored Partnership Program?',
    );
    expect(quotesOf(reply)).toContain('(ITPP)');
    expect(quotesOf(reply)).not.toContain('Macron');
  });

  test('still is about what the conversation began with, after one that names nothing', async () => {
    const text = 'Wexlang is a compiler. The work began in 2014. You compile with the flag --wex.';
    const { retriever, scope } = await openRetriever(createContents([createDocument('tools/a', { text })]));
    let conversation = NEW_CONVERSATION;
    const parse = async (asked: string) => {
      const given = { text: asked, conversation, scope, synonyms: [], at: new Date(0) };
      const question = await parseQuestion(retriever, given);
      conversation = { ...conversation, turns: [...conversation.turns, question.turn] };
      return question.query.concepts;
    };
    for (const line of ['What is wexlang?', 'When did the work begin?']) await parse(line);
    const concepts = await parse('Which flag do you need to compile with it?');
    expect(concepts.find(({ written }) => written === 'wexlang')?.weight).toBeGreaterThanOrEqual(0.4);
  });

  test('may follow a brief', async () => {
    const reply = await sayAll('/brief nato-asia', 'What does France think?');
    expect(quotesOf(reply)).toMatch(/France|French/);
  });

  test('does not make an answer out of what nobody wrote', async () => {
    expect((await sayAll('What does France think?', 'And Brazil?')).kind).toBe('nothing');
  });

  test('stays in its own conversation', async () => {
    await (await startOwnTalk()).say('What does France think?');
    const fresh = await openLocalChat(await loadOwnCorpus());
    expect(await talk.say('And China?')).toEqual(await fresh.say('And China?', talk.conversation));
  });

  test('says in the reply which conversation it belongs to', async () => {
    expect((await talk.say('And China?')).conversation).toBe(talk.conversation);
  });
});

test('in a script without spaces one unknown word does not make a line foreign to what was said', async () => {
  const text = '港湾委員会は市議会が設置する組織です。委員は市長が任命します。委員会は毎月会合を開きます。';
  const { retriever, scope } = await openRetriever(
    createContents([createDocument('harbour/ja', { language: 'ja', text })]),
  );
  const parse = (line: string, conversation = NEW_CONVERSATION) =>
    parseQuestion(retriever, { text: line, conversation, scope, synonyms: [], at: new Date(0) });
  const first = await parse('港湾委員会とは何ですか？');
  const next = await parse('誰が選ぶのですか？', { ...NEW_CONVERSATION, turns: [first.turn] });
  expect(next.around).toBeDefined();
});

test('that names another collection asks the same of that, and of no other', async () => {
  const text = (who: string) => `The council of ${who} decided to raise the ferry fare.`;
  const { retriever, scope } = await openRetriever(
    createContents([
      createDocument('zoo/one', { text: text('the Zoo') }),
      createDocument('mill/one', { text: text('the Mill') }),
      createDocument('pier/one', { text: text('the Pier') }),
    ]),
  );
  const parse = (line: string, turns: (typeof NEW_CONVERSATION)['turns'] = []) =>
    parseQuestion(retriever, {
      text: line,
      conversation: { ...NEW_CONVERSATION, turns },
      ...{ scope, synonyms: [], at: new Date(0) },
    });
  const first = await parse('What did the Zoo decide about the ferry fare?');
  const next = await parse('And the Mill?', [first.turn]);
  expect(next.query.concepts.map(({ written }) => written)).toEqual(['Mill', 'decide', 'ferry', 'fare']);
  const compared = await parse('What does the Mill say of the Zoo?', [first.turn]);
  expect(compared.query.concepts.map(({ written }) => written)).toContain('Zoo');
});

test('that asks the same of somebody else still asks for the latest, unless it names a time', async () => {
  const text = 'The council decided to raise the ferry fare.';
  const { retriever, scope } = await openRetriever(createContents([createDocument('zoo/one', { text })]));
  const parse = async (line: string, turns: (typeof NEW_CONVERSATION)['turns'] = []) => {
    const conversation = { ...NEW_CONVERSATION, turns };
    return (
      await parseQuestion(retriever, { text: line, conversation, scope, synonyms: [], at: new Date(0) })
    ).turn;
  };
  const first = await parse('What is the latest decision on the ferry?');
  expect(first.latest).toBe(true);
  const next = await parse('And the council?', [first]);
  expect(next.latest).toBe(true);
  expect((await parse('And the fare?', [next])).latest).toBe(true);
  expect((await parse('And in 2022?', [first])).latest).toBeUndefined();
  expect((await parse('Who raised the fare?', [first])).latest).toBeUndefined();
});
