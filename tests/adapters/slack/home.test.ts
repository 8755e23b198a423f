import { expect, test } from 'vitest';
import { type Bot, startBot, until } from './bot.ts';

const open = async ({ slack }: Bot, user = slack.ids.member) => slack.openHome(user).view();

test('the Home tab shows topics, what is new, digests, how Dossier is in one line, and how to ask', async () => {
  const bot = await startBot({ settings: { prefix: 'x-' } });
  const { slack } = bot;
  const view = await open(bot);
  expect(
    slack
      .textOf(view)
      .split('\n')
      .filter((line) => !/^(Brief|Show)$/.test(line)),
  ).toEqual([
    'Topics',
    'NATO in the Asia-Pacific',
    ...['NATO’s liaison office in Tokyo', 'How China responds to NATO in Asia'],
    ...['Japan and NATO', 'Doubts in Asia about NATO’s role'],
    'What is new',
    'What has arrived since your last brief',
    'Your digests',
    'None in your messages with Dossier. Order one here or in a channel with /x-digest add.',
    expect.stringMatching(/^5 documents · newest 10 Jul 2024 .* passages, checked against the files/),
    'Write a question in the Messages tab, or type /x-ask anywhere. All commands: /x-dossier help',
  ]);
  const order = { command: '/x-digest', text: 'add nato-asia', channel: slack.ids.direct };
  await slack.slash(order).finished();
  expect(slack.textOf(await open(bot))).toMatch(/Your digests\nNATO in the Asia-Pacific · 08:00 mon-fri/);
  expect(slack.violations).toEqual([]);
});

test('the Home tab of a manager lists the digests of the workspace in their channels too', async () => {
  const bot = await startBot();
  const { slack } = bot;
  await slack.slash({ command: '/digest', text: 'add nato-asia' }).finished();
  const line = 'Digests in other channels\nNATO in the Asia-Pacific · 08:00 mon-fri';
  expect(slack.textOf(await open(bot, slack.ids.admin))).toContain(line);
  expect(slack.textOf(await open(bot))).not.toContain(line);
});

test('its buttons answer in the person’s messages with Dossier, where one can go on', async () => {
  const bot = await startBot();
  const { slack } = bot;
  const view = await open(bot);
  const { blockId, actionId } = slack.buttonsOf(view)[0] ?? { blockId: '', actionId: '' };
  slack.click({ view, blockId, actionId });
  const { direct } = slack.ids;
  await until(() => slack.messages(direct).length === 1);
  const [brief] = slack.messages(direct);
  expect(brief && slack.textOf(brief)).toContain('NATO is embarking');
  const more = await slack.say({ channel: direct, thread_ts: brief?.ts, text: 'more' }).finished();
  expect([slack.textOf(more), slack.violations, bot.told]).toEqual([
    expect.stringContaining('Chinese officials'),
    [],
    [],
  ]);
});

test('the Home tab tells people of another workspace nothing', async () => {
  const bot = await startBot();
  const view = await open(bot, bot.slack.ids.external);
  expect(bot.slack.textOf(view)).toMatch(/^Dossier answers only members of/);
});
