import { afterEach, describe, expect, test } from 'vitest';
import { createSlackPoster, type SlackPosterOptions } from '../../../src/adapters/slack/poster.ts';
import { openRequest } from '../../../src/core/bot/action-request.ts';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import type { Posted } from '../../../src/core/delivery/poster.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { Message } from '../../../src/core/replies/message.ts';
import { formatAddress } from '../../../src/core/schedule/channel-address.ts';
import { posterContract } from '../../contracts/poster.ts';
import { quoted } from '../../contracts/scripted-chat.ts';
import type { Trouble } from '../../fakes/slack/faults.ts';
import { post as write } from '../../fakes/slack/message.ts';
import { type FakeSlack, startSlack } from '../../fakes/slack/slack.ts';
import type { Message as Shown } from '../../fakes/slack/world.ts';
import { asDigest } from '../as-digest.ts';
import { startBot, until } from './bot.ts';
import { openSlackPosterDriver } from './poster-driver.ts';

posterContract('Slack', openSlackPosterDriver);

const KEY = 'abcdefghijklmnopqrstuvw23';
const MESSAGE = quoted(['The ferry to the island will cost ten crowns.']);
const DAY = 86_400_000; // milliseconds

const open: FakeSlack[] = [];
afterEach(async () => {
  for (const slack of open.splice(0)) await slack.close();
});

async function start(options: Parameters<typeof startSlack>[0] = {}) {
  const slack = await startSlack(options);
  open.push(slack);
  const channel = { platform: 'slack', workspace: slack.ids.team, channel: slack.ids.channel };
  const poster = createPoster(slack);
  const post = (given: Partial<Parameters<typeof poster.post>[0]> = {}) =>
    poster.post({ channel, message: MESSAGE, key: KEY, mayStillSend: () => true, ...given });
  const calls = (method: string) => slack.requests.filter((request) => request.method === method);
  return { slack, channel, poster, post, calls };
}

function createPoster({ botToken, api }: FakeSlack, given: Partial<SlackPosterOptions> = {}) {
  return createSlackPoster({
    botToken,
    api,
    days: 90,
    timeout: 10_000,
    doubts: [0, 0],
    now: () => new Date(),
    ...given,
  });
}

describe('a digest', () => {
  test('carries its key where people do not see it, and is shown without previews', async () => {
    const { post, calls } = await start();
    await post();
    const [{ body = {} } = {}] = calls('chat.postMessage');
    expect(body).toMatchObject({
      metadata: { event_type: 'dossier_digest', event_payload: { key: KEY } },
      ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
    });
    expect(body.text).toContain('The ferry to the island');
    expect(String(body.text).length).toBeLessThanOrEqual(4000);
    expect(JSON.stringify(body.blocks)).not.toContain(KEY);
  });

  test('goes to no other workspace than the token’s', async () => {
    const { slack, channel, post, poster, calls } = await start();
    const elsewhere = { ...channel, workspace: slack.ids.otherTeam };
    expect(await post({ channel: elsewhere })).toMatchObject({ kind: 'refused', why: 'closed' });
    const looked = await poster.find({ channel: elsewhere, key: KEY, since: new Date() });
    expect(looked).toMatchObject({ kind: 'cannot-search', forGood: true });
    expect(await poster.tell(elsewhere, slack.ids.member, 'Well.')).toBe(false);
    expect([calls('chat.postMessage'), calls('conversations.history')]).toEqual([[], []]);
  });

  test('that can not be rendered is refused, and says why', async () => {
    const { post, calls } = await start();
    const broken = { ...MESSAGE, blocks: [null] } as unknown as Message;
    expect(await post({ message: broken })).toEqual({
      ...{ kind: 'refused', why: 'invalid', detail: 'Could not render the message.' },
      cause: expect.any(TypeError),
    });
    expect(calls('chat.postMessage')).toEqual([]);
  });
});

test('what can not be put into a request is refused', async () => {
  const { channel, post, calls } = await start();
  const posted = await post({ channel: { ...channel, channel: 'C\uD800' } });
  expect(posted).toMatchObject({ kind: 'refused', why: 'invalid' });
  expect(calls('chat.postMessage')).toEqual([]);
});

test.each(['127.0.0.1', 'localhost'])('where %s takes no connection nothing was sent', async (host) => {
  const { slack, channel } = await start();
  const poster = createPoster(slack, { api: slack.api.replace('127.0.0.1', host) });
  const post = () => poster.post({ channel, message: MESSAGE, key: KEY, mayStillSend: () => true });
  expect(await post()).toMatchObject({ kind: 'sent' }); // whose the token is need not be asked again
  await slack.unplug();
  // A connection that was kept open may have taken the first one.
  await expect.poll(post).toMatchObject({ kind: 'later', seconds: null, everywhere: true });
  expect(slack.messages()).toHaveLength(1);
});

describe('whose the token is', () => {
  test('is asked once, however much is posted', async () => {
    const { post, calls } = await start();
    await Promise.all([post(), post({ key: 'another' }), post({ key: 'a third' })]);
    await post({ key: 'a fourth' });
    expect([calls('auth.test').length, calls('chat.postMessage').length]).toEqual([1, 4]);
  });

  test('is asked again where Slack did not say: nothing was posted meanwhile', async () => {
    const { slack, post, calls } = await start();
    slack.fault({ method: 'auth.test', trouble: { kind: 'status', status: 500, applied: false } });
    expect(await post()).toMatchObject({ kind: 'later', seconds: null, everywhere: true });
    expect(calls('chat.postMessage')).toEqual([]);
    expect(await post()).toMatchObject({ kind: 'sent' });
  });
});

const refused = (why: string) => ({ kind: 'refused', why }) as const;
const WORDS: readonly (readonly [string, Partial<Posted>])[] = [
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action'].map(
    (word) => [word, refused('closed') as Partial<Posted>] as const,
  ),
  ...['invalid_blocks', 'msg_too_long', 'invalid_arguments'].map(
    (word) => [word, refused('invalid') as Partial<Posted>] as const,
  ),
  ...['token_revoked', 'account_inactive', 'not_authed', 'missing_scope'].map(
    (word) => [word, { kind: 'stopped' }] as const,
  ),
  ...['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable', 'a_word_of_tomorrow'].map(
    (word) => [word, { kind: 'unknown' }] as const,
  ),
  ['ratelimited', { kind: 'later', seconds: null }],
  ['<html>ratelimited</html>', { kind: 'unknown' }],
];

test.each(WORDS)('where Slack error: %s', async (error, posted) => {
  const { slack, post, calls } = await start();
  slack.fault({ method: 'chat.postMessage', trouble: { kind: 'error', error, applied: false } });
  expect(await post()).toMatchObject(posted);
  expect(calls('chat.postMessage')).toHaveLength(1);
});

describe('a token that Slack does not know', () => {
  test('for a moment only: the post is tried again', async () => {
    const { slack, post, calls } = await start();
    slack.fault({
      method: 'chat.postMessage',
      trouble: { kind: 'error', error: 'invalid_auth', applied: false },
    });
    expect(await post()).toMatchObject({ kind: 'later', everywhere: true });
    expect(calls('chat.postMessage')).toHaveLength(1);
    expect(await post()).toMatchObject({ kind: 'sent' });
  });

  test('for as long as it is asked stops posting, after one post', async () => {
    const { slack, post, calls } = await start();
    await post();
    slack.revoke('invalid_auth');
    expect(await post()).toMatchObject({ kind: 'stopped' });
    expect([calls('chat.postMessage').length, calls('auth.test').length]).toEqual([2, 3]);
  });
});

describe('a look', () => {
  const find = ({ poster, channel }: Awaited<ReturnType<typeof start>>, since = new Date()) =>
    poster.find({ channel, key: KEY, since });

  test('without the right to read is never possible', async () => {
    const setting = await start({ scopes: ['chat:write'] });
    expect(await find(setting)).toMatchObject({ kind: 'cannot-search', forGood: true });
  });

  test('that comes too early is possible later', async () => {
    const setting = await start();
    const trouble: Trouble = { kind: 'rate limit', retryAfter: 60 };
    setting.slack.fault({ method: 'conversations.history', trouble });
    expect(await find(setting)).toMatchObject({ kind: 'cannot-search', forGood: false });
  });

  test('takes nobody else’s message for its own', async () => {
    const setting = await start();
    const { world, ids } = setting.slack;
    const metadata = { event_type: 'dossier_digest', event_payload: { key: KEY } };
    const channel = world.channels.get(ids.channel);
    if (channel) write(world, { channel, userId: ids.member, body: { text: 'Mine', metadata } });
    expect(await find(setting)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['as far as it can', 0, 10],
    ['some way at least', 30, 2],
  ])('goes back %s where it is %i days early', async (_how, days, pages) => {
    const setting = await start();
    for (let at = 0; at < 1100; at++) setting.slack.say({ text: `Well, ${at}.` });
    expect(await find(setting, new Date(Date.now() + days * DAY))).toEqual({ kind: 'absent' });
    expect(setting.calls('conversations.history')).toHaveLength(pages);
  });
});

test('a digest is gone on from as a brief is: by its buttons, and in words in its thread', async () => {
  const { slack, dossier, press, told } = await startBot();
  const chat = dossier.chatFor(false);
  const channel = { platform: 'slack', workspace: slack.ids.team, channel: slack.ids.channel };
  const audience = { ...channel, user: '', private: false, local: false };
  const ask = (given: Pick<Invocation, 'request' | 'conversation'> & { replyTo?: string }) =>
    ({ audience, manager: false, ...given }) as const;
  const brief = { kind: 'command', command: 'brief', options: { topic: 'nato-asia' } } as const;
  const composed = await chat.handle(ask({ request: brief, conversation: 'digest' }));
  const message = asDigest(composed);
  const id = jsonReply(message).id ?? '';
  const posted = await createPoster(slack).post({ channel, message, key: KEY, mayStillSend: () => true });
  const ref = posted.kind === 'sent' ? posted.messageId : '';
  // What is done once a digest is posted: its thread continues the conversation.
  const conversation = `${formatAddress(channel)}/${ref}`;
  await chat.adopt(ask({ request: openRequest(id), conversation, replyTo: id }));

  const shown = slack.messages().find(({ ts }) => ts === ref) as Shown;
  expect(slack.buttonsOf(shown).map(({ text }) => text)).toEqual(['More', 'Sources', 'Ask', '👍', '👎']);
  slack.say({ text: 'and China?', thread_ts: ref });
  await until(() => slack.messages().length === 3);
  expect(slack.textOf(slack.messages().at(-1) as Shown)).toMatch(/China/);
  press(shown, 'Sources');
  await until(() => slack.ephemerals().length === 1);
  expect(slack.textOf(slack.ephemerals()[0] as Shown)).toContain('[3] Glimpses');
  press(shown, 'More');
  await until(() => slack.messages().length === 4);
  expect(slack.messages().at(-1)?.thread_ts).toBe(ref);
  expect([told, slack.violations]).toEqual([[], []]);
});
