import { expect, test } from 'vitest';
import { type AcceptedPost, checkHistory, type Named } from './history.ts';

const CHANNELS = ['one', 'two', 'three'];
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25'];
const AT = new Date('2026-11-24T08:00:00Z');

const expected: readonly Named[] = CHANNELS.flatMap((channel) => DAYS.map((slot) => ({ channel, slot })));
const accepted: readonly AcceptedPost[] = expected.map((edition) => ({ ...edition, at: AT }));
const [first, second, ...rest] = accepted;
if (!first || !second) throw new Error('There are no posts.');
const WELL = { lost: [], doubled: [], unexpected: [], unknown: [] };

test('finds nothing wrong where every edition is there once', () => {
  expect(checkHistory({ accepted, expected, sent: expected })).toEqual({ once: 9, ...WELL });
});

test('finds a lost edition', () => {
  const found = checkHistory({ accepted: [first, ...rest], expected });
  expect(found).toEqual({ ...WELL, once: 8, lost: ['one 2026-11-24'] });
});

test('finds a doubled edition, and says when it was posted', () => {
  const again = { ...first, at: new Date('2026-11-24T08:01:00Z') };
  const found = checkHistory({ accepted: [...accepted, again], expected });
  const doubled = ['one 2026-11-23 at 2026-11-24T08:00:00.000Z, 2026-11-24T08:01:00.000Z'];
  expect(found).toEqual({ ...WELL, once: 8, doubled });
});

test('finds an edition that was posted in another channel', () => {
  const found = checkHistory({ accepted: [{ ...first, channel: 'four' }, second, ...rest], expected });
  expect(found.lost).toEqual(['one 2026-11-23']);
  expect(found.unexpected).toEqual(['four 2026-11-23 at 2026-11-24T08:00:00.000Z']);
});

test('finds an edition that was posted in another channel that has one of its own', () => {
  const found = checkHistory({ accepted: [{ ...first, channel: 'two' }, second, ...rest], expected });
  expect(found.lost).toEqual(['one 2026-11-23']);
  expect(found.doubled).toHaveLength(1);
});

test('finds an edition of a day without a digest', () => {
  const found = checkHistory({ accepted: [...accepted, { ...first, slot: '2026-11-28' }], expected });
  expect(found).toEqual({
    ...{ ...WELL, once: 9 },
    unexpected: ['one 2026-11-28 at 2026-11-24T08:00:00.000Z'],
  });
});

test('finds an edition that is said to be sent and is not there', () => {
  const history = { accepted: [first, ...rest], expected, sent: expected };
  expect(checkHistory(history)).toEqual({ ...WELL, once: 8, lost: ['one 2026-11-24'] });
  expect(checkHistory({ ...history, unknown: [second] }).lost).toEqual(['one 2026-11-24']);
});

test('forgives an absent edition that is said to be unknown, and no doubled one', () => {
  const found = checkHistory({ accepted: [first, first, ...rest], expected, unknown: [first, second] });
  expect(found.unknown).toEqual(['one 2026-11-24']);
  expect(found.lost).toEqual([]);
  expect(found.doubled).toHaveLength(1);
});
