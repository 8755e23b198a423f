import { expect, test } from 'vitest';
import { jumpToDue, NOTHING, openBoth, started, wrongs } from './one-world.ts';

// Before and after it was accepted: no answer, a broken connection, and one that breaks or stalls after the head
// and half of the body.
const TROUBLES = [true, false].flatMap((applied) => [
  { kind: 'silence', applied } as const,
  { kind: 'drop', applied } as const,
  { kind: 'drop', applied, midway: true } as const,
  { kind: 'stall', applied } as const,
]);
const TIMES = [1, 2]; // that each of them comes, in a row
const WITHIN = 150_000; // milliseconds, of a busy machine; two silences in a row alone take 30 seconds

test('whatever becomes of a post’s connection, it is there once', async () => {
  const cases = TROUBLES.flatMap((trouble) => TIMES.map((times) => ({ trouble, times })));
  const settings = { DOSSIER_LEASE_SECONDS: '60' };
  const world = await openBoth(cases.length, { settings });
  const { discord, slack, channels } = world.target;
  const [onDiscord, onSlack] = ['discord', 'slack'].map((name) =>
    channels.filter(({ platform }) => platform === name),
  );
  for (const [nth, { trouble, times }] of cases.entries()) {
    const path = new RegExp(`^/channels/${onDiscord?.[nth]?.channel}/messages$`);
    discord.fault({ method: 'POST', path, times, trouble });
    slack.fault({ method: 'chat.postMessage', channel: onSlack?.[nth]?.channel ?? '', times, trouble });
  }
  await started(world);
  jumpToDue(world);
  await world.settled(channels.length, WITHIN);
  expect(wrongs(world)).toEqual(NOTHING);
}, 200_000);
