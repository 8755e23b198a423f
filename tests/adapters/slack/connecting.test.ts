import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createManifest } from '../../../src/adapters/slack/manifest.ts';
import { type Bot, startBot, until } from './bot.ts';

const BRIEF = { command: '/brief', text: 'nato-asia' };
const posts = ({ slack }: Bot) => slack.requests.filter(({ method }) => method === 'chat.postMessage');

describe('Slack refuses', () => {
  test.each<[string, Parameters<typeof startBot>[0], RegExp]>([
    ['a wrong bot token', { settings: { botToken: 'xoxb-wrong' } }, /rejected the token.*SLACK_BOT_TOKEN/],
    ['a wrong app token', { settings: { appToken: 'xapp-wrong' } }, /SLACK_APP_TOKEN/],
  ])('%s: it ends, with the cure', async (_what, options, cure) => {
    const bot = await startBot({ ...options, wait: false });
    await expect(bot.ended).rejects.toMatchObject({
      code: 'platform-refused',
      message: expect.stringMatching(cure),
    });
  });

  test('the token while it runs, and keeps refusing: it ends, and sends nothing more', async () => {
    const bot = await startBot({ settings: { patience: 1500 } });
    bot.slack.revoke('token_revoked', 'bot');
    await bot.slack.slash(BRIEF).acknowledged;
    await expect(bot.ended).rejects.toMatchObject({
      code: 'platform-refused',
      message: expect.stringMatching(/revoked/),
    });
    expect(posts(bot).length).toBeLessThanOrEqual(1);
  });

  test('the app token while it runs, and keeps refusing: it ends', async () => {
    const bot = await startBot({ settings: { patience: 1500 } });
    bot.slack.revoke('invalid_auth', 'app');
    bot.slack.sockets.drop();
    await expect(bot.ended).rejects.toMatchObject({ message: expect.stringMatching(/SLACK_APP_TOKEN/) });
    expect(bot.slack.requests.filter(({ error }) => error === 'invalid_auth').length).toBeGreaterThan(2);
  });

  const REFUSED = { kind: 'error', error: 'invalid_auth', applied: false } as const;

  test('a token a few times while it connects again: it asks again, and goes on', async () => {
    const bot = await startBot();
    bot.slack.fault({ method: 'apps.connections.open', times: 3, trouble: REFUSED });
    bot.slack.sockets.drop();
    await until(() => bot.slack.sockets.opened === 2 && bot.adapter.health().connected);
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
  });

  test('the token for one answer: whoever asked is told, and it goes on', async () => {
    const bot = await startBot();
    bot.slack.fault({ method: 'chat.postMessage', trouble: REFUSED });
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toMatch(/rejected Dossier’s token/);
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
    expect(bot.told).toEqual(['Could not answer a request from Slack.']);
  });

  test('an answer for want of a scope: whoever asked and the operator are told which', async () => {
    const bot = await startBot();
    bot.slack.world.scopes.delete('chat:write');
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toMatch(/missing the scope chat:write/);
    expect(bot.told).toEqual([expect.stringMatching(/missing the scope chat:write/)]);
    bot.slack.world.scopes.add('chat:write').delete('users:read');
    await bot.slack.slash({ command: '/dossier', text: 'status', user: bot.slack.addUser('new') }).finished();
    expect(bot.told[1]).toMatch(/who is a Slack admin.*missing the scope users:read/);
  });

  test.each([
    ['invalid_blocks', /did not take the answer \(invalid_blocks\)/],
    ['internal_error', /did not confirm the answer/],
  ])('an answer with %s: whoever asked is told what that means', async (error, said) => {
    const bot = await startBot();
    bot.slack.fault({ method: 'chat.postMessage', trouble: { kind: 'error', error, applied: false } });
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toMatch(said);
  });

  test('what a scope is missing for: it is named, and the rest goes on', async () => {
    const scopes = [
      'commands',
      'chat:write',
      'app_mentions:read',
      'channels:history',
      'groups:history',
      'im:history',
      'mpim:history',
      'channels:read',
      'groups:read',
      'im:read',
      'mpim:read',
      'files:write',
    ];
    const bot = await startBot({ fake: { scopes } });
    expect(bot.told).toEqual([expect.stringMatching(/is missing the scope users:read/)]);
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
  });
});

describe('a connection that breaks', () => {
  test.each<[string, (bot: Bot) => void]>([
    ['is dropped', ({ slack }) => slack.sockets.drop()],
    ['is closed', ({ slack }) => slack.sockets.close()],
    ['is to be made anew', ({ slack }) => slack.sockets.disconnect('refresh_requested')],
  ])('because it %s is there again within a second', async (_what, cut) => {
    const bot = await startBot();
    const started = Date.now();
    cut(bot);
    await until(() => bot.slack.sockets.opened === 2 && bot.adapter.health().connected);
    expect(Date.now() - started).toBeLessThan(1000);
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
  });

  test.each([
    ['an error', { kind: 'error', error: 'internal_error', applied: false }],
    ['a fault', { kind: 'status', status: 500, applied: false }],
    ['a page', { kind: 'page', applied: false }],
    ['a cut', { kind: 'drop', applied: false }],
  ] as const)(
    'and meets %s when it comes back is there in the end',
    { timeout: 15_000 },
    async (_what, trouble) => {
      const bot = await startBot();
      bot.slack.fault({ method: 'apps.connections.open', times: 2, trouble: trouble as never });
      bot.slack.sockets.drop();
      await until(() => bot.slack.sockets.opened === 2 && bot.adapter.health().connected);
      expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
    },
  );
});

test('a connection that is closed as soon as it is open is opened again less and less often', async () => {
  const bot = await startBot();
  const dropping = setInterval(() => bot.slack.sockets.drop(), 5);
  await sleep(2000);
  clearInterval(dropping);
  expect(bot.slack.sockets.opened).toBeLessThanOrEqual(6);
  await until(() => bot.adapter.health().connected);
});

describe('an answer', () => {
  test('waits for its turn, and another channel’s does not', async () => {
    const bot = await startBot();
    const { slack } = bot;
    slack.fault({
      method: 'chat.postMessage',
      channel: slack.ids.channel,
      times: 1,
      trouble: { kind: 'rate limit', retryAfter: 1 },
    });
    const slow = slack.slash(BRIEF);
    const quick = await slack.slash({ ...BRIEF, channel: slack.ids.private }).finished();
    expect(slack.textOf(quick)).toContain('NATO is embarking');
    expect(slack.messages()).toEqual([]);
    expect(slack.textOf(await slow.finished())).toContain('NATO is embarking');
  });

  test.each([
    ['lost', { kind: 'status', status: 500, applied: true }],
    ['cut', { kind: 'drop', applied: true }],
  ] as const)(
    'whose confirmation is %s is posted once, and whoever asked is told',
    async (_what, trouble) => {
      const bot = await startBot();
      const { slack } = bot;
      slack.fault({ method: 'chat.postMessage', times: 1, trouble: trouble as never });
      await slack.slash(BRIEF).acknowledged;
      await until(() => slack.ephemerals().length === 1);
      expect(slack.textOf(slack.ephemerals()[0] as never)).toMatch(/did not confirm the answer/);
      expect(slack.messages()).toHaveLength(1);
    },
  );

  test('in a channel that is archived, or that it has left, still reaches whoever asked', async () => {
    const { slack } = await startBot();
    slack.kick(slack.ids.channel);
    expect(slack.textOf(await slack.slash(BRIEF).finished())).toMatch(/\/invite @Dossier/);
  });
});

describe('over HTTP', () => {
  const secret = 'a-signing-secret';
  const settings = { appToken: null, signingSecret: secret };

  function signed(body: string, { at = Date.now() / 1000, key = secret } = {}) {
    const timestamp = String(Math.floor(at));
    const signature = `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const headers = {
      'x-slack-signature': signature,
      'x-slack-request-timestamp': timestamp,
      'content-type': 'application/json',
    };
    return new Request('http://127.0.0.1/slack/events', { method: 'POST', body, headers });
  }

  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c' });

  test('only what Slack signed just now is taken', async () => {
    const { routes } = await startBot({ settings });
    const handle =
      routes.get('/slack/events') ?? (() => Promise.resolve(new Response(null, { status: 404 })));
    const statuses = await Promise.all(
      [
        signed(challenge),
        signed(challenge, { key: 'another' }),
        signed(challenge, { at: Date.now() / 1000 - 600 }),
        signed(challenge, { at: Date.now() / 1000 + 600 }),
        new Request('http://127.0.0.1/slack/events', { method: 'POST', body: challenge }),
        signed('not json'),
      ].map(async (request) => (await handle(request)).status),
    );
    expect(statuses).toEqual([200, 401, 401, 401, 401, 400]);
  });

  test('an event has one effect however often it is sent', async () => {
    const bot = await startBot({ settings });
    const { slack, routes } = bot;
    const event = {
      type: 'message',
      channel: slack.ids.direct,
      user: slack.ids.member,
      ts: '1795548551.000100',
      text: 'What does France think?',
    };
    const body = JSON.stringify({ type: 'event_callback', team_id: slack.ids.team, event_id: 'Ev1', event });
    const handle = routes.get('/slack/events');
    const request = signed(body);
    expect((await handle?.(request.clone()))?.status).toBe(200);
    expect((await handle?.(request))?.status).toBe(200);
    expect((await handle?.(signed(body, { at: Date.now() / 1000 - 5 })))?.status).toBe(200);
    await until(() => slack.messages(slack.ids.direct).length > 0);
    await bot.adapter.stop();
    expect(slack.messages(slack.ids.direct)).toHaveLength(1);
  });
});

describe('the manifest', () => {
  const specs =
    process.env.DOSSIER_SPECS_DIR ?? fileURLToPath(new URL('../../../../shared/specs', import.meta.url));
  const file = join(specs, 'slack-app-manifest.schema.2.0.0.json');

  test.each([null, 'https://dossier.example/slack/events'])('is what Slack’s schema wants: %s', (url) => {
    const manifest = createManifest({ commands: DECLARATIONS, prefix: 'x-', url, readsFiles: url !== null });
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([
      '/x-brief',
      '/x-ask',
      '/x-digest',
      '/x-dossier',
    ]);
    if (!existsSync(file)) return; // the schema is not part of the project
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
  });
});

test('a stop lets what is in hand be answered', async () => {
  const bot = await startBot();
  bot.slack.fault({
    method: 'chat.postMessage',
    times: 1,
    trouble: { kind: 'delay', milliseconds: 400, whenClientIsGone: 'apply' },
  });
  const brief = bot.slack.slash(BRIEF);
  await brief.acknowledged;
  const started = Date.now();
  await bot.adapter.stop();
  await bot.ended;
  expect(bot.slack.messages()).toHaveLength(1);
  expect(Date.now() - started).toBeLessThan(7000);
});
