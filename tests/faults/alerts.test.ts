import { describe, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { killAroundAlerts } from './alert-rounds.ts';
import { report } from './report.ts';
import { createDiscordTarget, createFileTarget, createSlackTarget } from './target.ts';

const LONG = process.env.FAULT_ROUNDS !== undefined; // npm run faults
const KILLS = Number(process.env.FAULT_ROUNDS ?? 8);

const TARGETS = [
  { name: 'a file', seed: 21, target: createFileTarget },
  { name: 'Discord', seed: 22, target: () => createDiscordTarget(22) },
  { name: 'Slack', seed: 23, target: () => createSlackTarget(23) },
];

describe.concurrent('a program that is killed around an alert', { timeout: 240_000 + KILLS * 30_000 }, () => {
  test.for(TARGETS)('shows each document once: $name', async ({ name, seed, target }, { expect }) => {
    const found = await killAroundAlerts({ folder: createFolder(), target, seed, kills: KILLS });
    const { once, lost, doubled, tooSoon, violations, killedIn } = found;
    const counts = { lost: lost.length, doubled: doubled.length, unknown: 0 };
    if (LONG) report(`kills around alerts, ${name}`, { n: KILLS, ...counts, seed }, { killedIn });
    expect({ lost, doubled, tooSoon, violations }).toEqual({
      ...{ lost: [], doubled: [], tooSoon: [], violations: [] },
    });
    expect(once).toBe(2 * KILLS);
  });
});
