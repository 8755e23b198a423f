import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CorpusWatcher, type WatchOptions, watchCorpus } from '../../src/app/corpus-watcher.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';

let watcher: CorpusWatcher | null = null;

afterEach(async () => {
  await watcher?.stop();
  watcher = null;
});

async function watching(
  files: Readonly<Record<string, string>>,
  scan: () => Promise<boolean>,
  pace: WatchOptions['pace'] = {},
) {
  const root = createFolder(files);
  const report = vi.fn();
  watcher = await watchCorpus(root, { scan, report, pace });
  return { root, report };
}

describe('a watched folder', () => {
  test.each<[string, (root: string) => void]>([
    ['a new file', (root) => writeFileSync(join(root, 'harbour/b.txt'), 'b')],
    ['a changed file', (root) => writeFileSync(join(root, 'harbour/a.txt'), 'changed')],
    ['a removed file', (root) => rmSync(join(root, 'harbour/a.txt'))],
    ['a new folder', (root) => mkdirSync(join(root, 'town'))],
    ['a removed folder', (root) => rmSync(join(root, 'harbour'), { recursive: true })],
  ])('is scanned for %s', async (_, change) => {
    const scan = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan);
    change(root);
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('is scanned a few times for a burst', async () => {
    let seen = 0;
    const scan = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan);
    for (; seen < 1000; seen++) writeFileSync(join(root, `harbour/${seen}.txt`), 'x');
    await eventually(() => expect(scan).toHaveBeenCalled());
    expect(scan.mock.calls.length).toBeLessThan(20);
  });

  test('is scanned again while files are being written', async () => {
    let scans = 0;
    const { root } = await watching({}, async () => ++scans < 3);
    writeFileSync(join(root, 'a.txt'), 'a');
    await eventually(() => expect(scans).toBe(3));
  });

  test('goes on being watched when a scan fails', async () => {
    const scan = vi.fn(async () => false).mockRejectedValueOnce(new Error('no'));
    const { root, report } = await watching({}, scan);
    writeFileSync(join(root, 'a.txt'), 'a');
    await eventually(() => expect(report).toHaveBeenCalled());
    writeFileSync(join(root, 'b.txt'), 'b');
    await eventually(() => expect(scan.mock.calls.length).toBeGreaterThan(1));
  });
});

describe('a watched folder is followed', () => {
  const PACE = { quiet: 50, poll: 300 };

  test.each<[string, (root: string) => void]>([
    ['deleted', (root) => rmSync(root, { recursive: true })],
    ['moved away', (root) => renameSync(root, join(createFolder(), 'former'))],
  ])('after it was %s and made anew', async (_what, leave) => {
    let seen: string[] = [];
    const { root } = await watching(
      { 'harbour/a.txt': 'a' },
      async () => {
        seen = existing(root);
        return false;
      },
      PACE,
    );
    leave(root);
    mkdirSync(join(root, 'harbour'), { recursive: true });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await eventually(() => expect(seen).toEqual(['b.txt']));
    writeFileSync(join(root, 'harbour/c.txt'), 'c');
    await eventually(() => expect(seen).toEqual(['b.txt', 'c.txt']));
  });

  const ALONE = { quiet: 20, poll: 60_000 }; // by events only

  test('in a folder of it that took the place of another', async () => {
    const scan = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan, ALONE);
    renameSync(join(root, 'harbour'), join(createFolder(), 'former'));
    renameSync(createFolder({ 'b.txt': 'b' }), join(root, 'harbour'));
    await eventually(() => expect(scan).toHaveBeenCalled());
    scan.mockClear();
    await vi.waitFor(
      () => {
        writeFileSync(join(root, 'harbour/b.txt'), String(Math.random()));
        expect(scan).toHaveBeenCalled();
      },
      { timeout: 20_000, interval: 100 },
    ); // rests between writes
  });

  test('behind a link', async () => {
    const scan = vi.fn(async () => false);
    const root = createFolder({ 'harbour/a.txt': 'a' });
    const link = join(createFolder(), 'corpus');
    symlinkSync(root, link);
    watcher = await watchCorpus(link, { scan, report: vi.fn(), pace: ALONE });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('now and then though nothing calls for it', async () => {
    const scan = vi.fn(async () => false);
    await watching({}, scan, { poll: 20 });
    await eventually(() => expect(scan.mock.calls.length).toBeGreaterThan(2));
  });

  test('during a burst that goes on', async () => {
    const scan = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan, { quiet: 60_000, longest: 200 });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('no more once that is asked, not even for what has happened', async () => {
    const scan = vi.fn(async () => false);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan, { quiet: 1 });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await watcher?.stop();
    const before = scan.mock.calls.length;
    writeFileSync(join(root, 'harbour/c.txt'), 'c');
    await new Promise((resolve) => setImmediate(resolve));
    expect(scan.mock.calls.length).toBe(before);
  });
});

function existing(root: string): string[] {
  try {
    return readdirSync(join(root, 'harbour')).sort();
  } catch {
    return [];
  }
}
