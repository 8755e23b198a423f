import { expect, test, vi } from 'vitest';
import { createScanner } from '../../src/app/corpus-scanner.ts';
import type { CorpusFollower } from '../../src/core/library/following/corpus-follower.ts';
import type { Refusal } from '../../src/core/library/library.ts';
import { createFileReader } from '../../src/core/library/reading/read-document.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import { createFolder } from '../fakes/folder.ts';
import { followInMemory } from '../fakes/follow.ts';

const LAMP = 'The keeper lit the lamp at dusk.';
const read = createFileReader([textReader]);
const LATER = new Date(Date.now() + 60_000);

/** A scanner of a few files, each of which takes some seconds. */
function scanning(seconds: number) {
  const root = createFolder({
    'harbour/a.txt': LAMP,
    'harbour/b.txt': `${LAMP} B.`,
    'harbour/c.txt': `${LAMP} C.`,
  });
  let now = 0;
  const follower = followInMemory({
    root,
    read: async (file) => {
      now += seconds * 1000;
      return read(file);
    },
    sink: { add: async () => {}, remove: async () => {} },
    now: () => LATER,
    patience: async () => undefined,
  });
  const sizes: number[] = [];
  const end = vi.fn();
  const scanner = createScanner(follower, {
    ...{ library: follower.library, sights: null, progress: { end }, now: () => LATER, elapsed: () => now },
    saving: {
      saved: null,
      state: () => follower.state,
      save: async ({ entries }) => void sizes.push(entries.size),
    },
  });
  return { scanner, follower, sizes, end };
}

async function scanToTheEnd({ scanner }: Pick<ReturnType<typeof scanning>, 'scanner'>) {
  while ((await scanner.scan()).isDue) await new Promise((resolve) => setImmediate(resolve));
}

test('what was read is saved now and then while reading goes on, and at the end', async () => {
  const world = scanning(6);
  await scanToTheEnd(world);
  expect(world.sizes.at(-1)).toBe(3);
  expect(world.sizes.length).toBeGreaterThan(1);
});

test('what is read in a moment is saved once', async () => {
  const world = scanning(0.1);
  await scanToTheEnd(world);
  await world.scanner.scan();
  expect(world.sizes).toEqual([3]);
});

test('coverage tells how much was read so far, until all was', async () => {
  const { scanner, follower, end } = scanning(1);
  const local = {
    platform: 'terminal',
    workspace: 'local',
    channel: 'c',
    user: 'u',
    private: true,
    local: true,
  };
  const seen: unknown[] = [];
  for (let isDue = true; isDue; ) {
    ({ isDue } = await scanner.scan());
    const { documents, unread = 0, toRead = 0 } = follower.library.scopeFor(local).coverage;
    expect(documents + toRead).toBe(3);
    expect([unread, scanner.isComplete()]).toEqual([toRead, toRead === 0]);
    seen.push(toRead);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen.length).toBeGreaterThan(1);
  expect(end).toHaveBeenCalledOnce();
});

test('what is refused only while something is still being written is told to nobody', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const looks = [
    {
      refusals: [{ file: 'harbour/sources.yaml', reason: 'names a.txt, which does not exist' }],
      unsettled: true,
    },
    { refusals: [{ file: 'harbour/b.txt', reason: 'is empty' }], unsettled: false },
  ];
  const library = { collections: [], refusals: [] as Refusal[], size: () => ({ documents: 0, passages: 0 }) };
  const follower: CorpusFollower = {
    async refresh() {
      const { refusals = [], unsettled = false } = looks.shift() ?? {};
      library.refusals = refusals;
      return { added: [], changed: [], removed: [], replaced: [], unsettled, unread: 0, looked: 0 };
    },
  };
  const scanner = createScanner(follower, {
    ...{ library, sights: null, progress: { end() {} }, now: () => LATER, elapsed: () => 0 },
  });
  scanner.reportLaterRefusals();
  await scanner.scan();
  expect(write).not.toHaveBeenCalled();
  await scanner.scan();
  expect(write.mock.calls.map(([line]) => line)).toEqual([expect.stringContaining('harbour/b.txt')]);
  write.mockRestore();
});
