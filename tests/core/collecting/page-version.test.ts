import { describe, expect, test } from 'vitest';
import {
  formatVersion,
  isMuchShorter,
  parseVersion,
  versionOf,
} from '../../../src/core/collecting/page-version.ts';

const TEXT = 'The island ferry will cost ten crowns from June.';
const LONG = versionOf(TEXT.repeat(20));

describe('a version of a page', () => {
  test('is the same in another layout', () => {
    expect(versionOf(` ${TEXT.replaceAll(' ', '\n ')}`)).toEqual(versionOf(TEXT));
    expect(versionOf(TEXT.replace('ten', 'two')).hash).not.toBe(versionOf(TEXT).hash);
  });

  test.each([[LONG], [{ hash: 'abc', length: null }], [{ hash: 'abc', length: 0 }]])(
    'is read as it was written: %j',
    (version) => expect(parseVersion(formatVersion(version))).toEqual(version),
  );

  test('has much less text than one of more than ten times its length, unless that is unknown', () => {
    expect(isMuchShorter(versionOf(TEXT), LONG)).toBe(true);
    expect(isMuchShorter(versionOf(TEXT.repeat(2)), LONG)).toBe(false);
    expect(isMuchShorter(versionOf(TEXT), { hash: LONG.hash, length: null })).toBe(false);
  });
});
