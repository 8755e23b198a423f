import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './slack/slack.ts';

/** Makes a real Bolt app that is to connect to a fake Slack by Socket Mode; it isn't started yet. */
export async function boltApp(slack: FakeSlack, more: Partial<AppOptions> = {}): Promise<App> {
  const receiver = new SocketModeReceiver({
    ...{ appToken: slack.appToken, clientPingTimeout: 500, logLevel: LogLevel.ERROR },
    installerOptions: { clientOptions: { slackApiUrl: slack.api, timeout: 2000 } },
  });
  endQuietly(receiver.client);
  const app = new App({
    ...{ token: slack.botToken, receiver, deferInitialization: true, logLevel: LogLevel.ERROR },
    ...{ clientOptions: { slackApiUrl: slack.api }, ...more },
  });
  await app.init();
  return app;
}

/** A client that is stopped while it reconnects rejects, with `undefined`, a promise that nobody handles. */
function endQuietly(client: SocketModeReceiver['client']): void {
  const start = client.start.bind(client);
  client.start = () =>
    start().catch((cause) => {
      if (cause === undefined) return new Promise(() => {});
      throw cause;
    });
}
