import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type CorpusWatcher, type WatchOptions, watchCorpus } from '../../src/app/corpus-watcher.ts';
import { eventually } from '../fakes/eventually.ts';
import { createFolder } from '../fakes/folder.ts';

const DONE = { isDue: false, looked: 0 };
let watcher: CorpusWatcher | null = null;

afterEach(async () => {
  await watcher?.stop();
  watcher = null;
});

async function watching(
  files: Readonly<Record<string, string>>,
  scan: WatchOptions['scan'],
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
    const scan = vi.fn(async () => DONE);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan);
    change(root);
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('is scanned a few times for a burst', async () => {
    let seen = 0;
    const scan = vi.fn(async () => DONE);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan);
    for (; seen < 1000; seen++) writeFileSync(join(root, `harbour/${seen}.txt`), 'x');
    await eventually(() => expect(scan).toHaveBeenCalled());
    expect(scan.mock.calls.length).toBeLessThan(20);
  });

  test('is scanned again while files are being written', async () => {
    let scans = 0;
    const { root } = await watching({}, async () => ({ isDue: ++scans < 3, looked: 0 }));
    writeFileSync(join(root, 'a.txt'), 'a');
    await eventually(() => expect(scans).toBe(3));
  });

  test('goes on being watched when a scan fails', async () => {
    const scan = vi.fn(async () => DONE).mockRejectedValueOnce(new Error('no'));
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
        return DONE;
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
    const scan = vi.fn(async () => DONE);
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
    const scan = vi.fn(async () => DONE);
    const root = createFolder({ 'harbour/a.txt': 'a' });
    const link = join(createFolder(), 'corpus');
    symlinkSync(root, link);
    watcher = await watchCorpus(link, { scan, report: vi.fn(), pace: ALONE });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('now and then though nothing calls for it', async () => {
    const scan = vi.fn(async () => DONE);
    await watching({}, scan, { poll: 20 });
    await eventually(() => expect(scan.mock.calls.length).toBeGreaterThan(2));
  });

  test('during a burst that goes on', async () => {
    const scan = vi.fn(async () => DONE);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan, { quiet: 60_000, longest: 200 });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await eventually(() => expect(scan).toHaveBeenCalled());
  });

  test('no more once that is asked, not even for what has happened', async () => {
    const scan = vi.fn(async () => DONE);
    const { root } = await watching({ 'harbour/a.txt': 'a' }, scan, { quiet: 1 });
    writeFileSync(join(root, 'harbour/b.txt'), 'b');
    await watcher?.stop();
    const before = scan.mock.calls.length;
    writeFileSync(join(root, 'harbour/c.txt'), 'c');
    await new Promise((resolve) => setImmediate(resolve));
    expect(scan.mock.calls.length).toBe(before);
  });
});

describe('a large folder', () => {
  const LARGE = { isDue: false, looked: 1000 };
  const PACE = { quiet: 20, longest: 100, poll: 10, sweep: 60_000 };

  /** A watched folder, the first look at which took long. */
  async function large(files: Readonly<Record<string, string>>, more: WatchOptions['pace'] = {}) {
    const scan = vi.fn(
      async (_paths?: readonly string[]) => LARGE as Awaited<ReturnType<WatchOptions['scan']>>,
    );
    const { root } = await watching(files, scan, { ...PACE, ...more });
    await eventually(() => expect(scan).toHaveBeenCalledOnce());
    const named = () => scan.mock.calls.slice(1).flatMap(([paths]) => paths ?? ['all']);
    return { root, scan, named };
  }

  test('is looked at only where something happened', async () => {
    const { root, named } = await large({ 'harbour/a.txt': 'a', 'harbour/deep/b.txt': 'b' });
    writeFileSync(join(root, 'harbour/deep/b.txt'), 'changed');
    rmSync(join(root, 'harbour/a.txt'));
    await eventually(() =>
      expect(new Set(named())).toEqual(new Set(paths(root, 'harbour/deep/b.txt', 'harbour/a.txt'))),
    );
  });

  test('is watched in folders that come, and in those that are renamed', async () => {
    const { root, named } = await large({ 'harbour/old/a.txt': 'a' });
    renameSync(join(root, 'harbour/old'), join(root, 'harbour/new'));
    await eventually(() => expect(named()).toContain(join(root, 'harbour/new')));
    mkdirSync(join(root, 'harbour/new/deep'));
    await eventually(() => expect(named()).toContain(join(root, 'harbour/new/deep')));
    writeFileSync(join(root, 'harbour/new/deep/b.txt'), 'b');
    await eventually(() => expect(named()).toContain(join(root, 'harbour/new/deep/b.txt')));
    expect(named()).not.toContain('all');
  });

  test('is looked at again where a file was still being written', async () => {
    const { root, scan, named } = await large({ 'harbour/a.txt': 'a' });
    scan.mockResolvedValueOnce({ isDue: true, looked: 0 });
    writeFileSync(join(root, 'harbour/a.txt'), 'changed');
    await eventually(() => expect(named().length).toBeGreaterThan(1));
    expect(new Set(named())).toEqual(new Set(paths(root, 'harbour/a.txt')));
  });

  test('is swept though nothing calls for it, the less often the longer that takes', async () => {
    const { named } = await large({}, { sweep: 50 });
    await eventually(() => expect(named()).toContain('all'));
    const rarely = await large({}, { sweep: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(rarely.named()).toEqual([]);
  });

  test('is swept at once where very much happened', async () => {
    const { root, named } = await large({ 'harbour/a.txt': 'a' }, { quiet: 500, longest: 60_000 });
    for (let at = 0; at < 600; at++) writeFileSync(join(root, `harbour/${at}.txt`), 'x');
    await eventually(() => expect(named()).toEqual(['all']));
  });
});

function paths(root: string, ...names: string[]): string[] {
  return names.map((name) => join(root, name));
}

function existing(root: string): string[] {
  try {
    return readdirSync(join(root, 'harbour')).sort();
  } catch {
    return [];
  }
}
