import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BucketObject } from '../../../src/core/library/bucket/bucket.ts';
import { openS3Bucket } from '../../../src/fetchers/s3/s3-bucket.ts';
import { type S3Server, startS3Server } from '../../fakes/s3-server.ts';

let server: S3Server;
const before = { ...process.env };

beforeEach(async () => {
  server = await startS3Server();
  Object.assign(process.env, server.variables, {
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, before);
});

function open(more: Partial<Parameters<typeof openS3Bucket>[0]> = {}) {
  return openS3Bucket({
    ...{ bucket: 'papers', prefix: 'desk/', endpoint: server.endpoint, region: 'eu-test-1', pageSize: 2 },
    ...more,
  });
}

const { signal } = new AbortController();
const GET = { signal, largest: 1000 };

async function listed(bucket = open()): Promise<BucketObject[][]> {
  const pages: BucketObject[][] = [];
  for await (const page of bucket.list(signal)) pages.push([...page]);
  return pages;
}

describe('a bucket on a server', () => {
  test('is listed page by page, below its prefix', async () => {
    for (const key of ['a', 'b/c d', 'b/é&<.txt', 'b/ü+%.txt', 'z']) server.put(`desk/${key}`, key);
    server.put('desktop/x', 'x');
    const pages = await listed();
    expect(pages.map((page) => page.map(({ key }) => key))).toEqual([
      ['a', 'b/c d'],
      ['b/é&<.txt', 'b/ü+%.txt'],
      ['z'],
    ]);
    expect(pages[0]?.[0]).toEqual({
      ...{ key: 'a', size: 1, etag: '"0cc175b9c0f1b6a831c399e269772661"' },
      modified: new Date('2024-05-03T10:00:00Z'),
    });
  });

  test('gives objects whole, whatever their keys', async () => {
    server.put('desk/b/é&<+%.txt', 'Seven crowns.');
    const got = await open().get('b/é&<+%.txt', GET);
    expect(Buffer.from(got?.bytes ?? []).toString()).toBe('Seven crowns.');
    expect(got).toMatchObject({ size: 13, modified: new Date('2024-05-03T10:00:00Z') });
    expect(await open().get('absent', GET)).toBeNull();
  });

  test('is asked again when it asks to slow down, and when an object breaks off', async () => {
    server.put('desk/a', 'Seven crowns.');
    server.slowDown(2);
    expect((await listed()).flat()).toHaveLength(1);
    server.cutOff(2);
    expect((await open().get('a', GET))?.size).toBe(13);
    server.cutOff(3);
    await expect(open().get('a', GET)).rejects.toMatchObject({ message: 'breaks off', part: 'bucket' });
  });

  test('takes no more bytes than permitted', async () => {
    server.put('desk/a', 'Seven crowns.');
    const got = open().get('a', { signal, largest: 5 });
    await expect(got).rejects.toMatchObject({ message: 'has grown too large meanwhile', part: 'object' });
  });

  test('is told from an object that alone may not be read', async () => {
    server.put('desk/a', 'Seven crowns.');
    server.deny('desk/a');
    const message = 'may not be read with these credentials';
    await expect(open().get('a', GET)).rejects.toMatchObject({ message, part: 'object' });
    const message2 = 'is not there: no bucket has that name';
    await expect(listed(open({ bucket: 'nowhere' }))).rejects.toMatchObject({
      message: message2,
      part: 'bucket',
    });
    await expect(open({ bucket: 'nowhere' }).get('a', GET)).rejects.toMatchObject({ part: 'bucket' });
  });

  test.each([
    ['AWS_SECRET_ACCESS_KEY', 'wrong'],
    ['AWS_ACCESS_KEY_ID', 'AKIDWRONG'],
  ])('refuses another %s', async (name, value) => {
    process.env[name] = value;
    await expect(listed()).rejects.toThrow('refuses the credentials (AWS_ACCESS_KEY_ID');
  });

  test('is not asked without credentials', async () => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name];
    process.env.AWS_SHARED_CREDENTIALS_FILE = '/nowhere';
    process.env.AWS_CONFIG_FILE = '/nowhere';
    await expect(listed()).rejects.toThrow('cannot be asked without credentials');
    expect(server.asked).toEqual([]);
  });

  test('that is silent, or not there, is given up', async () => {
    server.put('desk/a', 'a');
    const endpoint = 'http://127.0.0.1:1';
    await expect(listed(open({ endpoint }))).rejects.toThrow('cannot be reached');
    server.fallSilent();
    await expect(listed(open({ patience: 50 }))).rejects.toThrow('does not answer in time');
  });

  test('is left at once when asked to stop', async () => {
    server.put('desk/a', 'a');
    server.fallSilent();
    const stopping = new AbortController();
    server.before(() => stopping.abort());
    await expect(open().get('a', { ...GET, signal: stopping.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
