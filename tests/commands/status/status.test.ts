import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  published: '2024-07-10',
  text: 'The ferry to the island will cost ten crowns from May.',
});

let chat: LocalChat;

beforeEach(async () => {
  const refused = [{ file: 'harbour/scan.pdf', reason: 'holds no text' }];
  chat = await openLocalChat({ ...createContents([FERRY]), refused });
});

describe('/status', () => {
  test('says what is indexed and how fresh it is', async () => {
    const { kind, items } = await chat.say('/status');
    expect(kind).toBe('list');
    expect(items.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([
      'documents: 1 document · newest 10 Jul 2024 · 1 of 2 files unread',
      'index: 1 passage, checked against the files just now',
      'topics: 0',
      'not indexed: harbour/scan.pdf holds no text',
    ]);
  });

  test('keeps the files that are not indexed to managers', async () => {
    const { items } = await chat.as({ manager: false }).say('/status');
    expect(items.map(({ id }) => id)).not.toContain('not indexed');
  });

  test('notes what is left out of files that are indexed, after the files that are not', async () => {
    const refused = [
      { file: 'harbour/ferry.md', reason: 'has a date that is none', partly: true as const },
      { file: 'harbour/scan.pdf', reason: 'holds no text' },
    ];
    chat = await openLocalChat({ ...createContents([FERRY]), refused });
    const { items } = await chat.say('/status');
    expect(items.slice(-2).map(({ id, detail }) => `${id}: ${detail}`)).toEqual([
      'not indexed: harbour/scan.pdf holds no text',
      'note: harbour/ferry.md has a date that is none',
    ]);
  });

  test('names ten of the files that are not indexed, and counts the rest', async () => {
    const refused = Array.from({ length: 12 }, (_, nth) => ({
      file: `harbour/${nth}.pdf`,
      reason: 'is empty',
    }));
    chat = await openLocalChat({ ...createContents([FERRY]), refused });
    const { items } = await chat.say('/status');
    const named = items.filter(({ id }) => id === 'not indexed');
    expect(named).toHaveLength(11);
    expect(named.at(-1)?.detail).toBe('2 more; /status unread lists them');
  });
});
