import { beforeEach, describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import {
  ADA,
  INSIDER,
  type InsiderChat,
  invoke,
  openInsiderChat,
  QUESTION,
} from '../../fakes/insider-chat.ts';
import { LOCAL, type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const topic = (name: string, collections: string[] | null = null) => ({
  ...{ name, title: name, query: 'ferry', synonyms: [], aspects: [] },
  collections: collections as CollectionId[] | null,
});

let chat: LocalChat;

beforeEach(async () => {
  const documents = [
    createDocument('harbour/ferry', {
      publisher: 'Port Gazette',
      text: 'The ferry to the island will cost ten crowns.',
    }),
    createDocument('secret/merger', { publisher: 'Whisperer', text: 'The ferry is sold.' }),
  ];
  const topics = [topic('ferry-fares'), topic('ferry-wrecks'), topic('falcon', ['secret'])];
  const contents = createContents(documents, topics);
  const collections = contents.collections.map((collection) =>
    collection.id === ('secret' as CollectionId) ? { ...collection, readable: ['chat:W1'] } : collection,
  );
  chat = await openLocalChat({ ...contents, collections });
});

const complete = (text: string, audience = LOCAL) =>
  chat.dossier.chatFor(false).complete({
    ...{ request: { kind: 'line', text }, conversation: 'terminal:local/terminal', audience, manager: true },
  });

describe('a line is completed', () => {
  test.each([
    ['/br', ['/brief ']],
    ['/S', ['/search ', '/sources ', '/status ']],
    ['mo', ['more']],
    ['', ['why', 'help', 'more', 'sources', 'timeline', 'new', 'stop']],
    ['h', ['help']],
    ['/o', []],
    ['/open ', []],
    ['/help mo', []],
    ['/brief f', ['/brief ferry-fares', '/brief ferry-wrecks', '/brief from:']],
    ['/brief  ferry-w', ['/brief  ferry-wrecks']],
    ['/brief ferry-fares ', ['/brief ferry-fares 30s', '/brief ferry-fares 1m', '/brief ferry-fares 3m']],
    ['/brief ferry-fares st', ['/brief ferry-fares style:']],
    ['/brief ferry-fares style:t', ['/brief ferry-fares style:timeline']],
    [
      '/brief ferry-fares style:',
      ['points', 'timeline', 'voices', 'differences'].map((style) => `/brief ferry-fares style:${style}`),
    ],
    ['/ask topic:ferry-f', ['/ask topic:ferry-fares']],
    ['/topics s', ['/topics show']],
    ['/topics show ferry-w', ['/topics show ferry-wrecks']],
    ['/sources har', ['/sources harbour/ferry']],
    ['/feedback reason:wr', ['/feedback reason:"wrong passage"']],
    ['/help br', ['/help brief']],
    ['/nothing x', []],
    ['What does', []],
    ['/brief nothing', []],
  ])('%s', async (typed, completions) => {
    expect(await complete(typed)).toEqual(completions);
  });

  test('with the answers given here', async () => {
    const { id } = await chat.say('What will the ferry cost?');
    expect(await complete('/feedback answer:')).toEqual([`/feedback answer:${id}`]);
    expect(await complete('/feedback answer:', { ...LOCAL, user: 'U2' })).toEqual([]);
  });

  test('with nothing that its audience may not hear of', async () => {
    expect(await complete('/brief fal')).toEqual([]);
    expect(await complete('/sources sec')).toEqual([]);
    expect(await complete('/ask from:')).toEqual(['/ask from:"Port Gazette"']);
    expect(await complete('/ask collection:')).toEqual(['/ask collection:harbour']);
    const insider = { ...LOCAL, platform: 'chat', workspace: 'W1' };
    expect(await complete('/brief fal', insider)).toEqual(['/brief falcon']);
    expect(await complete('/ask from:w', insider)).toEqual(['/ask from:Whisperer']);
    expect(await complete('/sources sec', insider)).toEqual(['/sources secret/merger']);
  });
});

describe('what is typed into an option', () => {
  let open: InsiderChat;

  beforeEach(async () => {
    open = await openInsiderChat();
  });

  const suggest = async (command: string, option: string, value: string, audience = ADA) =>
    (await open.chat.suggest(invoke(QUESTION, audience), { command, option, value })).map(
      (each) => each.value,
    );

  test('is looked for in values and what they are called', async () => {
    expect(await suggest('brief', 'topic', 'FAR')).toEqual(['fares']);
    expect(await suggest('brief', 'topic', 'on fa')).toEqual(['fares']);
    expect(await suggest('brief', 'length', '')).toEqual(['30s', '1m', '3m']);
    expect(await suggest('help', 'command', 'brief on')).toEqual(['brief']);
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
    const { id } = await open.ask();
    expect(await suggest('sources', 'answer', 'ferry')).toEqual([id]);
    expect(await suggest('sources', 'answer', '', { ...ADA, user: 'tom' })).toEqual([]);
  });
});
