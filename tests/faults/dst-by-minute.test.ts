import { describe, expect, test } from 'vitest';
import { countEditions, DST_TIMES, DST_ZONES } from './dst.ts';
import { report } from './report.ts';

const DAYS = 1_096; // 2024, with its leap day, 2025 and 2026
const LONG = process.env.FAULT_ROUNDS !== undefined;

describe.runIf(LONG)(
  'with a tick every minute of three years (npm run faults)',
  { timeout: 3_600_000 },
  () => {
    test('each local day has one edition, in 8 zones at 5 times', () => {
      const runs = DST_ZONES.flatMap((zone) => DST_TIMES.map((time) => ({ zone, time })));
      const counts = runs.map((run) =>
        countEditions({ ...run, from: '2024-01-01', days: DAYS, tickMinutes: 1 }),
      );
      const sum = (name: 'once' | 'lost' | 'doubled' | 'misdated') =>
        counts.reduce((total, count) => total + count[name], 0);
      const [lost, doubled, misdated] = [sum('lost'), sum('doubled'), sum('misdated')];
      report('local days', { n: runs.length * DAYS, lost, doubled, unknown: 0, seed: null }, { misdated });
      expect({ once: sum('once'), lost, doubled, misdated }).toEqual({
        ...{ once: 43_840, lost: 0, doubled: 0, misdated: 0 },
      });
    });
  },
);
