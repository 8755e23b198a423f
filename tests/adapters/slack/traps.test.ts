import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import type { Trouble } from '../../fakes/slack/faults.ts';
import { type Bot, startBot, until } from './bot.ts';

const BRIEF = { command: '/brief', text: 'nato-asia' };
const SILENCE = { kind: 'silence', applied: false } as const;
const posts = ({ slack }: Bot) => slack.requests.filter(({ method }) => method === 'chat.postMessage');

describe('a reconnect', () => {
  const rejections: unknown[] = [];
  const note = (cause: unknown) => void rejections.push(cause);
  beforeEach(() => {
    rejections.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => process.off('unhandledRejection', note));

  test.each<[string, Trouble]>([
    ['never answers', SILENCE],
    ['fails', { kind: 'status', status: 500, applied: false }],
    ['is cut off', { kind: 'drop', applied: false }],
    ['is answered with a page', { kind: 'page', applied: false }],
    ['has an error', { kind: 'error', error: 'internal_error', applied: false }],
  ])('whose first call %s takes less than a second, and leaves no rejection', async (_what, trouble) => {
    const bot = await startBot();
    bot.slack.fault({ method: 'apps.connections.open', trouble });
    const started = performance.now();
    bot.slack.sockets.drop();
    await until(() => bot.slack.sockets.opened === 2 && bot.adapter.health().connected);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(bot.slack.textOf(await bot.slack.slash(BRIEF).finished())).toContain('NATO is embarking');
    expect(rejections).toEqual([]);
  });

  test('follows soon where Slack takes nothing in any more', async () => {
    const bot = await startBot();
    bot.slack.sockets.freeze();
    await until(() => bot.slack.sockets.opened === 2 && bot.adapter.health().connected);
  });
});

test('the clients of listeners send nothing twice, though those of a socket share their options', async () => {
  const bot = await startBot();
  const trouble = { kind: 'status', status: 500, applied: false } as const;
  bot.slack.fault({ method: 'views.publish', times: 9, trouble });
  bot.slack.openHome();
  await until(() => bot.told.some((line) => line.includes('Home tab')));
  expect(bot.slack.requests.filter(({ method }) => method === 'views.publish')).toHaveLength(1);
});

test('no text is cut inside an emoji', async () => {
  const text = `The ferry sank${'😀'.repeat(6000)}.`;
  const { slack, told } = await startBot({
    contents: createContents([createDocument('harbour/a', { text })]),
  });
  for (const pad of ['', 'x'])
    expect(
      slack.textOf(
        await slack.slash({ command: '/ask', text: `${pad} ferry sank ${'😀'.repeat(140)}` }).finished(),
      ),
    ).not.toBe('');
  expect([told, slack.violations]).toEqual([[], []]);
});

test('a mention that comes as two events to two processes is answered once', async () => {
  const bot = await startBot();
  const { slack, dossier } = bot;
  const other = createSlackAdapter({
    ...{ botToken: slack.botToken, appToken: slack.appToken, signingSecret: null, api: slack.api },
    ...{
      prefix: '',
      allowExternal: false,
      readsFiles: false,
      managers: new Set<string>(),
      days: 90,
      commands: DECLARATIONS,
    },
    ...{ serve: () => undefined, now: () => new Date(), report: dossier.report },
  });
  const ended = other.start(dossier.chatFor(false));
  await until(() => slack.connections === 2);
  for (let count = 1; count <= 4; count++) {
    await slack.say({ text: `<@${slack.ids.bot}> What does France think?` }).finished();
    slack.repeat({ type: 'app_mention', as: 'anew' });
  }
  await slack.slash(BRIEF).finished();
  await other.stop();
  await ended;
  expect(posts(bot)).toHaveLength(5);
});

test('a call that never answers ends, and whoever asked hears of it', async () => {
  const bot = await startBot();
  const { slack } = bot;
  const { ids } = slack;
  const brief = await slack.slash(BRIEF).finished();
  const before = posts(bot).length;
  for (const [method, times] of Object.entries({ 'chat.postMessage': 2, 'views.open': 1, 'users.info': 1 }))
    slack.fault({ method, times, trouble: SILENCE });
  slack.fault({ method: 'response_url', channel: ids.other, times: 2, trouble: SILENCE });
  slack.slash(BRIEF);
  slack.say({ text: `<@${ids.bot}> What does France think?` });
  bot.press(brief, 'Ask');
  slack.slash({ command: '/dossier', text: 'status', channel: ids.other });
  const slow = slack.slash({ command: '/dossier', text: 'status', channel: ids.private, user: ids.admin });
  expect(slack.textOf(await slow.finished(15_000))).toContain('5 documents');
  const told = () => [...slack.ephemerals(), ...slack.messages(ids.direct)].map((each) => slack.textOf(each));
  await until(() => told().length === 4, 20_000);
  const unconfirmed = Array.from({ length: 3 }, () => expect.stringMatching(/did not confirm the answer/));
  expect(told().sort()).toEqual([...unconfirmed, expect.stringMatching(/did not open the form/)]);
  expect(posts(bot).length - before).toBe(3); // the third is the note to whoever request where the app is no member
});

test('a page with status 200 leaves open what became of a message: it is not sent again', async () => {
  const bot = await startBot();
  bot.slack.fault({ method: 'chat.postMessage', trouble: { kind: 'page', applied: true } });
  bot.slack.slash(BRIEF);
  await until(() => bot.slack.ephemerals().length === 1);
  expect([posts(bot).length, bot.slack.messages().length]).toEqual([1, 1]);
});

test('an event that can not be handled is reported once', async () => {
  const bot = await startBot({ chat: { claim: () => Promise.reject(new Error('no claim')) } });
  bot.slack.say({ text: `<@${bot.slack.ids.bot}> Who pays?` });
  await until(() => bot.told.length > 0);
  await bot.adapter.stop();
  await bot.ended;
  // One mention comes as two events.
  expect(bot.told).toEqual(Array.from({ length: 2 }, () => 'Could not answer a request from Slack.'));
});
