import { beforeEach, describe, expect, test } from 'vitest';
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
