import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadConfig } from '../../src/app/config.ts';
import { openBucket } from '../../src/app/open-bucket.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';
import { startS3Server } from '../fakes/s3-server.ts';

const before = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, before);
});

test('a bucket that is followed is looked at again and again, until that is stopped', async () => {
  const server = await startS3Server({ 'desk/news/a.txt': 'Seven crowns.' });
  Object.assign(process.env, server.variables);
  const { bucket, corpusDir } = loadConfig({ ...server.variables, DOSSIER_DATA_DIR: createFolder() });
  if (!bucket) throw new Error('No bucket is configured.');
  const opened = await openBucket(bucket, { isThorough: false, interval: 20 });
  expect(existsSync(join(corpusDir, 'news/a.txt'))).toBe(true);
  opened.follow();
  server.put('desk/news/b.txt', 'Eight crowns.');
  await eventually(() => expect(existsSync(join(corpusDir, 'news/b.txt'))).toBe(true));
  server.remove('desk/news/a.txt');
  await eventually(() => expect(existsSync(join(corpusDir, 'news/a.txt'))).toBe(false));
  server.fallSilent();
  await opened.stop();
});
