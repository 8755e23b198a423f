import { idsLike, type OperatorContext, type PlatformDefinition } from '../../core/bot/platform.ts';
import { yesOrNo } from '../../core/bot/settings.ts';
import { REQUEST_TIMEOUT, TOKEN_DOUBTS } from './limits.ts';
import { commandPrefix, type SlackSettings, slackSettings } from './settings.ts';
import { slackSpelling } from './spelling.ts';

const NAME = 'slack';

/** Slack, through Bolt. */
export const slack: PlatformDefinition<SlackSettings> = {
  name: NAME,
  title: 'Slack',
  local: false,
  settings: slackSettings,
  channelId: { example: 'slack:T123/C456', problemOf: idsLike(/^[TE][A-Z0-9]+\/[CDG][A-Z0-9]+$/, NAME) },
  spelling: slackSpelling,
  async createAdapter(settings, environment) {
    const { createSlackAdapter } = await import('./adapter.ts');
    return createSlackAdapter({ ...settings, ...environment });
  },
  async createPoster(settings, environment) {
    const { createSlackPoster } = await import('./poster.ts');
    return createSlackPoster({ ...settings, ...environment, timeout: REQUEST_TIMEOUT, doubts: TOKEN_DOUBTS });
  },
  async doctor(settings) {
    const { examineSlack } = await import('./doctor.ts');
    return examineSlack(settings);
  },
  needsServer: ({ appToken }) => appToken === null,
  operatorCommands: [
    {
      name: 'manifest',
      description: 'print the manifest to create the Slack app from (docs/slack.md)',
      run: printManifest,
    },
  ],
};

/** The app manifest; with a public URL and without an app token, for HTTP. */
async function printManifest({ variables, commands, publicUrl }: OperatorContext): Promise<string> {
  const { createManifest } = await import('./manifest.ts');
  const settings = slackSettings.schema.parse(variables);
  const prefix = commandPrefix.parse(variables.SLACK_COMMAND_PREFIX);
  const readsFiles = yesOrNo.parse(variables.SLACK_READ_FILES);
  const url = publicUrl !== null && !settings?.appToken ? `${publicUrl}/slack/events` : null;
  return JSON.stringify(createManifest({ commands, prefix, url, readsFiles }), null, 2);
}
