import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CorpusWatcher, watchCorpus } from '../src/corpus-watcher.ts';
import { createFolder } from './fakes/folder.ts';

let watcher: CorpusWatcher | null = null;

afterEach(async () => {
  await watcher?.stop();
  watcher = null;
});

async function watching(files: Readonly<Record<string, string>>, look: () => Promise<boolean>) {
  const root = createFolder(files);
  const report = vi.fn();
  watcher = await watchCorpus(root, { look, report });
  return { root, report };
}

const SOON = { timeout: 10_000, interval: 20 };

describe('a watched folder', () => {
  test.each<[string, (root: string) => void]>([
    ['a new file', (root) => writeFileSync(join(root, 'harbour/b.txt'), 'b')],
    ['a changed file', (root) => writeFileSync(join(root, 'harbour/a.txt'), 'changed')],
    ['a removed file', (root) => rmSync(join(root, 'harbour/a.txt'))],
    ['a new folder', (root) => mkdirSync(join(root, 'town'))],
    ['a removed folder', (root) => rmSync(join(root, 'harbour'), { recursive: true })],
  ])('is looked at for %s', async (_, change) => {
    const look = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, look);
    change(root);
    await vi.waitFor(() => expect(look).toHaveBeenCalled(), SOON);
  });

  test('is looked at a few times for a burst', async () => {
    let seen = 0;
    const look = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, look);
    for (; seen < 1000; seen++) writeFileSync(join(root, `harbour/${seen}.txt`), 'x');
    await vi.waitFor(() => expect(look).toHaveBeenCalled(), SOON);
    expect(look.mock.calls.length).toBeLessThan(20);
  });

  test('is looked at again while files are being written', async () => {
    let looks = 0;
    const { root } = await watching({}, async () => ++looks < 3);
    writeFileSync(join(root, 'a.txt'), 'a');
    await vi.waitFor(() => expect(looks).toBe(3), SOON);
  });

  test('goes on being watched when a look fails', async () => {
    const look = vi.fn(async () => false).mockRejectedValueOnce(new Error('no'));
    const { root, report } = await watching({}, look);
    writeFileSync(join(root, 'a.txt'), 'a');
    await vi.waitFor(() => expect(report).toHaveBeenCalled(), SOON);
    writeFileSync(join(root, 'b.txt'), 'b');
    await vi.waitFor(() => expect(look.mock.calls.length).toBeGreaterThan(1), SOON);
  });
});
