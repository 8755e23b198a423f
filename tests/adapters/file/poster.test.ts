import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFilePoster, problemOfName } from '../../../src/adapters/file/poster.ts';
import { openLocalDriver, postTo } from '../../contracts/local-poster-driver.ts';
import { posterContract } from '../../contracts/poster.ts';
import { createFolder } from '../../fakes/folder.ts';

const channel = { platform: 'file', workspace: 'local', channel: 'morning.txt' };

posterContract('files', async () => {
  const dir = createFolder();
  return openLocalDriver({
    poster: createFilePoster(dir),
    channel,
    read: ({ channel: name }) => read(dir, name),
  });
});

function read(dir: string, name: string): string {
  try {
    return readFileSync(join(dir, name), 'utf8');
  } catch {
    return '';
  }
}

describe('a file of digests', () => {
  test('keeps what it holds, and is for its owner only', async () => {
    const dir = createFolder({ 'morning.txt': 'Kept.\n' });
    await postTo(createFilePoster(dir), channel);
    expect(read(dir, 'morning.txt')).toMatch(/^Kept\.\n.*· edition [a-z2-7]{25}\n\n$/s);
  });

  test('that is a link out of the data directory is not written', async () => {
    const dir = createFolder();
    const outside = join(createFolder(), 'outside.txt');
    writeFileSync(outside, '');
    symlinkSync(outside, join(dir, 'morning.txt'));
    expect(await postTo(createFilePoster(dir), channel)).toMatchObject({ kind: 'refused', why: 'closed' });
    expect(readFileSync(outside, 'utf8')).toBe('');
  });

  test('that is a folder is refused', async () => {
    const dir = createFolder();
    mkdirSync(join(dir, 'morning.txt'));
    expect(await postTo(createFilePoster(dir), channel)).toMatchObject({ kind: 'refused', why: 'closed' });
  });

  test('of a data directory that is gone waits', async () => {
    const dir = join(createFolder(), 'nowhere');
    expect(await postTo(createFilePoster(dir), channel)).toMatchObject({ kind: 'later' });
  });

  test.each([
    '../x',
    'a/b',
    '.hidden',
    'dossier.db',
    'dossier.db-wal',
    'DOSSIER.DB',
    'index.jsonl',
    'start.lock',
    'history',
    'digests.shown',
    'link-secret',
    'web',
    '',
    'x'.repeat(101),
  ])('may not be called %j', (name) => {
    expect(problemOfName(name)).not.toBeNull();
  });

  test.each(['morning.txt', 'digest', 'NATO-daily_1.md', 'history.txt'])('may be called %j', (name) => {
    expect(problemOfName(name)).toBeNull();
  });
});
