import { expect, test } from 'vitest';
import { createOpenings } from '../../../src/adapters/slack/openings.ts';

const AT = 1_800_000_000; // seconds
const ts = (seconds: number) => `${AT + seconds}.000100`;

/** An answer that is posted when it is told to be. */
function underWay() {
  let post = (_ts: string | null) => {};
  const opening = new Promise<{ readonly ts: string } | null>((resolve) => {
    post = (posted) => resolve(posted === null ? null : { ts: posted });
  });
  return { opening, post: (posted: string | null) => post(posted) };
}

/** Whether a promise is kept without anything else happening. */
async function isKept(promise: Promise<unknown>): Promise<boolean> {
  let kept = false;
  void promise.then(() => {
    kept = true;
  });
  await new Promise(setImmediate);
  return kept;
}

test('a thread waits for the answer that it may be under, and for no other', async () => {
  const openings = createOpenings(() => new Date(AT * 1000));
  const [hanging, mine] = [underWay(), underWay()];
  void openings.track('C1', hanging.opening);
  void openings.track('C1', mine.opening);
  const waiting = openings.known('C1', ts(1));
  expect(await isKept(waiting)).toBe(false);
  expect(await isKept(openings.known('C2', ts(1)))).toBe(true);
  expect(await isKept(openings.known('C1', ts(-60)))).toBe(true);
  mine.post(ts(1));
  expect([await isKept(waiting), await isKept(openings.known('C1', ts(1)))]).toEqual([true, true]);
});

test('a thread waits no longer when all answers under way have ended', async () => {
  const openings = createOpenings(() => new Date(AT * 1000));
  const [one, other] = [underWay(), underWay()];
  for (const { opening } of [one, other]) void openings.track('C1', opening);
  const waiting = openings.known('C1', ts(1));
  one.post(ts(2));
  expect(await isKept(waiting)).toBe(false);
  other.post(null);
  expect(await isKept(waiting)).toBe(true);
});
