import { expect, test } from 'vitest';
import { base32Hash } from '../../../src/core/text/base32.ts';

test('a text has the same hash on every machine', () => {
  expect(base32Hash('["answer",1]', 12)).toBe('7ai5q6ix6qan');
});

test('a shorter hash is the beginning of a longer one', () => {
  expect(base32Hash('lamp', 25).slice(0, 12)).toBe(base32Hash('lamp', 12));
  expect(base32Hash('lamp', 25)).toMatch(/^[a-z2-7]{25}$/);
});
