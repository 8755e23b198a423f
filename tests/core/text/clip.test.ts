import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../../src/core/text/clip.ts';

test('a short text is not clipped', () => {
  expect(clip('lamp', 4)).toBe('lamp');
});

test('a long text is clipped with an ellipsis, never inside a character', () => {
  expect([clip('lamps', 4), clip('a🚢🚢', 3), clip('a🚢🚢', 4)]).toEqual(['lam…', 'a…', 'a🚢…']);
});

test('a clipped text is never longer than allowed, and well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const clipped = clip(text, most);
      expect(clipped.length).toBeLessThanOrEqual(most);
      expect(clipped.isWellFormed()).toBe(true);
    }),
  );
});
