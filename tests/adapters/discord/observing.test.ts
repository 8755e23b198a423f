import { expect, test } from 'vitest';
import { startBot } from './bot.ts';

test('an observer is told how long people waited for a sign, and what Discord’s API answered', async () => {
  const [waits, statuses]: [number[], number[]] = [[], []];
  const observer = {
    acknowledged: (milliseconds: number) => void waits.push(milliseconds),
    responded: (status: number) => void statuses.push(status),
  };
  const bot = await startBot({ observer });
  await bot.ask('brief', { topic: 'nato-asia' });
  expect(waits).toEqual([expect.any(Number)]);
  expect(statuses.length).toBeGreaterThan(0);
  expect(statuses.every((status) => status >= 200 && status < 300)).toBe(true);
});
