import { describe, expect, test } from 'vitest';
import type { Edition, EditionState } from '../../../src/core/schedule/edition.ts';
import { alertOpensAt, planAlert } from '../../../src/core/schedule/plan-alert.ts';

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const NOW = at('14:30:00');

function edition(state: EditionState, when: string, slot = `2026-11-24T${when.slice(0, 4)}0`): Edition {
  return {
    ...{ channel: { platform: 'chat', workspace: 'W1', channel: 'C1' }, number: 1, slot, state },
    ...{ due: at(when), at: at(when), reason: null, fence: 1, lease: null, retryAt: null, intentAt: null },
    ...{ lookups: 0, attempts: 0, messageId: null, covered: null, content: null },
  };
}

describe('an alert may post', () => {
  test.each([
    ['at once if it never has', [], 0],
    ['ten minutes after its last post', [edition('sent', '14:25:00')], at('14:35:00').valueOf()],
    [
      'ten minutes after one that may have arrived',
      [edition('unknown', '14:25:00')],
      at('14:35:00').valueOf(),
    ],
    ['an hour after a refusal', [edition('failed', '14:00:00')], at('15:00:00').valueOf()],
    ['at once after one that posted nothing', [edition('empty', '14:29:00')], at('14:29:00').valueOf()],
    ['whatever a clock wrote that was ahead', [edition('sent', '18:00:00')], 0],
    ['not before that of a clock slightly ahead', [edition('sent', '14:31:00')], at('14:41:00').valueOf()],
  ] as const)('%s', (_what, latest, opens) => {
    expect(alertOpensAt(latest, NOW)?.valueOf()).toBe(opens);
  });

  test.each([
    edition('due', '14:00:00'),
    edition('claimed', '14:00:00'),
    edition('intent', '14:00:00'),
    { ...edition('unknown', '14:00:00'), retryAt: at('14:31:00') },
  ])('not while its edition is $state', (open) => {
    expect(alertOpensAt([open], NOW)).toBeNull();
  });
});

describe('the slot of an alert', () => {
  const slotOf = (latest: readonly Edition[], match: string, now = NOW) =>
    planAlert(latest, at(match), now).due.map(({ slot }) => slot);

  test('is the ten minutes in which its first match came, whenever that is noticed', () => {
    for (const now of ['14:27:31', '14:30:00', '18:00:00'])
      expect(slotOf([], '14:27:30', at(now))).toEqual(['2026-11-24T14:20']);
  });

  test('is that in which it may post again', () => {
    expect(slotOf([edition('sent', '14:18:00')], '14:19:00')).toEqual(['2026-11-24T14:20']);
  });

  test('is never one that there was', () => {
    const had = [edition('skipped', '14:20:00'), edition('skipped', '14:30:00'), edition('sent', '13:00:00')];
    expect(slotOf(had, '14:27:30')).toEqual(['2026-11-24T14:40']);
  });

  test('is due now', () => {
    expect(planAlert([], at('14:27:30'), NOW)).toEqual({
      ...{ due: [{ slot: '2026-11-24T14:20', due: NOW }], skipped: [], next: NOW },
    });
  });
});
