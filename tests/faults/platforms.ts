import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { type FakeDiscord, startDiscord } from '../fakes/discord/discord.ts';
import { bodyOf, stringOf } from '../fakes/json.ts';
import { type FakeSlack, startSlack } from '../fakes/slack/slack.ts';
import { createRandom, eitherFate } from '../fakes/trouble.ts';

/** A Slack and a Discord that all instances of a program use. */
export interface Platforms {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly settings: Readonly<Record<string, string>>;
  /** Channels on both that digests can be posted to. */
  readonly channels: readonly ChannelAddress[];
  /** The posts in all channels, in the order in which they were accepted. */
  posts(): readonly KeyedPost[];
  elapse(milliseconds: number): void;
  violations(): readonly string[];
  close(): Promise<void>;
}

/** A post that a platform accepted. */
export interface KeyedPost {
  readonly key: string;
  readonly at: Date;
}

/** How many channels each platform has, and the longest time that a post takes, in milliseconds. */
export interface PlatformOptions {
  readonly channels: number;
  readonly slowest: number;
  readonly seed: number;
}

/** Starts both; no one there says anything. A post under way when its sender dies is accepted every other time. */
export async function startPlatforms({
  channels: count,
  slowest,
  seed,
}: PlatformOptions): Promise<Platforms> {
  const [slack, discord] = [await startSlack({ events: [] }), await startDiscord()];
  const random = createRandom(seed);
  const milliseconds = () => random() * slowest;
  const slow = { times: Number.POSITIVE_INFINITY, trouble: delayed(milliseconds, seed) };
  const names = Array.from({ length: count }, (_, nth) => `channel-${nth}`);
  const channels = names.flatMap((name) => [
    { platform: 'slack', workspace: slack.ids.team, channel: slack.addChannel(name) },
    { platform: 'discord', workspace: discord.ids.guild, channel: discord.channel({ name }).id },
  ]);
  if (slowest > 0) {
    slack.fault({ method: 'chat.postMessage', ...slow });
    discord.fault({ method: 'POST', path: /^\/channels\/\d+\/messages$/, ...slow });
  }
  return {
    ...{ slack, discord, channels },
    settings: {
      ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api },
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.api },
    },
    posts: () => [...postsOnSlack(slack), ...postsOnDiscord(discord)],
    elapse(jump) {
      slack.elapse(jump);
      discord.elapse(jump);
    },
    violations: () => [...slack.violations, ...discord.violations],
    close: async () => void (await Promise.all([slack.close(), discord.close()])),
  };
}

function delayed(milliseconds: () => number, seed: number) {
  return { kind: 'delay', milliseconds, whenClientIsGone: eitherFate(seed) } as const;
}

function postsOnSlack({ world }: FakeSlack): KeyedPost[] {
  return [...world.messages.values()].flatMap(({ wire }) => {
    const key = stringOf(bodyOf(bodyOf(wire.metadata).event_payload).key);
    return key === '' ? [] : { key, at: new Date(Number(wire.ts) * 1000) };
  });
}

function postsOnDiscord({ world }: FakeDiscord): KeyedPost[] {
  return [...world.messages.values()].flatMap(({ wire }) => {
    const key = stringOf(wire.nonce);
    return key === '' ? [] : { key, at: new Date(stringOf(wire.timestamp)) };
  });
}
