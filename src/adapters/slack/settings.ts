import * as z from 'zod';
import type { PlatformSettings } from '../../core/bot/platform.ts';
import { defineSettings, optionalText, webAddress, yesOrNo } from '../../core/bot/settings.ts';

/** How Slack is reached; `.env.example` explains each. */
export interface SlackSettings extends PlatformSettings {
  readonly botToken: string;
  /** For a socket; null if Slack sends events over HTTP. */
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  /** In front of the names of slash commands. */
  readonly prefix: string;
  /** Whether members of other workspaces may ask in shared channels. */
  readonly allowExternal: boolean;
  /** Whether files that managers send to Dossier may be read. */
  readonly readsFiles: boolean;
}

/** The prefix of slash commands, which the manifest needs before there is a token. */
export const commandPrefix = z
  .string()
  .trim()
  .regex(/^[a-z0-9_-]{0,20}$/, 'may contain up to 20 lowercase letters, digits, hyphens and underscores')
  .prefault('');

const variables = z
  .object({
    SLACK_BOT_TOKEN: optionalText,
    SLACK_APP_TOKEN: optionalText,
    SLACK_SIGNING_SECRET: optionalText,
    SLACK_COMMAND_PREFIX: commandPrefix,
    SLACK_ALLOW_EXTERNAL: yesOrNo,
    SLACK_READ_FILES: yesOrNo,
    SLACK_API_URL: webAddress,
  })
  .refine(
    ({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret }) =>
      bot === null || app !== null || secret !== null,
    { path: ['SLACK_BOT_TOKEN'], message: 'also needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET' },
  );

/** Slack's settings; without a bot token it is off. */
export const slackSettings = defineSettings(variables, (values): SlackSettings | null => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken } = values;
  if (botToken === null) return null;
  return {
    ...{ botToken, appToken, signingSecret: values.SLACK_SIGNING_SECRET, api: values.SLACK_API_URL },
    ...{ prefix: values.SLACK_COMMAND_PREFIX, allowExternal: values.SLACK_ALLOW_EXTERNAL },
    readsFiles: values.SLACK_READ_FILES,
  };
});
