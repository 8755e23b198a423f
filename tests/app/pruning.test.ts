import { expect, test } from 'vitest';
import { createPruning } from '../../src/app/pruning.ts';

/** A pruning of documents that are read by the second scan. */
function pruned() {
  const done: string[] = [];
  let scans = 0;
  const note = (what: string) => async () => void done.push(what);
  const pruning = createPruning({
    store: {
      upkeep: {
        prune: async (before) => {
          done.push(before.toISOString());
          return 0;
        },
      },
      answers: { dropWordings: note('wordings') },
      revisions: { dropGone: note('revisions') },
    },
    documents: {
      isComplete: () => scans > 1,
      present: async () => new Set(),
      async scan() {
        scans++;
        const change = { added: [], changed: [], removed: [] };
        return { isDue: false, unread: 0, looked: 0, change };
      },
    },
    kept: 60_000,
    now: () => new Date('2026-11-24T14:00:00Z'),
    report(error) {
      throw error;
    },
  });
  return { pruning, done };
}

test('old data goes at once, what is known of documents that are gone as soon as all are read', async () => {
  const { pruning, done } = pruned();
  await pruning.prune();
  await pruning.scan();
  expect(done).toEqual(['2026-11-24T13:59:00.000Z']);
  await pruning.scan();
  expect(done.slice(1)).toEqual(['wordings', 'revisions']);
});

test('it goes once after reading, then whenever old data does', async () => {
  const { pruning, done } = pruned();
  for (let at = 0; at < 4; at++) await pruning.scan();
  expect(done).toEqual(['wordings', 'revisions']);
  await pruning.prune();
  expect(done).toHaveLength(5);
});
