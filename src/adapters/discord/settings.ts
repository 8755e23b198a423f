import * as z from 'zod';
import type { PlatformSettings } from '../../core/bot/platform.ts';
import { defineSettings, optionalText, webAddress, yesOrNo } from '../../core/bot/settings.ts';

/** How Discord is reached; `.env.example` explains each. */
export interface DiscordSettings extends PlatformSettings {
  readonly token: string;
  /** The only server in which commands are registered; null: everywhere. */
  readonly guildId: string | null;
  /** Over how many connections servers are divided; null: one, in this process's own thread. */
  readonly shards: number | null;
  /** Whether messages in threads can be read without a mention. */
  readonly messageContent: boolean;
}

const variables = z.object({
  DISCORD_TOKEN: optionalText.refine(
    (token) => token === null || /^(?:Bot )?[!-~]+$/.test(token),
    'is not a token; copy it again, without spaces or line breaks',
  ),
  DISCORD_GUILD_ID: optionalText.refine((id) => id === null || /^\d{1,20}$/.test(id), 'is not a server id'),
  DISCORD_MESSAGE_CONTENT: yesOrNo,
  DISCORD_SHARDS: optionalText.refine(
    (count) => count === null || /^[1-9]\d{0,2}$/.test(count),
    'must be a number of shards from 1 to 999',
  ),
  DISCORD_API_URL: webAddress,
});

/** Discord's settings; without a token it is off. */
export const discordSettings = defineSettings(variables, (values): DiscordSettings | null => {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: api, DISCORD_GUILD_ID: guildId } = values;
  if (token === null) return null;
  return {
    ...{ token, guildId, messageContent: values.DISCORD_MESSAGE_CONTENT },
    shards: values.DISCORD_SHARDS === null ? null : Number(values.DISCORD_SHARDS),
    api: api?.replace(/\/+$/, '') ?? null,
  };
});
