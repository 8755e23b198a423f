import { beforeAll, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  text: 'The ferry to the island will cost ten crowns from May.',
});
const TOWN = createDocument('town/bus', { text: 'The bus to the island will cost two crowns from June.' });
const FARES = {
  ...{ name: 'fares', title: 'Fares', query: 'ferry fares', synonyms: [], aspects: [] },
  collections: ['harbour' as CollectionId],
};

let chat: LocalChat;

beforeAll(async () => {
  chat = await openLocalChat(createContents([FERRY, TOWN], [FARES]));
});

describe('/ask', () => {
  test('answers a question from all that may be read, as does a line without a command', async () => {
    const { points, ...reply } = await chat.say('/ask What will the way to the island cost?', 'a');
    expect(reply).toMatchObject({ kind: 'answer', command: 'ask', topic: null });
    expect(points.map(({ document }) => document).sort()).toEqual([FERRY.id, TOWN.id]);
    expect((await chat.say('What will the way to the island cost?', 'b')).points).toEqual(points);
  });

  test('within a topic answers from its collections only', async () => {
    const reply = await chat.say('/ask topic:fares What will the way to the island cost?', 'c');
    expect([reply.topic, reply.sources.map(({ document }) => document)]).toEqual(['fares', [FERRY.id]]);
  });

  test.each([
    ['/ask', 'empty-question'],
    ['…?', 'empty-question'],
    ['x '.repeat(1001), 'question-too-long'],
    ['/ask topic:nothing', 'unknown-topic'],
  ])('refuses %.20s', async (line, code) => {
    expect((await chat.say(line)).problem?.code).toBe(code);
  });

  test('remembers no question that it refused', async () => {
    await chat.say('What will the ferry cost?', 'd');
    await chat.say('…?', 'd');
    expect((await chat.say('From when?', 'd')).points.map(({ document }) => document)).toEqual([FERRY.id]);
  });
});
