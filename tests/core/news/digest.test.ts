import { expect, test } from 'vitest';
import { seenFrom } from '../../../src/core/news/digest.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));

test('versions count from an hour before the channel was last told, since clocks differ', () => {
  expect(seenFrom({ since: at(8), until: at(20) })).toEqual(at(7));
});

test('of a first digest, the versions of the last hour count', () => {
  expect(seenFrom({ since: null, until: at(20) })).toEqual(at(19));
});

test('versions count from an hour before now, if a clock was set back', () => {
  expect(seenFrom({ since: at(22), until: at(20) })).toEqual(at(19));
});
