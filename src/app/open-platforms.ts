import { commands } from '../../commands/index.ts';
import { createFilePoster } from '../adapters/file/poster.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import type { Poster } from '../core/delivery/poster.ts';
import { UserError } from '../core/text/user-error.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Config } from './config.ts';
import { report, tell } from './operator.ts';
import type { Server } from './server.ts';

const now = () => new Date();

/** The platforms that are configured. The client of one that is not is never loaded. */
export async function openPlatforms(
  config: Config,
  store: Store,
  server: Server | null,
): Promise<ChatAdapter[]> {
  const shared = (platform: string) => ({
    ...{ commands, report, now, days: config.retentionDays },
    managers: config.managers.get(platform) ?? new Set<string>(),
  });
  const adapters: ChatAdapter[] = [];
  if (config.discord) {
    const { createDiscordAdapter } = await import('../adapters/discord/adapter.ts');
    adapters.push(createDiscordAdapter({ ...config.discord, ...shared('discord'), starts: store.starts }));
  }
  if (config.slack) {
    const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
    const serve: Server['add'] = (route) => server?.add(route);
    adapters.push(createSlackAdapter({ ...config.slack, ...shared('slack'), serve }));
  }
  return adapters;
}

/** What digests are posted by: the platforms that are configured, files of the data directory, and the terminal where it is the chat. */
export async function openPosters(config: Config, terminal: Poster | null): Promise<Poster[]> {
  const { dataDir, discord, slack, retentionDays: days } = config;
  const posters: Poster[] = [createFilePoster(dataDir), ...(terminal ? [terminal] : [])];
  if (discord) {
    const { createDiscordPoster } = await import('../adapters/discord/poster.ts');
    posters.push(createDiscordPoster({ ...discord, days, now, report }));
  }
  if (slack) {
    const { createSlackPoster } = await import('../adapters/slack/poster.ts');
    posters.push(createSlackPoster({ ...slack, days, now, report }));
  }
  return posters;
}

/** The platforms that digests can be ordered on. */
export function platformsOf({ discord, slack }: Config): string[] {
  return ['terminal', 'file', ...(discord ? ['discord'] : []), ...(slack ? ['slack'] : [])];
}

/** Opens the one HTTP server. A default port that is taken is told, and done without where nothing needs it. */
export async function openServer({ server, slack }: Config): Promise<Server | null> {
  if (!server) return null;
  const { startServer } = await import('./server.ts');
  try {
    return await startServer(server);
  } catch (error) {
    const isNeeded = server.chosen || slack?.appToken === null;
    if (isNeeded || !(error instanceof UserError)) throw error;
    tell(`${error.message} It goes on without.`);
    return null;
  }
}

/** Asks the platforms what they say of the settings. */
export async function examinePlatforms({ discord, slack }: Config) {
  const found = [
    discord
      ? await (await import('../adapters/discord/doctor.ts')).examineDiscord(discord)
      : { lines: ['Discord: DISCORD_TOKEN is not set (docs/discord.md).'], well: true },
    slack
      ? await (await import('../adapters/slack/doctor.ts')).examineSlack(slack)
      : { lines: ['Slack: SLACK_BOT_TOKEN is not set (docs/slack.md).'], well: true },
  ];
  return { lines: found.flatMap(({ lines }) => lines), well: found.every(({ well }) => well) };
}
