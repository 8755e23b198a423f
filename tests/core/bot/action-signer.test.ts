import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActionSigner } from '../../../src/core/bot/action-signer.ts';
import type { ButtonAction } from '../../../src/core/bot/button-action.ts';

const NOW = new Date('2026-11-24T14:00:00Z');
const place = { workspace: 'W', channel: 'C' };
const now = () => NOW;
const actions = createActionSigner({ secret: 'token', days: 90, longest: 100, now });
const all: ButtonAction[] = [
  ...(['more', 'sources', 'ask', 'thread', 'share', 'keep', 'up', 'down', 'reason'] as const).map((kind) => ({
    kind,
    answer: 'abcdefghijkl',
  })),
  { kind: 'page', answer: 'abcdefghijkl', page: 2 },
  { kind: 'again', command: 'topics', options: { action: 'list' }, page: 3 },
  { kind: 'timeline', topic: 'nato-asia' },
];

describe('an action', () => {
  test.each(all)('is read as it was written: $kind', (action) => {
    const text = actions.sign(action, place) ?? '';
    expect(text.length).toBeLessThanOrEqual(100);
    expect(actions.verify(text, place)).toEqual(action);
  });

  test('outlives a restart, and whoever has another secret can’t read it', () => {
    const text = actions.sign({ kind: 'more', answer: 'a' }, place) ?? '';
    expect(
      createActionSigner({ secret: 'token', days: 90, longest: 100, now }).verify(text, place),
    ).not.toBeNull();
    expect(
      createActionSigner({ secret: 'other', days: 90, longest: 100, now }).verify(text, place),
    ).toBeNull();
  });

  test.each([
    { workspace: 'W', channel: 'D' },
    { workspace: 'V', channel: 'C' },
  ])('is good in its place alone: %j', (other) => {
    expect(actions.verify(actions.sign({ kind: 'more', answer: 'a' }, place) ?? '', other)).toBeNull();
  });

  test('is good for so many days', () => {
    const text = actions.sign({ kind: 'more', answer: 'a' }, place) ?? '';
    const readAfter = (days: number) =>
      createActionSigner({
        ...{ secret: 'token', days: 90, longest: 100 },
        now: () => new Date(NOW.valueOf() + days * 86_400_000),
      }).verify(text, place);
    expect([readAfter(89) === null, readAfter(92) === null]).toEqual([false, true]);
  });

  test('that was changed anywhere is none', () => {
    const text = actions.sign({ kind: 'page', answer: 'abcdefghijkl', page: 2 }, place) ?? '';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
        return changed === text || actions.verify(changed, place) === null;
      }),
      { numRuns: 10_000 },
    );
  });

  // Signed by the version before this one: buttons that people see must not die with an update.
  test('that an earlier version signed is still read', () => {
    const signed = '_21RwHQpDa-G-Y7Pg3s ["page","abcdefghijkl",2]';
    expect(actions.verify(signed, place)).toEqual({ kind: 'page', answer: 'abcdefghijkl', page: 2 });
  });

  test('is not written where it would be too long', () => {
    expect(actions.sign({ kind: 'timeline', topic: 'x'.repeat(99) }, place)).toBeNull();
  });
});
