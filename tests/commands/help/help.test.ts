import { beforeAll, describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { type LocalChat, loadOwnCorpus, openLocalChat } from '../../fakes/local-chat.ts';

let chat: LocalChat;

beforeAll(async () => {
  chat = await openLocalChat(await loadOwnCorpus());
});

describe('/help', () => {
  test('lists the commands that can be typed, in their order, and how to follow up', async () => {
    const visible = DECLARATIONS.filter(({ hidden }) => !hidden);
    const { items } = await chat.say('/help');
    expect(items.map(({ detail }) => detail).slice(0, -2)).toEqual(
      visible.map(({ description }) => description),
    );
    expect(items.at(-1)?.id).toBe('more, sources, timeline, why, new');
  });

  test('takes its examples from the actual topics', async () => {
    expect((await chat.say('/help')).items[0]?.id).toBe('/brief nato-asia 30s');
    const empty = await openLocalChat({});
    expect((await empty.say('/help')).items[0]?.id).toBe('/brief topic 30s');
  });

  test.each(['brief', '/brief', 'BRIEF'])('shows command to explain: %s', async (name) => {
    const { headline, items, note } = await chat.say(`/help ${name}`);
    expect(headline).toMatch(/^\/brief: /);
    const names = [
      'topic',
      'length',
      'style',
      'since',
      'before',
      'from',
      'collection',
      'tag',
      'grade',
      'private',
    ];
    expect(items.map(({ id }) => id)).toEqual(names);
    expect(note).toBe('Example: /brief nato-asia 30s');
  });

  test('shows the actions of a command in place of the option that takes them', async () => {
    const { items } = await chat.say('/help topics');
    expect(items.map(({ id }) => id)).toEqual([
      ...[
        'list',
        'show name',
        'try query',
        'add name query [title]',
        'edit name [query] [title]',
        'remove name',
      ],
      ...['name', 'query', 'title'],
    ]);
  });

  test.each(['cited', 'open', 'hepl'])('knows no command that cannot be typed: %s', async (name) => {
    expect((await chat.say(`/help ${name}`)).problem?.code).toBe('unknown-command');
  });
});
