import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SlackOptions } from './slack/options.ts';
import { type FakeSlack, startSlack } from './slack/slack.ts';

let slack: FakeSlack;
let app: App;

beforeEach(() => start());

afterEach(end);

test('the URL is verified', async () => {
  expect(await slack.posts.verify()).toBe(true);
});

test('events, commands and clicks are posted', async () => {
  app.message(async ({ client, event }) => {
    await client.chat.postMessage({ channel: event.channel, text: 'heard' });
  });
  app.command('/brief', ({ ack, command }) => ack(`on ${command.text}`));
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond('more');
  });
  expect((await slack.say({ text: 'x' }).finished()).text).toBe('heard');
  const slash = slack.slash({ command: '/brief', text: 'tides & <tails>' });
  expect((await slash.acknowledged).payload).toEqual({ text: 'on tides & <tails>' });
  expect(slack.ephemerals().map(slack.textOf)).toEqual(['on tides & <tails>']);
  const text = { type: 'plain_text' as const, text: 'More' };
  const elements = [{ type: 'button' as const, action_id: 'more', text }];
  const blocks = [{ type: 'actions' as const, elements }];
  await app.client.chat.postMessage({ channel: slack.ids.channel, text: 'x', blocks });
  const message = slack.messages().find((one) => one.blocks.length > 0);
  if (!message) throw new Error('There is no message');
  expect((await slack.click({ message, actionId: 'more' }).finished()).text).toBe('more');
  expect(slack.violations).toEqual([]);
});

test.each([
  ['valid', 200],
  ['wrong', 401],
  ['old', 401],
  ['missing', 401],
  // Bolt's own receiver looks one way only: a bot that relies on it takes requests from the future.
  ['future', 200],
] as const)('a %s signature is answered by %i', async (signature, status) => {
  const body = { type: 'url_verification', challenge: 'x' };
  expect(await slack.posts.send(body, signature)).toMatchObject({ status });
});

test('a request is replayed as it was, and Bolt by itself takes it', async () => {
  const heard: unknown[] = [];
  app.message(async ({ body }) => {
    heard.push(body.event_id);
  });
  await slack.say({ text: 'x' }).acknowledged;
  expect(await slack.posts.replay()).toMatchObject({ status: 200 });
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toBe(heard[1]);
});

test('an event is posted again after an error, and says so', async () => {
  await start({ retriesAfter: [10, 20_000] });
  const seen: unknown[] = [];
  app.use(async ({ context }) => {
    seen.push([context.retryNum, context.retryReason]);
  });
  slack.posts.to('http://127.0.0.1:1/slack/events');
  const handle = slack.say({ text: 'x' });
  slack.posts.to(url);
  expect((await handle.acknowledged).payload).toEqual({});
  expect(seen).toEqual([[1, 'connection_failed']]);
});

test('a command whose bot is away fails', async () => {
  await app.stop();
  await expect(slack.slash({ command: '/brief' }).acknowledged).rejects.toThrow('connection_failed');
  await start();
});

let url = '';

async function start(options: Partial<SlackOptions> = {}): Promise<void> {
  if (app) await end();
  slack = await startSlack(options);
  const { signingSecret, botToken, api } = slack;
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  app = new App({
    ...{ token: botToken, receiver, deferInitialization: true, logLevel: LogLevel.ERROR },
    clientOptions: { slackApiUrl: api },
  });
  await app.init();
  const server = await app.start(0);
  const address = 'address' in server ? server.address() : null;
  if (address === null || typeof address === 'string') throw new Error('There is no port');
  url = `http://127.0.0.1:${address.port}/slack/events`;
  slack.posts.to(url);
}

async function end(): Promise<void> {
  await app.stop().catch(() => {});
  await slack.close();
}
