import { idsLike, type PlatformDefinition } from '../../core/bot/platform.ts';
import { REQUEST_TIMEOUT } from './limits.ts';
import { type DiscordSettings, discordSettings } from './settings.ts';
import { discordSpelling } from './spelling.ts';

const NAME = 'discord';

/** Discord, through discord.js. */
export const discord: PlatformDefinition<DiscordSettings> = {
  name: NAME,
  title: 'Discord',
  local: false,
  settings: discordSettings,
  channelId: { example: 'discord:789/1011', problemOf: idsLike(/^(?:\d{5,20}|@me)\/\d{5,20}$/, NAME) },
  spelling: discordSpelling,
  async createAdapter(settings, environment) {
    const { shards } = settings;
    if (shards === null) {
      const { createDiscordAdapter } = await import('./adapter.ts');
      return createDiscordAdapter({ ...settings, ...environment });
    }
    const { createShardedAdapter } = await import('./sharded-adapter.ts');
    return createShardedAdapter({ ...settings, ...environment, shards });
  },
  async createPoster(settings, environment) {
    const { createDiscordPoster } = await import('./poster.ts');
    return createDiscordPoster({ ...settings, ...environment, timeout: REQUEST_TIMEOUT });
  },
  async doctor(settings) {
    const { examineDiscord } = await import('./doctor.ts');
    return examineDiscord(settings);
  },
};
