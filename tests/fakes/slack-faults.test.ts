import type { App, AppOptions, webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Trouble } from './slack/faults.ts';
import { type FakeSlack, startSlack } from './slack/slack.ts';
import { boltApp } from './slack-app.ts';

let slack: FakeSlack;
let app: App;

beforeEach(() => connect());

afterEach(async () => {
  slack.mend();
  await app.stop();
  await slack.close();
});

const METHOD = 'chat.postMessage';

describe('a call', () => {
  test('that meets a rate limit is retried, and only that channel’s', async () => {
    const trouble: Trouble = { kind: 'rate limit', retryAfter: 1 };
    slack.fault({ method: METHOD, channel: slack.ids.private, trouble });
    await post(slack.ids.channel);
    expect(slack.requests.map(({ status }) => status).at(-1)).toBe(200);
    await post(slack.ids.private);
    expect(slack.requests.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
    expect(slack.messages(slack.ids.private)).toHaveLength(1);
  });

  test('whose answer is lost is sent again by Bolt: twice in the channel', async () => {
    slack.fault({ method: METHOD, trouble: { kind: 'drop', applied: true } });
    await post();
    expect(slack.messages()).toHaveLength(2);
  });

  test.each([
    ['an error of the server', { kind: 'status', status: 500, applied: false }, 0],
    ['a page', { kind: 'page', applied: false }, 0],
    ['a page after the effect', { kind: 'page', applied: true }, 1],
    ['internal_error', { kind: 'error', error: 'internal_error', applied: false }, 0],
    ['fatal_error after the effect', { kind: 'error', error: 'fatal_error', applied: true }, 1],
    ['a cut connection', { kind: 'drop', applied: false }, 0],
    ['an answer cut midway', { kind: 'drop', applied: true, midway: true }, 1],
    ['silence', { kind: 'silence', applied: false }, 0],
    ['a delay that outlives the client', { kind: 'delay', milliseconds: 400, whenClientIsGone: 'drop' }, 0],
    ['a delay after which it is applied', { kind: 'delay', milliseconds: 400, whenClientIsGone: 'apply' }, 1],
  ] satisfies readonly (readonly [string, Trouble, number])[])('may meet %s', async (_, trouble, count) => {
    await connect({ retryConfig: { retries: 0 }, timeout: 200 });
    slack.fault({ method: METHOD, trouble });
    await expect(post()).rejects.toThrow();
    if (trouble.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, 400));
    expect(slack.messages()).toHaveLength(count);
    await post();
    expect(slack.messages()).toHaveLength(count + 1);
  });

  test('is refused once the token is revoked', async () => {
    await app.start();
    slack.revoke();
    await expect(post()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  });
});

test('a slow call whose client is gone is sometimes lost, and sometimes carried out', async () => {
  const slow = await startSlack({ slowness: { method: METHOD, most: 300, seed: 7 } });
  for (let sent = 1; sent <= 12; sent++) await sendAndGo(slow, sent);
  await expect.poll(() => slow.requests.every(({ status, error }) => status !== 0 || error)).toBe(true);
  const lost = slow.requests.filter(({ error }) => error === 'lost on the way');
  expect(lost.length).toBeGreaterThan(0);
  expect(slow.messages().length).toBeGreaterThan(0);
  expect(lost.length + slow.messages().length).toBe(12);
  await slow.close();
});

test('where nobody listens nothing arrives, until somebody does again', async () => {
  await connect({ retryConfig: { retries: 0 } });
  const before = slack.requests.length;
  await slack.unplug();
  await expect(post()).rejects.toThrow();
  expect(slack.requests.length).toBe(before);
  await slack.plug();
  await post();
  expect(slack.messages()).toHaveLength(1);
});

describe('a connection', () => {
  test('that can’t be opened again at once is opened in the end', async () => {
    await app.start();
    const trouble: Trouble = { kind: 'error', error: 'internal_error', applied: false };
    slack.fault({ method: 'apps.connections.open', times: 2, trouble });
    slack.sockets.drop();
    await expect.poll(() => slack.sockets.opened).toBe(2);
  });

  test('whose opening hangs ends with the receiver’s timeout', async () => {
    const trouble: Trouble = { kind: 'silence', applied: false };
    slack.fault({ method: 'apps.connections.open', trouble });
    await expect
      .poll(
        async () => {
          await app.start();
          return slack.sockets.open;
        },
        { timeout: 8000 },
      )
      .toBe(1);
  });

  test('that isn’t there leaves a command unheard', async () => {
    await expect(slack.slash({ command: '/brief' }).acknowledged).rejects.toThrow('no_connection');
  });
});

async function connect(clientOptions: webApi.WebClientOptions = {}): Promise<void> {
  if (app) {
    await app.stop();
    await slack.close();
  }
  slack = await startSlack();
  const more: Partial<AppOptions> = { clientOptions: { slackApiUrl: slack.api, ...clientOptions } };
  app = await boltApp(slack, more);
}

/** Sends a message and hangs up as soon as it has arrived. */
async function sendAndGo(slow: FakeSlack, sent: number): Promise<void> {
  const client = new AbortController();
  const body = JSON.stringify({ channel: slow.ids.channel, text: `Message ${sent}` });
  const headers = { authorization: `Bearer ${slow.botToken}`, 'content-type': 'application/json' };
  const answer = fetch(`${slow.api}${METHOD}`, { method: 'POST', headers, body, signal: client.signal });
  answer.catch(() => undefined);
  await expect.poll(() => slow.requests.length, { interval: 1 }).toBe(sent);
  client.abort();
}

function post(channel = slack.ids.channel): Promise<unknown> {
  return app.client.chat.postMessage({ channel, text: 'x' });
}
