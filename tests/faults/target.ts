import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import { type FakeDiscord, startDiscord } from '../fakes/discord/discord.ts';
import { stringOf } from '../fakes/json.ts';
import { startMailServer } from '../fakes/mail-server.ts';
import { type FakeSlack, startSlack } from '../fakes/slack/slack.ts';
import { createRandom, eitherFate } from '../fakes/trouble.ts';
import { type Platforms, startPlatforms } from './platforms.ts';

/** A post that a platform accepted. */
export interface HeldPost {
  readonly channel: ChannelAddress;
  /** The key that it was posted with; null if the platform keeps none. */
  readonly key: string | null;
  /** Its edition, if only its last line shows it. */
  readonly named: { readonly number: number; readonly slot: string } | null;
  readonly at: Date | null;
  /** What it says, with the platform's marks; absent where nobody asks. */
  readonly text?: string;
}

/** A platform to post to, seen from outside. */
export interface Target {
  readonly channels: readonly ChannelAddress[];
  readonly settings: Readonly<Record<string, string>>;
  /** The longest time that a request takes, in milliseconds, also after its sender is dead. */
  readonly slowest: number;
  posts(): readonly HeldPost[];
  /** Requests of the program that break the platform's rules. */
  violations(): readonly string[];
  /** Moves its clock. */
  elapse(milliseconds: number): void;
  /** Passes it a line that the program wrote. */
  hear(line: string, at: Date): void;
  close(): Promise<void>;
}

const MARK = /^· edition ([a-z2-7]+)$/gm;
const LAST_LINE = /^next (\w{3}) \d\d:\d\d UTC · \/digest pause (\d+)/;
const NO_TROUBLE = {
  slowest: 0,
  violations: () => [],
  elapse: () => undefined,
  close: async () => undefined,
};

/** Two files in the data directory. */
export function createFileTarget(dataDir: string): Target {
  const channels = ['one.txt', 'two.txt'].map((channel) => ({ ...LOCAL_FILE, channel }));
  const postsIn = (channel: ChannelAddress): HeldPost[] => {
    const path = join(dataDir, channel.channel);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const said = text.split(MARK).filter((_, nth) => nth % 2 === 0);
    return [...text.matchAll(MARK)].map(([, key = ''], nth) => ({
      ...{ channel, key, named: null, at: null, text: said[nth] ?? '' },
    }));
  };
  return {
    ...{ ...NO_TROUBLE, channels, settings: {}, hear: () => undefined },
    posts: () => channels.flatMap(postsIn),
  };
}

/** The inbox of the chat page, in the data directory. */
export function createInboxTarget(dataDir: string): Target {
  const channel = { platform: 'web', workspace: 'local', channel: 'page' };
  const folder = join(dataDir, 'web', 'inbox');
  const postIn = (name: string): HeldPost[] => {
    const [, key] = /^([a-z2-7]{25})\.json$/.exec(name) ?? [];
    return key === undefined ? [] : [{ channel, key, named: null, at: null }];
  };
  return {
    ...{ ...NO_TROUBLE, channels: [channel], settings: {}, hear: () => undefined },
    posts: () => (existsSync(folder) ? readdirSync(folder).flatMap(postIn) : []),
  };
}

const LOCAL_FILE = { platform: 'file', workspace: 'local' };

/** Standard output: all that remains of a terminal after the program was killed. */
export function createTerminalTarget(): Target {
  const channel = { platform: 'terminal', workspace: 'local', channel: 'terminal' };
  const posts: HeldPost[] = [];
  return {
    ...{ ...NO_TROUBLE, channels: [channel], settings: {}, posts: () => posts },
    hear(line, at) {
      const [, next, number] = LAST_LINE.exec(line) ?? [];
      if (next === undefined) return;
      const named = { number: Number(number), slot: dayBefore(next, at) };
      posts.push({ channel, key: null, named, at });
    },
  };
}

const DAY = 86_400_000; // milliseconds

/** The latest date before a day of the week: the clock may have jumped on before the line is heard. */
function dayBefore(next: string, heardAt: Date): string {
  const lastWeek = Array.from({ length: 7 }, (_, back) => new Date(heardAt.valueOf() - back * DAY));
  const isBefore = (date: Date) => new Date(date.valueOf() + DAY).toUTCString().startsWith(next);
  return lastWeek.find(isBefore)?.toISOString().slice(0, 10) ?? '';
}

/** Two mailboxes, which nobody can search. */
export async function createMailTarget(): Promise<Target> {
  const server = await startMailServer();
  const channels = ['one', 'two'].map((name) => ({
    ...{ platform: 'mail', workspace: 'local', channel: `${name}@example.org` },
  }));
  const postsTo = (channel: ChannelAddress): HeldPost[] =>
    server.taken.flatMap(({ to, text }) => {
      const [, key = ''] = /^Message-ID: <([a-z2-7]{25})@/m.exec(text) ?? [];
      return to.includes(channel.channel) ? [{ channel, key, named: null, at: null, text }] : [];
    });
  return {
    ...{ ...NO_TROUBLE, channels, hear: () => undefined, close: server.close },
    settings: {
      ...{ SMTP_URL: server.url, DOSSIER_MAIL_FROM: 'dossier@example.org', DOSSIER_MAIL_TO: '@example.org' },
    },
    posts: () => channels.flatMap(postsTo),
  };
}

const MOST = 200; // milliseconds each way

/** Two channels of a slow Discord that loses about half of the requests whose sender is dead. */
export async function createDiscordTarget(seed: number): Promise<Target> {
  const discord = await startDiscord();
  const random = createRandom(seed);
  const slowly = () => random() * MOST;
  discord.fault({
    ...{ method: 'POST', path: /\/messages$/, times: Number.POSITIVE_INFINITY },
    trouble: {
      ...{ kind: 'delay', milliseconds: slowly, answerHeldUp: slowly },
      whenClientIsGone: eitherFate(seed),
    },
  });
  const { token, api, ids } = discord;
  const addresses = [ids.text, discord.channel().id];
  const channels = addresses.map((channel) => ({ platform: 'discord', workspace: ids.guild, channel }));
  return {
    ...{ channels, slowest: MOST, hear: () => undefined },
    settings: { DISCORD_TOKEN: token, DISCORD_API_URL: api },
    posts: () => postsOnDiscord(discord, channels),
    violations: () => discord.violations,
    elapse: discord.elapse,
    close: discord.close,
  };
}

/** Two channels of a Slack that is as slow and loses as many. */
export async function createSlackTarget(seed: number): Promise<Target> {
  const slack = await startSlack({ slowness: { method: 'chat.postMessage', most: MOST, seed } });
  const { ids, world } = slack;
  const addresses = [ids.channel, ids.private];
  const channels = addresses.map((channel) => ({ platform: 'slack', workspace: ids.team, channel }));
  return {
    ...{ channels, slowest: MOST, hear: () => undefined },
    settings: {
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.api },
    },
    posts: () => postsOnSlack(slack, channels),
    violations: () => world.violations,
    elapse: slack.elapse,
    close: slack.close,
  };
}

/** Many channels of both platforms, quick unless told otherwise; tests can cause trouble on either. */
export async function createBothTarget(
  channels: number,
  slowest = 0,
): Promise<Target & Pick<Platforms, 'discord' | 'slack'>> {
  const platforms = await startPlatforms({ channels, slowest, seed: 1 });
  const { discord, slack, settings, violations, elapse, close } = platforms;
  const on = (name: string) => platforms.channels.filter(({ platform }) => platform === name);
  return {
    ...{ discord, slack, settings, slowest, violations, elapse, close, hear: () => undefined },
    channels: platforms.channels,
    posts: () => [...postsOnDiscord(discord, on('discord')), ...postsOnSlack(slack, on('slack'))],
  };
}

function postsOnDiscord(discord: FakeDiscord, channels: readonly ChannelAddress[]): HeldPost[] {
  return channels.flatMap((channel) =>
    discord.messages(channel.channel).map(({ nonce, timestamp, components }) => ({
      ...{ channel, key: stringOf(nonce), named: null, text: JSON.stringify(components) },
      at: new Date(stringOf(timestamp)),
    })),
  );
}

function postsOnSlack(slack: FakeSlack, channels: readonly ChannelAddress[]): HeldPost[] {
  return channels.flatMap((channel) =>
    slack.messages(channel.channel).map(({ metadata, ts, blocks }) => ({
      ...{ channel, key: keyIn(metadata), named: null, text: JSON.stringify(blocks) },
      at: new Date(Number(ts) * 1000),
    })),
  );
}

function keyIn(metadata: unknown): string {
  const { event_payload } = (metadata ?? {}) as { event_payload?: { key?: unknown } };
  return stringOf(event_payload?.key);
}
