import { afterEach, describe, expect, test } from 'vitest';
import {
  createFeedThread,
  FEED_LIMITS,
  type FeedThread,
  type FeedThreadOptions,
} from '../../src/app/feed-thread.ts';
import { FeedProblem } from '../../src/core/collecting/feed.ts';
import { article, rss } from '../fakes/feeds.ts';
import { createFolder } from '../fakes/folder.ts';

const FROM = { address: 'https://gazette.example/feed', charset: null };
const SCRIPT = new URL('../../dist/src/feed-worker.js', import.meta.url);
const open: FeedThread[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((thread) => thread.stop()));
});

function start(options: Partial<FeedThreadOptions> = {}): FeedThread {
  const thread = createFeedThread({ ...FEED_LIMITS, script: SCRIPT, ...options });
  open.push(thread);
  return thread;
}

/** A thread that runs this instead. */
const startScript = (text: string, options: Partial<FeedThreadOptions> = {}) =>
  start({
    script: new URL(
      `file://${createFolder({ 'thread.mjs': `import { parentPort } from 'node:worker_threads';\n${text}` })}/thread.mjs`,
    ),
    ...options,
  });

const FEED = Buffer.from(
  rss([{ id: 'a', title: 'Fares', content: article('Fares rise.'), date: 'Fri, 03 May 2024 10:00:00 GMT' }]),
);

describe('a feed', () => {
  test('is read in the thread as it is beside it', async () => {
    const thread = start();
    const feed = await thread.read(FEED, FROM);
    expect(feed).toMatchObject({ title: 'Harbour Gazette', items: [{ key: 'a', published: '2024-05-03' }] });
    expect(feed.items[0]?.at).toEqual(new Date('2024-05-03T10:00:00Z'));
    await expect(thread.read(Buffer.from('<p>'), FROM)).rejects.toBeInstanceOf(FeedProblem);
    expect(
      await thread.feedsOf(Buffer.from('<link rel="alternate" type="application/rss+xml" href="/f">'), FROM),
    ).toEqual(['https://gazette.example/f']);
    expect(Buffer.from(await thread.selfContained(Buffer.from('<p>hi'), 'utf-8')).toString()).toBe('<p>hi');
  });

  test('that holds up the thread is given up, and the next one is read', async () => {
    const thread = startScript(
      "parentPort.on('message', ({ address }) => { for (; address === 'slow'; ); parentPort.postMessage({ kind: 'read', value: [] }); });",
      { seconds: 3 }, // a thread may take one to start
    );
    await expect(thread.feedsOf(FEED, { ...FROM, address: 'slow' })).rejects.toThrow(
      'takes longer than 3 seconds to read',
    );
    expect(await thread.feedsOf(FEED, FROM)).toEqual([]);
  });

  test('that needs too much memory is given up, and the next one is read', async () => {
    const thread = startScript(
      "parentPort.on('message', ({ address }) => { const kept = []; for (; address === 'large'; ) kept.push(Array.from({ length: 1000 }, Math.random)); parentPort.postMessage({ kind: 'read', value: [] }); });",
      { megabytes: 32, seconds: 60 },
    );
    await expect(thread.feedsOf(FEED, { ...FROM, address: 'large' })).rejects.toThrow(
      'needs too much memory',
    );
    expect(await thread.feedsOf(FEED, FROM)).toEqual([]);
  });
});
