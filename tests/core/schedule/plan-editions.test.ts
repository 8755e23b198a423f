import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnknownZoneError } from '../../../src/core/schedule/local-time.ts';
import { planEditions } from '../../../src/core/schedule/plan-editions.ts';
import { createEditionLedger, type EditionLedger } from '../../fakes/edition-ledger.ts';
import { createSubscription } from '../../fakes/subscriptions.ts';
import { zones } from '../../fakes/zones.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const JUMPS = [HOUR, -HOUR, DAY, -DAY, 3 * DAY, -3 * DAY, 30 * DAY];

/** In London on ordinary winter days, where it is as late as in UTC. */
const daily = createSubscription({ since: new Date('2026-11-20T12:00:00Z') });

describe('a plan', () => {
  test('has nothing before the first slot after the order', () => {
    expect(planEditions(daily, new Date('2026-11-21T07:59:59Z'))).toEqual({
      due: [],
      skipped: [],
      next: new Date('2026-11-21T08:00:00Z'),
    });
  });

  test('has the edition of a slot from its instant on', () => {
    expect(planEditions(daily, new Date('2026-11-21T08:00:00Z'))).toEqual({
      due: [{ slot: '2026-11-21', due: new Date('2026-11-21T08:00:00Z') }],
      skipped: [],
      next: new Date('2026-11-22T08:00:00Z'),
    });
  });

  test('has none of a slot at the instant of the order', () => {
    const ordered = createSubscription({ since: new Date('2026-11-21T08:00:00Z') });
    expect(planEditions(ordered, new Date('2026-11-21T09:00:00Z')).due).toEqual([]);
  });

  test('has an edition that is exactly 24 hours late, and not a second later', () => {
    const weekly = createSubscription({ days: [6], since: new Date('2026-11-20T12:00:00Z') });
    expect(planEditions(weekly, new Date('2026-11-22T08:00:00Z')).due).toHaveLength(1);
    expect(planEditions(weekly, new Date('2026-11-22T08:00:01Z'))).toEqual({
      due: [],
      skipped: [
        {
          slot: '2026-11-21',
          due: new Date('2026-11-21T08:00:00Z'),
          late: true,
          reason: 'more than 24 hours late',
        },
      ],
      next: new Date('2026-11-28T08:00:00Z'),
    });
  });

  test('lets the latest edition take over from one that is 24 hours late', () => {
    expect(planEditions(daily, new Date('2026-11-22T08:00:00Z'))).toMatchObject({
      due: [{ slot: '2026-11-22' }],
      skipped: [{ slot: '2026-11-21', late: false, reason: 'superseded by the edition of 2026-11-22' }],
    });
  });

  test('lets the latest edition take over on a day of 23 hours', () => {
    const ordered = createSubscription({ since: new Date('2026-03-28T00:00:00Z') });
    expect(planEditions(ordered, new Date('2026-03-29T07:30:00Z'))).toMatchObject({
      due: [{ slot: '2026-03-29' }],
      skipped: [{ slot: '2026-03-28', late: false }],
    });
  });

  test('notes what was missed since the last plan, the oldest first', () => {
    const planned = createSubscription({ ...daily, next: new Date('2026-11-22T08:00:00Z') });
    const { due, skipped } = planEditions(planned, new Date('2026-11-25T09:00:00Z'));
    expect(due.map(({ slot }) => slot)).toEqual(['2026-11-25']);
    expect(skipped.map(({ slot, late }) => [slot, late])).toEqual([
      ['2026-11-22', true],
      ['2026-11-23', true],
      ['2026-11-24', true],
    ]);
  });

  test('notes the newest 31 of those that were missed', () => {
    const { skipped } = planEditions(daily, new Date('2027-03-01T09:00:00Z'));
    expect(skipped).toHaveLength(31);
    expect([skipped[0]?.slot, skipped.at(-1)?.slot]).toEqual(['2027-01-29', '2027-02-28']);
  });

  test('has the same editions due whatever was planned before', () => {
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, dates, fc.option(dates), (zone, now, next) => {
        const ordered = createSubscription({ zone, since: new Date('2026-06-01') });
        const plan = planEditions({ ...ordered, next }, now);
        expect(plan.due).toEqual(planEditions(ordered, now).due);
        expect(plan.next.getTime()).toBeGreaterThan(now.getTime());
      }),
      { numRuns: 200 },
    );
  });

  test('names each date once, and none that is not over, before the order, or posted late', () => {
    const dates = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, dates, dates, (zone, since, now) => {
        const { due, skipped } = planEditions(createSubscription({ zone, since }), now);
        const all = [...skipped, ...due];
        expect(new Set(all.map(({ slot }) => slot)).size).toBe(all.length);
        expect(all.every((slot) => slot.due > since && slot.due <= now)).toBe(true);
        expect(due.every((slot) => now.getTime() - slot.due.getTime() <= DAY)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('fails by a telling error where the zone is no more', () => {
    expect(() => planEditions(createSubscription({ zone: 'Europe/Atlantis' }), new Date())).toThrow(
      UnknownZoneError,
    );
  });

  test('fails where no day is ordered', () => {
    expect(() => planEditions(createSubscription({ days: [] }), new Date(0))).toThrow('has no days');
  });
});

describe('when the clock jumps', () => {
  test.each(JUMPS)('by %i ms and back, each date is posted once', (jump) => {
    const ledger = createEditionLedger(daily);
    let now = Date.parse('2026-11-21T00:00:00Z');
    const live = (hours: number) => {
      for (const end = now + hours * HOUR; now < end; now += HOUR / 4) ledger.tick(new Date(now));
    };
    live(12);
    now += jump;
    live(1);
    now -= jump;
    live(40 * 24);
    const posted = ledger.posts.map(({ slot }) => slot);
    expect(new Set(posted).size).toBe(posted.length);
    expect(posted).toEqual(expect.arrayContaining(dates('2026-11-24', 35)));
  });

  test('an edition that was skipped as late while the clock was ahead is posted when its time comes', () => {
    const ledger = createEditionLedger(daily);
    ledger.tick(new Date('2026-11-21T08:00:00Z'));
    ledger.tick(new Date('2026-11-24T09:00:00Z'));
    expect(ledger.states.get('2026-11-22')).toBe('late');
    ledger.tick(new Date('2026-11-21T09:00:00Z'));
    ledger.tick(new Date('2026-11-22T08:00:00Z'));
    expect(ledger.posts.map(({ slot }) => slot)).toEqual(['2026-11-21', '2026-11-24', '2026-11-22']);
  });

  test('at random, a date is posted at most once, in time, and whenever its instant was lived through', () => {
    const step = fc.record({ hours: fc.integer({ min: 1, max: 80 }), jump: fc.constantFrom(...JUMPS) });
    fc.assert(
      fc.property(zones, fc.constantFrom('00:00', '02:30', '08:00'), fc.array(step), (zone, at, steps) => {
        const since = Date.parse('2026-03-01T00:00:00Z');
        const ledger = createEditionLedger(createSubscription({ zone, at, since: new Date(since) }));
        let now = since + 40 * DAY;
        ledger.tick(new Date(now));
        for (const { hours, jump } of steps) {
          const start = now;
          for (; now <= start + hours * HOUR; now += HOUR / 2) ledger.tick(new Date(now));
          expectLivedThrough(ledger, { zone, at, from: start, to: now - HOUR / 2 });
          now += jump;
        }
        const slots = ledger.posts.map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(slots.length);
        for (const post of ledger.posts) {
          const delay = post.now.getTime() - post.due.getTime();
          expect(delay >= 0 && delay <= DAY).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Each date whose time of day clocks passed, as `sv-SE` writes them, was posted, unless a later one had taken over. */
function expectLivedThrough(
  { states }: EditionLedger,
  { zone, at, from, to }: { zone: string; at: string; from: number; to: number },
): void {
  const shown = (instant: number) =>
    new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
  const [first, last] = [shown(from), shown(to)];
  for (const date of dates(first.slice(0, 10), 5)) {
    const passed = `${date} ${at}` > first && `${date} ${at}` <= last;
    if (!passed || states.get(date) === 'sent') continue;
    expect(states.get(date), date).toBe('overtaken');
    expect([...states].some(([slot, state]) => state === 'sent' && slot > date)).toBe(true);
  }
}

function dates(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, day) =>
    new Date(Date.parse(from) + day * DAY).toISOString().slice(0, 10),
  );
}
