import { describe, expect, test } from 'vitest';
import { shareTopics, workspacesOf } from '../../src/app/this-machine.ts';
import { ADA, at, OTHERS, TOPIC } from '../contracts/store-samples.ts';
import { LOCAL } from '../fakes/local-chat.ts';
import { openMemoryStore } from '../fakes/store.ts';

const PAGE = { platform: 'web', workspace: 'local' };
const BY = { user: 'local', at: at(1) };

describe('topics made on this machine', () => {
  test('are the same in the terminal, on the page and for files', async () => {
    const topics = shareTopics((await openMemoryStore()).topics);
    await topics.put(PAGE, TOPIC, BY);
    for (const place of [LOCAL, PAGE, { platform: 'file', workspace: 'local' }])
      expect(await topics.list(place)).toEqual([TOPIC]);
    expect(await topics.remove(LOCAL, TOPIC.name)).toBe(true);
    expect(await topics.list(PAGE)).toEqual([]);
  });

  test('are nobody’s elsewhere, and the other way round', async () => {
    const topics = shareTopics((await openMemoryStore()).topics);
    await topics.put(PAGE, TOPIC, BY);
    await topics.put(ADA, { ...TOPIC, name: 'theirs' }, BY);
    for (const other of OTHERS) expect(await topics.list(other)).toEqual([]);
    expect((await topics.list(ADA)).map(({ name }) => name)).toEqual(['theirs']);
    expect((await topics.list(LOCAL)).map(({ name }) => name)).toEqual(['ferry']);
  });
});

describe('a manager looks after', () => {
  test('their own workspace', () => {
    expect(workspacesOf(ADA)).toEqual([ADA]);
  });

  test('all platforms of the machine they sit at', () => {
    expect(workspacesOf(LOCAL).map(({ platform }) => platform)).toEqual(['terminal', 'web', 'file']);
  });
});
