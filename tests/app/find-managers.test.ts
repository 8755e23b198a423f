import { expect, test } from 'vitest';
import { findManagers } from '../../src/app/find-managers.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import { createMemoryLibrary } from '../../src/core/library/memory-library.ts';
import { createContents, createDocument } from '../fakes/documents.ts';
import { createSubscription } from '../fakes/subscriptions.ts';

const made = createContents([createDocument('secret/a', { text: 'The ferry is sold.' })]);
const library = createMemoryLibrary({
  ...made,
  collections: made.collections.map((each) => ({ ...each, readable: ['chat:W1/C7'] })),
});
const managers = new Map([['chat', new Set(['ada', 'tom'])]]);
const find = (...channels: readonly [string, string][]) => {
  const all = async () =>
    channels.map(([workspace, channel]) =>
      createSubscription({ channel: { platform: 'chat', workspace, channel } }),
    );
  const source = { collection: 'secret' as CollectionId };
  return findManagers({ managers, subscriptions: { all }, library }, source);
};

test('managers are those of workspaces in which a channel with digests may read the collection, each once', async () => {
  expect(await find(['W1', 'C7'], ['W1', 'C7'], ['W2', 'C7'])).toEqual([
    { platform: 'chat', workspace: 'W1', user: 'ada' },
    { platform: 'chat', workspace: 'W1', user: 'tom' },
  ]);
});

test('nobody is told of a collection that none of their channels may read', async () => {
  expect(await find(['W1', 'C8'], ['W2', 'C7'])).toEqual([]);
  expect(await find()).toEqual([]);
});
