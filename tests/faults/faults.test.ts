import { describe, test } from 'vitest';
import { createFolder } from '../fakes/folder.ts';
import { killAroundPosts } from './kill-rounds.ts';
import { report } from './report.ts';
import {
  createDiscordTarget,
  createFileTarget,
  createInboxTarget,
  createMailTarget,
  createSlackTarget,
  createTerminalTarget,
} from './target.ts';

const LONG = process.env.FAULT_ROUNDS !== undefined; // npm run faults
const KILLS = Number(process.env.FAULT_ROUNDS ?? 8);

const EACH = LONG ? 3 : 1; // digests in a channel; scheduling one takes a start of the program

const TARGETS = [
  { name: 'a file', seed: 11, target: createFileTarget },
  { name: 'the terminal', seed: 12, target: createTerminalTarget },
  { name: 'Discord', seed: 13, target: () => createDiscordTarget(13) },
  { name: 'the inbox of the page', seed: 15, target: createInboxTarget },
  { name: 'mail', seed: 16, target: createMailTarget },
  { name: 'Slack', seed: 14, target: () => createSlackTarget(14) },
];

describe.concurrent('a program that is killed around a post', { timeout: 240_000 + KILLS * 30_000 }, () => {
  test.for(TARGETS)('posts each edition once: $name', async ({ name, seed, target }, { expect }) => {
    const found = await killAroundPosts({ folder: createFolder(), target, seed, kills: KILLS, each: EACH });
    const { editions, once, lost, doubled, unexpected, unknown, killedIn, violations } = found;
    const counts = { lost: lost.length, doubled: doubled.length, unknown: unknown.length };
    if (LONG) report(`kills around posts, ${name}`, { n: KILLS, ...counts, seed }, { killedIn });
    expect({ lost, doubled, unexpected, violations }).toEqual({
      ...{ lost: [], doubled: [], unexpected: [], violations: [] },
    });
    expect(once + unknown.length).toBe(editions);
  });
});
