import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { ADA, INSIDER, openInsiderChat } from '../../fakes/insider-chat.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry to the island will cost ten crowns from May.\n\nThe council raised the ferry fare on Friday.',
});
const WHALES = createDocument('harbour/whales', {
  text: 'Nine whales were counted off the lighthouse in June.',
});

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([FERRY, WHALES]));
});

describe('/topics try', () => {
  test('shows the excerpts and the documents that a query would bring, word for word', async () => {
    const { kind, points, items, note } = await chat.say('/topics try ferry fares island');
    expect(kind).toBe('list');
    expect(
      points.map(({ document, start, end, text }) => [document, text, FERRY.text.slice(start, end)]),
    ).toEqual(points.map(({ text }) => [FERRY.id, text, text]));
    expect(points.length).toBeGreaterThan(0);
    expect(items).toEqual([{ id: 'harbour/ferry', title: 'Fares', detail: '2 passages' }]);
    expect(note).toMatch(/^A topic with this query draws on 2 passages in 1 document\. To add it: /);
  });

  test('brings what the brief on the topic then brings', async () => {
    const tried = await chat.say('/topics try ferry fares island');
    await chat.say('/topics add new-topic ferry fares island');
    const brief = await chat.say('/brief new-topic');
    expect(tried.points.map(({ text }) => text)).toEqual(brief.points.map(({ text }) => text));
  });

  test('names the command that adds it, and stores nothing', async () => {
    const { note } = await chat.say('/topics try ferry fares');
    expect((await chat.say('/topics')).items).toEqual([]);
    expect((await chat.say(note?.split('To add it: ')[1] ?? '')).kind).toBe('note');
    expect((await chat.say('/topics')).items.map(({ id }) => id)).toEqual(['new-topic']);
  });

  test('says that nothing is on it, and which words no document has', async () => {
    const { items, points, note } = await chat.say('/topics try zeppelin hangar');
    expect([items, points]).toEqual([[], []]);
    expect(note).toBe('Nothing in 2 documents is on this. Not found anywhere: ‘zeppelin’, ‘hangar’.');
  });

  test.each([
    ['/topics try', 'missing-option'],
    ['/topics try …', 'invalid-option'],
    [`/topics try ${'ferry '.repeat(100)}`, 'invalid-option'],
    ['/topics try ferry title:x', 'invalid-option'],
  ])('refuses %.30s', async (line, code) => {
    expect((await chat.say(line)).problem?.code).toBe(code);
  });

  test('is for managers, and finds only what they may read where they ask', async () => {
    const { ask } = await openInsiderChat();
    const request = { kind: 'line', text: '/topics try ferry island' } as const;
    expect((await ask(request, ADA)).problem?.code).toBe('not-allowed');
    const found = async (audience = ADA) =>
      (await ask(request, audience, { manager: true })).items.map(({ id }) => id);
    expect(await found()).toEqual(['harbour/ferry']);
    expect((await found(INSIDER)).sort()).toEqual(['harbour/ferry', 'secret/merger']);
  });
});
