import { describe, expect, test } from 'vitest';
import type { SourceState } from '../../../src/core/collecting/source.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import { settingsOf } from '../../../src/core/library/sources/feeds-file.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, NOW, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', { text: 'The ferry will cost ten crowns from May.' });
const WELL: SourceState = {
  ...{ address: '', etag: null, lastModified: null, feedTitle: 'Gazette', interval: null, lookedAt: NOW },
  ...{
    changedAt: null,
    failures: 0,
    failingSince: null,
    problem: null,
    next: new Date(NOW.valueOf() + 7_200_000),
  },
};
const GONE: SourceState = {
  ...{ ...WELL, feedTitle: null, failures: 3, failingSince: new Date('2026-11-20T08:00:00Z') },
  ...{ problem: 'is gone for good (status 410)', next: null },
};

async function chatWith(
  states: readonly (readonly [url: string, state: SourceState, collection?: string])[],
): Promise<LocalChat> {
  const chat = await openLocalChat(createContents([FERRY]));
  const { sources } = chat.dossier.store;
  for (const [url, state, collection = 'harbour'] of states) {
    await sources.put(
      { ...settingsOf({ url }), id: url, collection: collection as CollectionId, by: null },
      NOW,
    );
    const claimed = await sources.claim({ now: NOW, lease: new Date(NOW.valueOf() + 1000), id: url });
    if (claimed) await sources.record(claimed, state);
  }
  return chat;
}

const feedsIn = async (chat: Pick<LocalChat, 'say'>) =>
  (await chat.say('/status')).items
    .filter(({ id }) => /^feeds?$/.test(id))
    .map(({ id, detail }) => `${id}: ${detail}`);

describe('/status', () => {
  test('says nothing of feeds where there are none', async () => {
    expect(await feedsIn(await chatWith([]))).toEqual([]);
  });

  test('counts feeds that are well', async () => {
    expect(await feedsIn(await chatWith([['https://a.example/', WELL]]))).toEqual([
      'feeds: 1 followed, all well',
    ]);
  });

  test('names those that fail: why, since when, what was tried, and what comes next', async () => {
    const slow = {
      ...GONE,
      feedTitle: 'Slow',
      problem: 'takes longer than 20 seconds',
      failures: 1,
      failingSince: NOW,
      next: WELL.next,
    };
    const chat = await chatWith([
      ['https://a.example/', WELL],
      ['https://b.example/', slow],
      ['https://c.example/', GONE],
    ]);
    expect(await feedsIn(chat)).toEqual([
      'feeds: 3 followed, 2 failing',
      'feed: https://c.example/ is gone for good (status 410); since 20 Nov 2026, tried 3 times; not looked at any more',
      'feed: Slow takes longer than 20 seconds; since 24 Nov 2026, tried once; next look in 2 hours',
    ]);
  });

  test('names ten, and counts the rest', async () => {
    const chat = await chatWith(
      Array.from({ length: 12 }, (_, n) => [`https://${n}.example/`, GONE] as const),
    );
    expect((await feedsIn(chat)).at(-1)).toBe('feed: 2 more are failing');
  });

  test('keeps feeds to managers, and to those who may read their collection', async () => {
    const chat = await chatWith([
      ['https://a.example/', GONE],
      ['https://b.example/', GONE, 'elsewhere'],
    ]);
    expect(await feedsIn(chat.as({ manager: false }))).toEqual([]);
    expect((await feedsIn(chat))[0]).toBe('feeds: 1 followed, 1 failing');
  });
});

describe('/sources', () => {
  test('names three feeds that fail to managers', async () => {
    const chat = await chatWith(
      ['a', 'b', 'c', 'd'].map(
        (name) => [`https://${name}.example/`, { ...GONE, feedTitle: name.toUpperCase() }] as const,
      ),
    );
    expect((await chat.say('/sources')).note).toBe(
      '4 feeds fail (A, B, C and 1 more); /status says since when and why.',
    );
    expect((await chat.as({ manager: false }).say('/sources')).note).toBeNull();
  });
});
