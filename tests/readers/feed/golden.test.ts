import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { endingOf, noteOf, ownPage } from '../../../src/core/collecting/compose-item.ts';
import type { Feed, FeedItem } from '../../../src/core/collecting/feed.ts';
import type { CollectionId, DocumentMetadata } from '../../../src/core/library/documents/document.ts';
import { createFileReader } from '../../../src/core/library/reading/read-document.ts';
import { documentsOf } from '../../../src/core/library/reading/read-outcome.ts';
import { feedReader } from '../../../src/readers/feed/reader.ts';
import { htmlReader } from '../../../src/readers/html/reader.ts';
import { createFolder } from '../../fakes/folder.ts';

const FOLDER = fileURLToPath(new URL('../../golden/feeds/', import.meta.url));
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected.txt'));
const read = createFileReader([htmlReader]);

describe('a feed and the documents that it becomes', () => {
  test.each(names)('%s', async (name) => {
    const feed = await feedReader.read(readFileSync(FOLDER + name), {
      address: 'https://feeds.example/a/feed',
      charset: null,
    });
    const items = await Promise.all(
      feed.items.map(async (item) => `${describeItem(item)}\n${await document(item, feed)}`),
    );
    const { title, link, language, ttl } = feed;
    const known = describeAll({ feed: title, link, language, ttl });
    await expect(`${[known, ...items].join('\n\n')}\n`).toMatchFileSnapshot(
      FOLDER + name.replace(/\.[^.]+$/, '.expected.txt'),
    );
  });
});

test.each([
  [{ type: 'text/html', bytes: Buffer.from('<p>') }, '.html'],
  [{ type: 'application/octet-stream', bytes: Buffer.from('%PDF-1.7') }, '.pdf'],
  [{ type: '', bytes: Buffer.from('\n<!DOCTYPE HTML>') }, '.html'],
  [{ type: 'text/plain', bytes: Buffer.from('hi') }, '.txt'],
  [{ type: 'image/png', bytes: Buffer.from('PNG') }, null],
])('an article is what it is called, or begins like: %#', (fetched, ending) => {
  expect(endingOf(fetched)).toBe(ending);
});

function describeItem({ html, at, key, ...item }: FeedItem): string {
  return describeAll({
    item: /^[\da-f]{32}$/.test(key) ? '(hash)' : key,
    ...item,
    at: at?.toISOString() ?? null,
    html,
  });
}

/** What a reader makes of the item's own text. */
async function document(item: FeedItem, feed: Feed): Promise<string> {
  const { bytes } = ownPage(item, noteOf(item, { title: null }, feed), feed.language);
  const root = createFolder({ 'news/item.html': bytes });
  const outcome = await read({
    file: `${root}/news/item.html`,
    path: 'news/item.html',
    root,
    collection: 'news' as CollectionId,
    known: null,
  });
  const [read1] = documentsOf(outcome);
  if (!read1) return `→ ${JSON.stringify(outcome)}`;
  const { title, publisher, author, published, url, language, text } = read1.document;
  return `→ ${describeAll({ title, publisher, author, published, url, language } satisfies DocumentMetadata)}\n${text}`;
}

function describeAll(known: Readonly<Record<string, unknown>>): string {
  return Object.entries(known)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
}
