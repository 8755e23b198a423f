import { expect, test } from 'vitest';
import { stringOf } from '../fakes/json.ts';
import { jumpToDue, NOTHING, openBoth, started, wrongs } from './one-world.ts';

// Seconds, answered to one request after the other of each channel.
const WAITS = [
  [1, 3],
  [2, 1],
  [0.4, 2],
];
const GRACE = 2; // milliseconds by which clocks are rounded

interface Sent {
  readonly channel: string;
  readonly at: number;
}

test('a storm of refusals is waited out, and all comes after it', async () => {
  const world = await openBoth(WAITS.length);
  const { discord, slack, channels } = world.target;
  const waits = new Map<string, readonly number[]>();
  for (const [nth, { platform, channel }] of channels.entries()) {
    const its = WAITS[Math.floor(nth / 2)] ?? []; // the channels of both platforms take turns
    waits.set(channel, its);
    for (const retryAfter of its) {
      const trouble = { kind: 'rate limit', retryAfter } as const;
      const path = new RegExp(`^/channels/${channel}/messages$`);
      if (platform === 'discord') discord.fault({ method: 'POST', path, trouble });
      else slack.fault({ method: 'chat.postMessage', channel, trouble });
    }
  }
  await started(world);
  jumpToDue(world);
  await world.settled(channels.length);
  const sent = [...sentTo(discord.requests), ...sentToSlack(slack.requests)];
  expect(tooEarly(sent, waits)).toEqual([]);
  expect(sent).toHaveLength(channels.length + [...waits.values()].flat().length);
  expect(wrongs(world)).toEqual(NOTHING);
}, 180_000);

function sentTo(requests: readonly { method: string; path: string; at: number }[]): Sent[] {
  const posts = requests.filter(({ method }) => method === 'POST');
  return posts.flatMap(({ path, at }) => {
    const [, channel] = /^\/channels\/(\d+)\/messages$/.exec(path) ?? [];
    return channel === undefined ? [] : [{ channel, at }];
  });
}

function sentToSlack(requests: readonly { method: string; body: object; at: number }[]): Sent[] {
  const posts = requests.filter(({ method }) => method === 'chat.postMessage');
  return posts.map(({ body, at }) => ({ channel: stringOf('channel' in body && body.channel), at }));
}

/** The requests that came before the wait was over that the one before them was answered with. */
function tooEarly(sent: readonly Sent[], waits: ReadonlyMap<string, readonly number[]>): string[] {
  return [...waits].flatMap(([channel, its]) => {
    const times = sent.filter((each) => each.channel === channel).map(({ at }) => at);
    return its.flatMap((seconds, nth) => {
      const passed = (times[nth + 1] ?? Number.POSITIVE_INFINITY) - (times[nth] ?? 0);
      return passed < seconds * 1000 - GRACE ? [`${channel}: ${passed} ms of ${seconds} s`] : [];
    });
  });
}
