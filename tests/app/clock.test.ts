import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../src/app/clock.ts';
import { createFolder } from '../fakes/folder.ts';

function open(text: string) {
  const file = join(createFolder(), 'clock');
  writeFileSync(file, text);
  let elapsed = 0;
  const clock = createClock(file, () => elapsed);
  return { clock, set: (to: string) => writeFileSync(file, to), pass: (ms: number) => (elapsed += ms), file };
}

describe('a clock that a file sets', () => {
  test('runs on from the instant in the file', () => {
    const { clock, pass } = open('2026-11-24T08:00:00Z\n');
    pass(1500);
    expect(clock.now().toISOString()).toBe('2026-11-24T08:00:01.500Z');
  });

  test('is set anew when the file changes, at the next look', () => {
    const { clock, pass, set } = open('2026-11-24T08:00:00Z');
    pass(1000);
    set('2026-12-01T00:00:00+01:00');
    expect(clock.now().toISOString()).toBe('2026-11-24T08:00:01.000Z');
    clock.refresh();
    pass(1000);
    clock.refresh();
    expect(clock.now().toISOString()).toBe('2026-11-30T23:00:01.000Z');
  });

  test('goes on while the file holds nothing that can be read', () => {
    const { clock, pass, set, file } = open('2026-11-24T08:00:00Z');
    pass(1000);
    set('2026-');
    clock.refresh();
    rmSync(file);
    clock.refresh();
    expect(clock.now().toISOString()).toBe('2026-11-24T08:00:01.000Z');
  });

  test.each(['', 'now', '2026-11-24', '2026-11-24T08:00:00', '2026-99-24T08:00:00Z'])(
    'is refused where the file begins with %j',
    (text) => {
      expect(() => open(text)).toThrow(/DOSSIER_CLOCK_FILE .* must contain an instant/);
    },
  );
});
