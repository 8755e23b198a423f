import { beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../../src/core/bot/chat-adapter.ts';
import type { ChatRequest, Invocation } from '../../../src/core/bot/invocation.ts';
import { createRateLimits } from '../../../src/core/bot/rate-limits.ts';
import { type JsonReply, jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { ADA, type InsiderChat, invoke, openInsiderChat, QUESTION } from '../../fakes/insider-chat.ts';
import { createTestDossier, loadOwnCorpus } from '../../fakes/local-chat.ts';

const contents = await loadOwnCorpus();

function invocation(request: ChatRequest, given: Partial<Invocation> = {}): Invocation {
  return { request, conversation: 'c', audience: ADA, manager: false, ...given };
}

const line = (text: string, given: Partial<Invocation> = {}) => invocation({ kind: 'line', text }, given);
const command = (name: string, options = {}, given: Partial<Invocation> = {}) =>
  invocation({ kind: 'command', command: name, options }, given);
const openChat = async (limited = false) => (await createTestDossier(contents)).chatFor(limited);
const ask = async (chat: Chat, asked: Invocation) => jsonReply(await chat.handle(asked));

describe('what is said in a thread', () => {
  test('is heeded if it is a question, a control word, a command, or says so', async () => {
    const chat = await openChat();
    for (const text of ['And China?', 'more', 'sources', 'only Reuters', '/brief nato-asia', 'costs'])
      expect(await chat.heeds(line(text), 'its-thread'), text).toBe(true);
    for (const text of ['thanks!', 'Tom, can you check?', 'I will ask Tom', '+1'])
      expect(await chat.heeds(line(text), 'its-thread'), text).toBe(false);
    expect(await chat.heeds(line('thanks!'), 'dossier')).toBe(true);
  });

  test('that names a subject is heeded if the documents may have it', async () => {
    const chat = await openChat();
    for (const text of ['Japan policy', 'the price tag', 'submarines', "Kishida's speech", '韓国について'])
      expect(await chat.heeds(line(text), 'its-thread'), text).toBe(true);
    for (const text of ['gute Arbeit', 'lmk', 'keine Zeit heute', 'pas sûr'])
      expect(await chat.heeds(line(text), 'its-thread'), text).toBe(false);
  });

  test('is left alone after stop, by everybody, until somebody mentions Dossier', async () => {
    const chat = await openChat();
    const quiet = await ask(chat, line('stop'));
    expect(quiet.note).toBe('Dossier says nothing more in this thread until it is mentioned.');
    const audience = { ...ADA, user: 'tom' };
    expect(await chat.heeds(line('And China?', { audience }), 'its-thread')).toBe(false);
    expect(await chat.heeds(line('And China?', { conversation: 'other' }), 'its-thread')).toBe(true);
    expect(await chat.heeds(line('And China?'), 'dossier')).toBe(true);
    expect(await chat.heeds(line('And Japan?', { audience }), 'its-thread')).toBe(true);
  });

  test.each([
    ['hello', 'greeting', /^Hello\. Ask a question: the answer is quoted from 5 documents\.$/],
    ['Danke schön!', 'thanks', /^You’re welcome\.$/],
    ['lol ok', 'chatter', /^Ask a question, or type \/help\.$/],
  ])('searches nothing for %s', async (text, _kind, note) => {
    const reply = await ask(await openChat(), line(text));
    expect([reply.command, reply.points]).toEqual(['talk', []]);
    expect(reply.headline ?? reply.note).toMatch(note);
  });

  test('searches nothing for thanks that are typed as a question', async () => {
    const reply = await ask(await openChat(), command('ask', { question: 'Thanks!' }));
    expect([reply.command, reply.note]).toEqual(['talk', 'You’re welcome.']);
  });

  test('is helped in three lines if it is hello', async () => {
    const { text } = await (await openChat()).handle(line('hello'));
    expect(text.split('\n').filter((each) => each !== '')).toHaveLength(3);
  });
});

describe('an answer that is taken up', () => {
  test('is followed by whoever takes it up, wherever and whatever was said since', async () => {
    const chat = await openChat();
    const reply = await ask(chat, line('/brief nato-asia'));
    await chat.handle(line('Who pays for lunch?'));
    const audience = { ...ADA, user: 'tom' };
    const taken = { conversation: 'd', audience, replyTo: reply.id ?? '' };
    const more = await ask(chat, command('more', {}, taken));
    expect([more.kind, more.topic]).toEqual(['brief', 'nato-asia']);
  });

  test('is the past of a thread that is opened from it', async () => {
    const chat = await openChat();
    const reply = await ask(chat, line('/brief nato-asia'));
    await chat.adopt(line('', { conversation: 'thread', replyTo: reply.id ?? '' }));
    const more = await ask(chat, line('more', { conversation: 'thread' }));
    expect([more.kind, more.topic]).toEqual(['brief', 'nato-asia']);
  });

  test('given in private is nobody else’s until it is shared', async () => {
    const chat = await openChat();
    const mine = { ...ADA, private: true };
    const reply = await ask(chat, line('/brief nato-asia', { audience: mine }));
    const tom = { audience: { ...ADA, user: 'tom' } };
    const opened = (share: boolean, given: Partial<Invocation>) =>
      ask(chat, command(share ? 'share' : 'open', { answer: reply.id ?? '' }, given));
    expect((await opened(false, tom)).problem?.code).toBe('unknown-answer');
    await opened(true, {});
    expect((await opened(false, tom)).points).toEqual(reply.points);
  });

  test('to a search is gone on with at its next page', async () => {
    const chat = await openChat();
    const reply = await ask(chat, line('/search NATO limit:2'));
    const next = await ask(chat, command('more', {}, { replyTo: reply.id ?? '' }));
    const places = (given: JsonReply) => given.points.map(({ document, start }) => `${document} ${start}`);
    expect(next.note).toMatch(/page 2 of/);
    expect(places(next).filter((place) => places(reply).includes(place))).toEqual([]);
  });
});

describe('limits', () => {
  const now = new Date('2026-11-24T14:00:00Z');
  const later = (seconds: number) => new Date(now.valueOf() + seconds * 1000);

  test('let a person ask ten times at once, then as a minute goes by', () => {
    const limits = createRateLimits();
    const request = Array.from({ length: 11 }, () => limits.take(ADA, now));
    expect([request.filter((refused) => refused === null).length, request.at(-1)]).toEqual([
      10,
      { seconds: 6, whose: 'person', most: 10 },
    ]);
    expect(limits.take(ADA, later(5))).toMatchObject({ seconds: 1 });
    expect(limits.take(ADA, later(6))).toBeNull();
  });

  test('hold for a channel and a workspace too', () => {
    const limits = createRateLimits();
    const refused = new Set<string>();
    for (let at = 0; at < 400; at++) {
      const who = { ...ADA, user: `u${at}`, channel: `c${at % 8}` };
      const found = limits.take(who, now);
      if (found) refused.add(found.whose);
    }
    for (let at = 0; at < 31; at++) {
      const found = createRateLimits().take({ ...ADA, user: `u${at}` }, now);
      if (found) refused.add(found.whose);
    }
    expect([...refused]).toContain('workspace');
  });

  test('are told to whoever meets them, and spare what costs nothing', async () => {
    const chat = await openChat(true);
    for (let at = 0; at < 10; at++) await chat.handle(line('And China?'));
    expect((await ask(chat, line('And China?'))).problem?.code).toBe('too-many-requests');
    for (const text of ['/help', ' /help', '/Help', '\u200B/HELP'])
      expect((await ask(chat, line(text))).kind).toBe('list');
    expect((await ask(chat, line('And China?', { audience: { ...ADA, user: 'tom' } }))).kind).not.toBe(
      'error',
    );
  });
});

test('a file is not asked for while its request has to wait', async () => {
  const chat = await openChat(true);
  let reads = 0;
  const readOptions = async () => {
    reads++;
    return { list: 'Macron' };
  };
  for (let at = 0; at < 12; at++) await chat.handle({ ...line('/search'), readOptions });
  expect(reads).toBe(10);
});

test('an event has one effect', async () => {
  const chat = await openChat();
  expect([
    await chat.claim(ADA, 'e'),
    await chat.claim(ADA, 'e'),
    await chat.claim({ ...ADA, workspace: 'V' }, 'e'),
  ]).toEqual([true, false, true]);
});

test('a search that is opened again is called by its words alone', async () => {
  const chat = await openChat();
  await chat.handle(line('/search liaison office limit:2'));
  expect((await ask(chat, line('/sources all'))).headline).toBe('liaison office');
});

describe('what goes wrong', () => {
  let open: InsiderChat;

  beforeEach(async () => {
    open = await openInsiderChat();
  });

  /** The chat on a store of which a part is broken. */
  const openOn = async (broken: Partial<Store>) => {
    const { store, report } = open.dossier;
    const dossier = await createTestDossier({}, { store: { ...store, ...broken }, report });
    return dossier.chatFor(false);
  };

  test('in a request is told in a sentence, and to the operator with its cause under the same number', async () => {
    const topics = { ...open.dossier.store.topics, list: () => Promise.reject(new Error('kaput')) };
    const reply = jsonReply(await (await openOn({ topics })).handle(invoke()));
    const [, number] = /error code (\w+)/.exec(reply.note ?? '') ?? [];
    expect(reply).toMatchObject({ kind: 'error', problem: { code: 'defect' } });
    expect(reply.note).not.toContain('kaput');
    expect(open.reports.map(({ message }) => message)).toEqual([`Error ${number}: kaput`]);
  });

  test('in noting an event is told, and the event is answered', async () => {
    const events = { claim: () => Promise.reject(new Error('disk full')) };
    expect(await (await openOn({ events })).claim(ADA, 'e1')).toBe(true);
    expect(open.reports).toHaveLength(1);
  });
});

test('a workspace that is left is forgotten, and no other', async () => {
  const { ask: askIn, chat, dossier } = await openInsiderChat();
  const other = { ...ADA, workspace: 'W2' };
  const ids = [(await askIn()).id, (await askIn(QUESTION, other)).id].map((id) => id ?? '');
  await chat.leave(ADA);
  expect(await dossier.store.answers.get(ADA, ids[0] ?? '')).toBeNull();
  expect(await dossier.store.answers.get(other, ids[1] ?? '')).not.toBeNull();
});
