import { expect, test } from 'vitest';
import { findTurns } from '../../../src/core/text/debate-turns.ts';
import { cpuTime } from '../../fakes/cpu-time.ts';

test('a turn is found after a sentence, with all titles of its speaker', () => {
  expect(findTurns('Order! HON. PROF. B. QUAY.- I move. MR. SPEAKER.- Agreed.')).toEqual([7, 36]);
});

test.each([
  ['blanks', ' '.repeat(200_000)],
  ['titles', 'Order! HON. '.repeat(17_000)],
  ['capitals', `Order! HON. ${'QUAY '.repeat(40_000)}`],
  ['brackets', 'Order! ('.repeat(25_000)],
])('a long text takes no more than a second: %s', (_what, text) => {
  expect(cpuTime(() => expect(findTurns(`x${text}x`)).toEqual([]))).toBeLessThan(1000);
});
