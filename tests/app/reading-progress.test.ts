import { expect, test } from 'vitest';
import { createReadingProgress } from '../../src/app/reading-progress.ts';

function watching() {
  let now = 0;
  const told: string[] = [];
  const progress = createReadingProgress({ elapsed: () => now, tell: (line) => told.push(line) });
  /** Reads files, so many a second, and returns the last line. */
  const read = ({ from, to, perSecond }: { from: number; to: number; perSecond: number }) => {
    for (let left = from; left >= to; left -= perSecond) {
      progress.left(left);
      now += 1000;
    }
    return told.at(-1);
  };
  return { progress, told, read };
}

test('the time left is told from the recent rate, but not in the first seconds', () => {
  const { read } = watching();
  expect(read({ from: 40_000, to: 39_500, perSecond: 100 })).toBe('Reading documents: 500 of 40,000.');
  expect(read({ from: 39_400, to: 38_800, perSecond: 100 })).toBe(
    'Reading documents: 1,200 of 40,000, about 6 minutes left.',
  );
  expect(read({ from: 38_800, to: 30_000, perSecond: 10 })).toBe(
    'Reading documents: 10,000 of 40,000, about 50 minutes left.',
  );
});

test('short and long times are told in their own units', () => {
  expect(watching().read({ from: 1000, to: 400, perSecond: 20 })).toMatch(
    /600 of 1,000, about 20 seconds left\.$/,
  );
  expect(watching().read({ from: 1_000_000, to: 999_800, perSecond: 10 })).toMatch(/about 28 hours left\.$/);
});

test('files that come meanwhile count too', () => {
  const { progress, read } = watching();
  read({ from: 10, to: 5, perSecond: 1 });
  progress.left(20);
  expect(read({ from: 20, to: 18, perSecond: 1 })).toMatch(/^Reading documents: 2 of 20/);
});

test('it is told once a minute while questions are answered, and its end once', () => {
  const { progress, told, read } = watching();
  progress.calm();
  read({ from: 1000, to: 880, perSecond: 1 });
  progress.end();
  progress.end();
  progress.left(5);
  expect(told.map((line) => line.slice(0, 30))).toEqual([
    'Reading documents: 60 of 1,000',
    'Reading documents: 120 of 1,00',
    'All documents are read.',
  ]);
});

test('what is read in a moment is not told of', () => {
  const { progress, told } = watching();
  progress.left(10);
  progress.end();
  expect(told).toEqual([]);
});
