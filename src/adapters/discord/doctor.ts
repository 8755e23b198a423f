import {
  type APIApplication,
  ApplicationFlags,
  OAuth2Scopes,
  PermissionFlagsBits,
  REST,
  Routes,
} from 'discord.js';
import type { Findings } from '../../core/bot/platform.ts';
import { finalFailure } from './failures.ts';
import { REQUEST_TIMEOUT } from './limits.ts';
import type { DiscordSettings } from './settings.ts';

/** The permissions that the invite link asks for, each with its reason in docs/discord.md. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** Asks Discord whether it knows the bot, and says how to invite it. */
export async function examineDiscord({ token, api, messageContent }: DiscordSettings): Promise<Findings> {
  const rest = new REST({
    ...{ version: '10', retries: 0, timeout: REQUEST_TIMEOUT },
    ...(api === null ? {} : { api }),
  });
  try {
    const application = (await rest.setToken(token).get(Routes.currentApplication())) as APIApplication;
    const missing = messageContent && !mayReadMessages(application);
    return {
      lines: [
        `Discord accepts the token; the bot is ${application.name}.`,
        `Invite the bot: ${inviteUrl(application.id)}`,
        ...(missing ? [NO_CONTENT] : []),
      ],
      ok: !missing,
    };
  } catch (cause) {
    const message = finalFailure(cause)?.message ?? `Could not check Discord (${formatCause(cause)}).`;
    return { lines: [message], ok: false };
  }
}

const NO_CONTENT =
  'DISCORD_MESSAGE_CONTENT is true, but the bot cannot read messages. Turn on Message Content Intent in the developer portal (Bot).';

function mayReadMessages({ flags }: APIApplication): boolean {
  return (
    (flags & (ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited)) !== 0
  );
}

/** The link by which a manager adds the bot to a server. */
function inviteUrl(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`);
  url.searchParams.set('permissions', String(PERMISSIONS));
  return url.href;
}

function formatCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
