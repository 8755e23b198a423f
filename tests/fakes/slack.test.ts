import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackOptions } from './slack/options.ts';
import { type FakeSlack, startSlack } from './slack/slack.ts';

let slack: FakeSlack;
let app: App;

beforeEach(() => restart());

afterEach(end);

describe('Socket Mode', () => {
  test('connects the app, which learns who it is', async () => {
    await app.start();
    const who = await app.client.auth.test();
    expect(who).toMatchObject({ user_id: slack.ids.bot, team_id: slack.ids.team });
    expect(who.response_metadata?.scopes).toContain('chat:write');
    expect(slack.sockets.open).toBe(1);
  });

  test('carries a command and its acknowledgement', async () => {
    app.command('/brief', async ({ ack, respond, command }) => {
      await ack();
      await respond({ text: `on ${command.text}` });
    });
    await app.start();
    const handle = slack.slash({ command: '/brief', text: 'tides' });
    expect((await handle.acknowledged).ms).toBeLessThan(1000);
    expect((await handle.finished()).text).toBe('on tides');
    expect(slack.ephemerals().map(({ text }) => text)).toEqual(['on tides']);
    expect(slack.messages()).toEqual([]);
    expect(slack.violations).toEqual([]);
  });
});

async function restart(options: Partial<SlackOptions> = {}, more: Partial<AppOptions> = {}): Promise<void> {
  if (slack) await end();
  slack = await startSlack(options);
  const receiver = new SocketModeReceiver({
    ...{ appToken: slack.appToken, clientPingTimeout: 500, logLevel: LogLevel.ERROR },
    installerOptions: { clientOptions: { slackApiUrl: slack.api, timeout: 2000 } },
  });
  app = new App({
    ...{ token: slack.botToken, receiver, deferInitialization: true, logLevel: LogLevel.ERROR },
    ...{ clientOptions: { slackApiUrl: slack.api }, ...more },
  });
  await app.init();
}

async function end(): Promise<void> {
  await app.stop().catch(() => {});
  await slack.close();
}
