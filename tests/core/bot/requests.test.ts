import { beforeEach, describe, expect, test } from 'vitest';
import { createChat } from '../../../src/core/bot/chat.ts';
import type { Chat } from '../../../src/core/bot/chat-adapter.ts';
import type { Core } from '../../../src/core/bot/core.ts';
import type { ChatRequest, Invocation } from '../../../src/core/bot/invocation.ts';
import type { Audience } from '../../../src/core/library/audience.ts';
import type { CollectionId } from '../../../src/core/library/document.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestCore } from '../../fakes/local-chat.ts';

const ADA: Audience = { platform: 'chat', workspace: 'W1', channel: 'C1', user: 'ada', private: false };
const INSIDER = { ...ADA, channel: 'C7' };
const QUESTION = { kind: 'line', text: 'What about the ferry to the island?' } as const;

let core: Core;
let chat: Chat;
let reports: Error[];

beforeEach(async () => {
  reports = [];
  const documents = [
    createDocument('harbour/ferry', { text: 'The ferry to the island will cost ten crowns from May.' }),
    createDocument('secret/merger', { title: 'Falcon', text: 'The ferry to the island was sold to Acme.' }),
  ];
  const topic = (name: string, collection: string) => ({
    ...{ name, title: `On ${name}`, query: 'ferry', synonyms: [], aspects: [] },
    collections: [collection as CollectionId],
  });
  const contents = createContents(documents, [topic('fares', 'harbour'), topic('falcon', 'secret')]);
  const collections = contents.collections.map((each) =>
    each.id === ('secret' as CollectionId) ? { ...each, readable: ['chat:W1/C7'] } : each,
  );
  core = await createTestCore({ ...contents, collections }, undefined, (error) => reports.push(error));
  chat = createChat(core);
});

const invoke = (
  request: ChatRequest = QUESTION,
  audience = ADA,
  more: Partial<Invocation> = {},
): Invocation => ({
  ...{ request, audience, manager: false, conversation: `chat:W1/${audience.channel}/${audience.user}` },
  ...more,
});
const ask = async (request?: ChatRequest, audience?: Audience, more?: Partial<Invocation>) =>
  (await chat.handle(invoke(request, audience, more))).reply;
const text = (reply: Awaited<ReturnType<typeof ask>>) => reply.points.map((point) => point.text).join('\n');

describe('a request', () => {
  test('that fails gets a sentence, and the operator the cause under the same number', async () => {
    const broken = { ...core, inTurn: () => Promise.reject(new Error('kaput')) };
    const { reply } = await createChat(broken).handle(invoke());
    const [, number] = /under the error (\w+)/.exec(reply.note ?? '') ?? [];
    expect(reply).toMatchObject({ kind: 'error', problem: { code: 'defect' } });
    expect(reply.note).not.toContain('kaput');
    expect(reports.map(({ message }) => message)).toEqual([`Error ${number}: kaput`]);
  });
});

describe('an event', () => {
  test('that cannot be noted is answered, and told', async () => {
    const events = { claim: () => Promise.reject(new Error('disk full')) };
    const broken = createChat({ ...core, store: { ...core.store, events } });
    expect(await broken.claim(ADA, 'e1')).toBe(true);
    expect(reports).toHaveLength(1);
  });
});

describe('what is typed into an option', () => {
  const suggest = async (command: string, option: string, value: string, audience = ADA) =>
    (await chat.suggest(invoke(QUESTION, audience), { command, option, value })).map((each) => each.value);

  test('is looked for in values and what they are called', async () => {
    expect(await suggest('brief', 'topic', 'FAR')).toEqual(['fares']);
    expect(await suggest('brief', 'topic', 'on fa')).toEqual(['fares']);
    expect(await suggest('brief', 'length', '')).toEqual(['30s', '1m', '3m']);
    expect(await suggest('help', 'command', 'bri')).toEqual(['brief']);
  });

  test('is completed by nothing that is not known', async () => {
    expect(await suggest('brief', 'nothing', '')).toEqual([]);
    expect(await suggest('nothing', 'topic', '')).toEqual([]);
    expect(await suggest('ask', 'question', 'x')).toEqual([]);
  });

  test('is completed by nothing that its audience may not hear of', async () => {
    expect(await suggest('brief', 'topic', 'falcon')).toEqual([]);
    expect(await suggest('brief', 'topic', 'falcon', INSIDER)).toEqual(['falcon']);
    expect(await suggest('sources', 'what', 'merger')).toEqual([]);
    expect(await suggest('sources', 'what', 'merger', INSIDER)).toEqual(['secret/merger']);
  });

  test('is completed by one’s own answers', async () => {
    const { id } = await ask();
    expect(await suggest('sources', 'answer', 'ferry')).toEqual([id]);
    expect(await suggest('sources', 'answer', '', { ...ADA, user: 'tom' })).toEqual([]);
  });
});

describe('an answer that is taken up', () => {
  test('that is not known leaves the conversation as it is', async () => {
    const { id } = await ask();
    const reply = await ask({ kind: 'control', word: 'sources' }, ADA, { replyTo: 'abcdefgh2345' });
    expect(reply.id).toBe(id);
  });

  test('is not known to what stands alone, nor is that remembered', async () => {
    await ask();
    const alone = { standsAlone: true } as const;
    expect((await ask({ kind: 'control', word: 'sources' }, ADA, alone)).kind).toBe('note');
    const before = await core.store.conversations.get(ADA, 'chat:W1/C1/ada');
    await ask({ kind: 'line', text: 'And the island?' }, ADA, alone);
    expect(await core.store.conversations.get(ADA, 'chat:W1/C1/ada')).toEqual(before);
  });
});

describe('an answer opened again', () => {
  test('is as it was given', async () => {
    const first = await ask();
    expect(await ask({ kind: 'answer', id: first.id ?? '', share: false })).toEqual(first);
  });

  test('shows its audience what that may read, and says what is left out', async () => {
    const first = await ask(QUESTION, INSIDER);
    expect(text(first)).toContain('Acme');
    const again = await ask(
      { kind: 'answer', id: first.id ?? '', share: false },
      { ...INSIDER, channel: 'C1' },
    );
    expect(text(again)).not.toContain('Acme');
    expect(again.note).toMatch(/left out/);
  });

  test('has no page for an id that is none', async () => {
    expect((await ask({ kind: 'answer', id: 'nothing', share: true })).problem?.code).toBe('unknown-answer');
  });
});

test('every source of an answer is read among its neighbours at once', async () => {
  const { id, sources } = await ask(QUESTION, INSIDER);
  const options = { what: 'all', answer: id ?? '' };
  const all = await ask({ kind: 'command', command: 'sources', options }, INSIDER);
  expect(all.sources).toEqual(sources);
  expect(all.items).toEqual([]);
  expect(text(all)).toMatch(/ten crowns[\s\S]*Acme|Acme[\s\S]*ten crowns/);
});

test('a workspace that is left is forgotten, and no other', async () => {
  const other = { ...ADA, workspace: 'W2' };
  const ids = [(await ask()).id, (await ask(QUESTION, other)).id].map((id) => id ?? '');
  await chat.leave(ADA);
  expect(await core.store.answers.get(ADA, ids[0] ?? '')).toBeNull();
  expect(await core.store.answers.get(other, ids[1] ?? '')).not.toBeNull();
});
