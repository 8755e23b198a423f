import { expect, test } from 'vitest';
import type { Handle } from '../../fakes/slack/handle.ts';
import { post } from '../../fakes/slack/message.ts';
import { type Bot, startBot, until } from './bot.ts';

const OLD = /^This is from another version of Dossier.*\/dossier help/;

/** A message of Dossier with a button that this version does not know. */
function oldMessage({ slack }: Bot) {
  const channel = slack.world.channels.get(slack.ids.channel);
  if (!channel) throw new Error('There is no channel.');
  const button = {
    type: 'button',
    text: { type: 'plain_text', text: 'Old' },
    action_id: 'old-1',
    value: 'x',
  };
  const body = { blocks: [{ type: 'actions', elements: [button] }] };
  return post(slack.world, { channel, userId: slack.ids.bot, body });
}

test.each<[string, (bot: Bot) => Handle]>([
  ['button', (bot) => bot.slack.click({ message: oldMessage(bot), actionId: 'old-1' })],
  ['command', ({ slack }) => slack.slash({ command: '/old-brief', text: 'nato-asia' })],
  ['shortcut', (bot) => bot.slack.shortcut({ callbackId: 'old', message: oldMessage(bot) })],
])('a %s of another version is acknowledged, and says so to whoever used it', async (_what, use) => {
  const bot = await startBot();
  const used = use(bot);
  expect((await used.acknowledged).payload).toEqual({});
  expect(bot.slack.textOf(await used.finished())).toMatch(OLD);
  expect([bot.slack.ephemerals().length, bot.told, bot.slack.violations]).toEqual([1, [], []]);
});

test('a shortcut of the whole workspace that there is no longer says so in direct messages', async () => {
  const { slack } = await startBot();
  slack.shortcut({ callbackId: 'old' });
  await until(() => slack.messages(slack.ids.direct).length === 1);
  expect(slack.messages(slack.ids.direct).map((each) => slack.textOf(each))).toEqual([
    expect.stringMatching(OLD),
  ]);
});
