import { describe, expect, test } from 'vitest';
import type { Posted } from '../../../src/core/delivery/poster.ts';
import { createThrottle } from '../../../src/core/delivery/throttle.ts';

const SENT: Posted = { kind: 'sent', messageId: '1' };
const later = (seconds: number | null, everywhere = false): Posted => ({
  ...{ kind: 'later', seconds, everywhere, detail: 'too many' },
});

function open() {
  let now = 0;
  const waits: number[] = [];
  const gate = createThrottle({
    elapsed: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  });
  return { gate, waits, pass: (milliseconds: number) => (now += milliseconds), now: () => now };
}

describe('a gate', () => {
  test('lets posts through one after the other, 40 a second', async () => {
    const { gate, now } = open();
    for (let post = 0; post < 41; post++) await gate.acquire();
    expect(now()).toBe(1000);
  });

  test('makes nobody wait after a pause', async () => {
    const { gate, waits, pass } = open();
    await gate.acquire();
    pass(5000);
    await gate.acquire();
    expect(waits).toEqual([]);
  });

  test('stays open when one channel is asked too much', () => {
    const { gate } = open();
    gate.record(later(30));
    expect(gate.opensAt()).toBe(0);
  });

  test('closes for as long as the platform says when that holds everywhere', () => {
    const { gate } = open();
    gate.record(later(30, true));
    expect(gate.opensAt()).toBe(30_000);
  });

  test('closes when three in a row were too many, each time for longer, two minutes at most', () => {
    const { gate, pass, now } = open();
    gate.record(later(1));
    gate.record(later(1));
    const waits = Array.from({ length: 12 }, () => {
      gate.record(later(1));
      const wait = (gate.opensAt() ?? 0) - now();
      pass(wait);
      return wait;
    });
    expect(waits[0]).toBeLessThanOrEqual(2000);
    expect(waits.every((wait, at) => at === 0 || wait >= (waits[at - 1] ?? 0))).toBe(true);
    expect(waits.at(-1)).toBeLessThan(122_000);
  });

  test('never opens before the platform says so', () => {
    const { gate } = open();
    for (let post = 0; post < 3; post++) gate.record(later(600));
    expect(gate.opensAt()).toBeGreaterThanOrEqual(600_000);
  });

  test('lets one through at a time until the platform takes something again', () => {
    const { gate } = open();
    expect(gate.concurrency).toBeGreaterThan(1);
    gate.record(later(1));
    expect(gate.concurrency).toBe(1);
    gate.record(SENT);
    expect(gate.concurrency).toBeGreaterThan(1);
  });

  test('is closed for good when the platform does not know the bot any more', () => {
    const { gate } = open();
    gate.record({ kind: 'stopped', detail: 'revoked' });
    gate.record(SENT);
    gate.record(later(1, true));
    expect(gate.opensAt()).toBeNull();
  });

  test('gives no more than 50 answers within ten minutes that count against the bot', () => {
    const { gate, now, pass } = open();
    let refused = 0;
    while (now() < 600_000) {
      const opens = gate.opensAt() ?? 0;
      if (opens > now()) pass(opens - now());
      if (now() >= 600_000) break;
      gate.record({ kind: 'refused', why: 'closed', detail: 'forbidden' });
      refused++;
      pass(100);
    }
    expect(refused).toBe(50);
  });

  test('gives no more than 50 of them in a storm of ten minutes', () => {
    const { gate, now, pass } = open();
    let asked = 0;
    while (now() < 600_000) {
      const opens = gate.opensAt() ?? 0;
      if (opens > now()) pass(opens - now());
      gate.record(later(1));
      asked++;
      pass(50);
    }
    expect(asked).toBeLessThan(25);
  });
});
