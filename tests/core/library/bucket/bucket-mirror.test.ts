import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BucketFailure } from '../../../../src/core/library/bucket/bucket.ts';
import { createBucketMirror } from '../../../../src/core/library/bucket/bucket-mirror.ts';
import { FakeBucket } from '../../../fakes/bucket.ts';
import { createFolder } from '../../../fakes/folder.ts';

const { signal } = new AbortController();
const NOW = new Date('2024-06-01T00:00:00Z');
const CONTENTS = { 'topics.yaml': '{}', 'news/a.txt': 'Seven.', 'news/b/c.txt': 'Crowns.' };

/** A bucket, and the folder that is kept like it; each `mirror` is that of another process. */
function world(contents: Readonly<Record<string, string>> = CONTENTS) {
  const bucket = new FakeBucket(contents);
  const folder = createFolder();
  const root = join(folder, 'objects');
  const mirror = () => createBucketMirror({ bucket, root, work: join(folder, 'work'), now: () => NOW });
  const look = () => mirror().look(signal);
  const files = () =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')])
        .sort(),
    );
  return { bucket, folder, root, mirror, look, files };
}

describe('a folder that is kept like a bucket', () => {
  test('holds what the bucket holds, with its times', async () => {
    const { look, files, root } = world();
    expect(await look()).toEqual({ fetched: 3, removed: 0 });
    expect(files()).toEqual(CONTENTS);
    expect(statSync(join(root, 'news/a.txt')).mtime).toEqual(new Date('2024-05-03T10:00:00Z'));
  });

  test('is fetched once, also by the next process', async () => {
    const { look, bucket, mirror } = world();
    expect(await mirror().lookedAt()).toBeNull();
    await look();
    expect(await look()).toEqual({ fetched: 0, removed: 0 });
    expect(bucket.got).toHaveLength(3);
    expect(await mirror().lookedAt()).toEqual(NOW);
  });

  test('follows what is new, changed and gone, and leaves no empty folder', async () => {
    const { look, bucket, files, root } = world();
    await look();
    bucket.put('news/a.txt', 'Eight.');
    bucket.put('news/new.txt', 'Nine.');
    bucket.remove('news/b/c.txt');
    expect(await look()).toEqual({ fetched: 2, removed: 1 });
    expect(files()).toEqual({ 'topics.yaml': '{}', 'news/a.txt': 'Eight.', 'news/new.txt': 'Nine.' });
    expect(existsSync(join(root, 'news/b'))).toBe(false);
  });

  test.each([
    ['etag alone', { etag: 'other' }],
    ['size alone', { size: 60 }],
  ])('fetches anew what has another %s', async (_, more) => {
    const { look, bucket } = world();
    await look();
    bucket.put('news/a.txt', 'Seven.', more);
    await look();
    expect(bucket.got.filter((key) => key === 'news/a.txt')).toHaveLength(2);
  });

  test('takes what an object is when it is got, if it was changed after it was listed', async () => {
    const { look, bucket, files } = world();
    bucket.listed = () => {
      bucket.put('news/a.txt', 'Later.');
      bucket.remove('news/b/c.txt');
      bucket.listed = () => {};
    };
    await look();
    expect(files()).toEqual({ 'topics.yaml': '{}', 'news/a.txt': 'Later.' });
    expect(await look()).toEqual({ fetched: 0, removed: 0 });
  });

  test('is mended where somebody changed or removed a file', async () => {
    const { look, files, root } = world();
    await look();
    writeFileSync(join(root, 'news/a.txt'), 'Forged');
    utimesSync(join(root, 'news/b/c.txt'), NOW, NOW);
    writeFileSync(join(root, 'news/stray.txt'), 'Stray.');
    expect(await look()).toEqual({ fetched: 2, removed: 1 });
    expect(files()).toEqual(CONTENTS);
  });

  test('has access rules before documents, and documents gone before their access rule', async () => {
    const { look, bucket, root } = world({ 'vault/a.txt': 'A.', 'vault/collection.yaml': 'audience: [x]' });
    await look();
    expect(bucket.got).toEqual(['vault/collection.yaml', 'vault/a.txt']);
    bucket.remove('vault/a.txt');
    bucket.remove('vault/collection.yaml');
    bucket.put('news/a.txt', 'A.');
    bucket.giving = () => {
      expect(existsSync(join(root, 'vault/a.txt'))).toBe(false);
      expect(existsSync(join(root, 'vault/collection.yaml'))).toBe(true);
    };
    await look();
    expect(existsSync(join(root, 'vault'))).toBe(false);
  });
});

describe('a look that is cut short', () => {
  test.each([0, 1, 2])('after %i objects is taken up by the next process', async (kept) => {
    const { look, bucket, files, mirror } = world();
    bucket.giving = (key) => {
      if (bucket.got.length >= kept) throw new Error(`killed at ${key}`);
    };
    await expect(look()).rejects.toThrow('killed');
    expect(await mirror().lookedAt()).toBeNull();
    bucket.giving = () => {};
    await look();
    expect(files()).toEqual(CONTENTS);
    expect(bucket.got).toHaveLength(3);
  });

  test('in the middle of a line of its ledger loses no more than that object', async () => {
    const { look, bucket, folder } = world();
    await look();
    appendFileSync(join(folder, 'work/objects.jsonl'), '{"key":"news/a.txt","etag":"x');
    await look();
    expect(bucket.got).toHaveLength(3);
  });

  test('after a file was renamed, before that was noted, removes the file if the object is gone', async () => {
    const { look, bucket, files, folder } = world();
    await look();
    writeFileSync(join(folder, 'work/objects.jsonl'), '');
    bucket.remove('news/a.txt');
    await look();
    expect(files()).toEqual({ 'topics.yaml': '{}', 'news/b/c.txt': 'Crowns.' });
  });

  test('leaves no part of a file behind for long', async () => {
    const { look, folder } = world();
    await look();
    const [old, current] = ['old.part', 'current.part'].map((name) => join(folder, 'work', name));
    for (const part of [old, current]) writeFileSync(part ?? '', 'half');
    utimesSync(old ?? '', 0, 0);
    await look();
    expect(readdirSync(join(folder, 'work')).sort()).toEqual(['current.part', 'objects.jsonl']);
  });
});

describe('a bucket', () => {
  test('that cannot be read leaves everything as it was', async () => {
    const { look, bucket, files } = world();
    await look();
    bucket.failure = new BucketFailure('cannot be reached', { part: 'bucket' });
    await expect(look()).rejects.toThrow('cannot be reached');
    expect(files()).toEqual(CONTENTS);
  });

  test('in which nothing is left is taken for one that was named wrongly', async () => {
    const { look, bucket, files } = world();
    await look();
    for (const key of Object.keys(CONTENTS)) bucket.remove(key);
    await expect(look()).rejects.toThrow('has no objects there');
    expect(files()).toEqual(CONTENTS);
  });

  test('of which one object cannot be had keeps that as it was, and names it, also to the next process', async () => {
    const { bucket, mirror, look, files } = world();
    await look();
    bucket.put('news/a.txt', 'Secret.');
    bucket.put('news/b/c.txt', 'Eight.');
    bucket.giving = (key) => {
      if (key === 'news/a.txt') throw new BucketFailure('may not be read', { part: 'object' });
    };
    await look();
    expect(files()).toMatchObject({ 'news/a.txt': 'Seven.', 'news/b/c.txt': 'Eight.' });
    const next = mirror();
    await next.lookedAt();
    expect(next.refused).toEqual([{ file: 'news/a.txt', reason: 'may not be read' }]);
    bucket.giving = () => {};
    await next.look(signal);
    expect([next.refused, files()]).toMatchObject([[], { 'news/a.txt': 'Secret.' }]);
  });

  test('of which an access rule cannot be had brings no document', async () => {
    const { bucket, look, root } = world({ 'vault/a.txt': 'A.', 'vault/collection.yaml': 'x' });
    bucket.giving = (key) => {
      if (key.endsWith('.yaml')) throw new BucketFailure('may not be read', { part: 'object' });
    };
    await expect(look()).rejects.toThrow('has a settings file, vault/collection.yaml, that may not be read');
    expect(existsSync(join(root, 'vault/a.txt'))).toBe(false);
  });

  test('with an object that is too large has an empty file in its place, which is refused in the folder', async () => {
    const { bucket, look, root } = world();
    bucket.put('news/huge.txt', 'x', { size: 5_000_000_000 });
    await look();
    await look();
    expect(statSync(join(root, 'news/huge.txt'))).toMatchObject({ size: 10_000_001 });
    expect(bucket.got).not.toContain('news/huge.txt');
  });

  test('never writes outside its folder', async () => {
    const { bucket, mirror, folder } = world({ '../../x.txt': 'x', '/x.txt': 'x', 'news/fine.txt': 'x' });
    const looking = mirror();
    await looking.look(signal);
    expect(looking.refused.map(({ file }) => file)).toEqual(['../../x.txt', '/x.txt']);
    expect(bucket.got).toEqual(['news/fine.txt']);
    expect(readdirSync(folder).sort()).toEqual(['objects', 'work']);
  });
});
