import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './slack/slack.ts';

/** Makes a real Bolt app that is to connect to a fake Slack by Socket Mode; it isn't started yet. */
export async function boltApp(slack: FakeSlack, more: Partial<AppOptions> = {}): Promise<App> {
  const receiver = new SocketModeReceiver({
    ...{ appToken: slack.appToken, clientPingTimeout: 500, logLevel: LogLevel.ERROR },
    installerOptions: { clientOptions: { slackApiUrl: slack.api, timeout: 2000 } },
  });
  const app = new App({
    ...{ token: slack.botToken, receiver, deferInitialization: true, logLevel: LogLevel.ERROR },
    ...{ clientOptions: { slackApiUrl: slack.api }, ...more },
  });
  await app.init();
  return app;
}
