import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { UserError } from '../../core/text/user-error.ts';

const TOKEN =
  'Discord rejected the token. Copy a new one from the developer portal (Bot, Reset Token) to DISCORD_TOKEN.';

// Why the gateway closes for good; after any other code another attempt is made.
const FINAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    'Discord rejected the connection: invalid shard (4010). Check DISCORD_SHARDS.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord requires sharding: this bot is in too many servers for one connection (4011). Set DISCORD_SHARDS to one for every 1,000 servers, for example DISCORD_SHARDS=3, and start again (docs/discord.md).',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer supports this gateway version. Update Dossier.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord rejected the requested gateway intents. Update Dossier.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not allow this bot to read messages (4014). Turn on Message Content Intent in the developer portal (Bot), or unset DISCORD_MESSAGE_CONTENT.',
};

/** What the operator has to fix after the gateway closed with a code; null if another attempt may succeed. */
export function finalClose(code: number): UserError | null {
  const message = FINAL[code];
  return message === undefined ? null : new UserError(message, { code: 'platform-refused' });
}

/** What the operator has to fix before a login can succeed; null if another attempt may. */
export function finalFailure(cause: unknown): UserError | null {
  if (cause instanceof UserError) return cause;
  const unauthorised = cause instanceof DiscordAPIError && cause.status === 401;
  const invalid = cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid;
  if (unauthorised || invalid) return new UserError(TOKEN, { code: 'platform-refused', cause });
  const intents = cause instanceof Error && /disallowed intents/i.test(cause.message);
  return intents ? finalClose(GatewayCloseCodes.DisallowedIntents) : null;
}

/** Why the commands could not be registered, and how to fix it. */
export function registrationFailure(cause: unknown): Error {
  const forbidden = cause instanceof DiscordAPIError && cause.status === 403;
  const fix = forbidden
    ? 'The scope applications.commands is missing: invite the bot again with the link from dossier doctor.'
    : 'Dossier retries on the next start.';
  return new Error(`Could not register the commands on Discord. ${fix}`, { cause });
}
