import { expect, test } from 'vitest';
import { createOnce } from '../../../src/adapters/discord/once.ts';

test('an id is new once, and forgotten only after ten thousand others', () => {
  const isFirst = createOnce();
  expect([isFirst('a'), isFirst('a')]).toEqual([true, false]);
  for (let n = 0; n < 10_000; n++) isFirst(String(n));
  expect(isFirst('a')).toBe(true);
});
