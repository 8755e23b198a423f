import { describe, expect, test } from 'vitest';
import { createGate } from '../../../src/core/digests/gate.ts';
import type { Posted } from '../../../src/core/digests/poster.ts';

const SENT: Posted = { kind: 'sent', ref: '1' };
const later = (seconds: number | null, everywhere = false): Posted => ({
  ...{ kind: 'later', seconds, everywhere, detail: 'too many' },
});

function open() {
  let now = 0;
  const waits: number[] = [];
  const gate = createGate({
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
    for (let post = 0; post < 41; post++) await gate.turn();
    expect(now()).toBe(1000);
  });

  test('makes nobody wait after a pause', async () => {
    const { gate, waits, pass } = open();
    await gate.turn();
    pass(5000);
    await gate.turn();
    expect(waits).toEqual([]);
  });

  test('stays open when one channel is asked too much', () => {
    const { gate } = open();
    gate.note(later(30));
    expect(gate.opensAt()).toBe(0);
  });

  test('closes for as long as the platform says when that holds everywhere', () => {
    const { gate } = open();
    gate.note(later(30, true));
    expect(gate.opensAt()).toBe(30_000);
  });

  test('closes when three in a row were too many, each time for longer, two minutes at most', () => {
    const { gate, pass, now } = open();
    gate.note(later(1));
    gate.note(later(1));
    const waits = Array.from({ length: 12 }, () => {
      gate.note(later(1));
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
    for (let post = 0; post < 3; post++) gate.note(later(600));
    expect(gate.opensAt()).toBeGreaterThanOrEqual(600_000);
  });

  test('lets one through at a time until the platform takes something again', () => {
    const { gate } = open();
    expect(gate.width).toBeGreaterThan(1);
    gate.note(later(1));
    expect(gate.width).toBe(1);
    gate.note(SENT);
    expect(gate.width).toBeGreaterThan(1);
  });

  test('is closed for good when the platform does not know the bot any more', () => {
    const { gate } = open();
    gate.note({ kind: 'stopped', detail: 'revoked' });
    gate.note(SENT);
    gate.note(later(1, true));
    expect(gate.opensAt()).toBeNull();
  });

  test('gives no more than 50 answers within ten minutes that count against the bot', () => {
    const { gate, now, pass } = open();
    let refused = 0;
    while (now() < 600_000) {
      const opens = gate.opensAt() ?? 0;
      if (opens > now()) pass(opens - now());
      if (now() >= 600_000) break;
      gate.note({ kind: 'refused', why: 'closed', detail: 'forbidden' });
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
      gate.note(later(1));
      asked++;
      pass(50);
    }
    expect(asked).toBeLessThan(25);
  });
});
