import { expect, test } from 'vitest';
import { until } from './fault-world.ts';
import { jumpToDue, NOTHING, openBoth, started, wrongs } from './one-world.ts';

const HOUR = 3_600_000; // milliseconds
const CHANNELS = 2; // of each platform

test('a clock that jumps by a day, back, and by a month while the program is down loses and doubles nothing', async () => {
  const world = await openBoth(CHANNELS);
  const isSent = (date: string) => () =>
    world.rows().filter(({ slot, state }) => slot === date && state === 'sent').length === 2 * CHANNELS;
  const restartAt = async (date: string, hours: number, running: { kill(): Promise<void> }) => {
    await running.kill();
    world.jump(new Date(Date.parse(`${date}T06:00:00Z`) + hours * HOUR));
    return started(world);
  };
  const first = await started(world);
  jumpToDue(world, '2027-03-01');
  await until(isSent('2027-03-01'));
  const dayLater = await restartAt('2027-03-02', 1, first);
  await until(isSent('2027-03-02'));
  const dayEarlier = await restartAt('2027-03-01', 1, dayLater);
  jumpToDue(world, '2027-03-03'); // nothing came before, or it would be doubled now
  await until(isSent('2027-03-03'));
  const posted = ['2027-03-01', '2027-03-02', '2027-03-03'];
  expect(wrongs(world, posted)).toEqual(NOTHING);
  const last = await restartAt('2027-04-02', 1, dayEarlier);
  await until(isSent('2027-04-02'));
  await last.kill();
  expect(wrongs(world, [...posted, '2027-04-02'])).toEqual(NOTHING);
  const skipped = world.rows().filter(({ state }) => state === 'skipped');
  expect(new Set(skipped.map(({ slot }) => slot)).size).toBe(29);
}, 180_000);
