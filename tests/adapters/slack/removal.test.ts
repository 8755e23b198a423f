import { expect, test } from 'vitest';
import { type Bot, startBot, until } from './bot.ts';

const ORDER = { command: '/digest', text: 'add nato-asia' };
const digests = ({ dossier, slack }: Bot) =>
  dossier.store.subscriptions.list({
    platform: 'slack',
    workspace: slack.ids.team,
    channel: slack.ids.channel,
  });

test.each<[string, (bot: Bot) => void, RegExp]>([
  ['removes Dossier', ({ slack }) => slack.uninstall(), /was removed from the workspace/],
  ['revokes its token', ({ slack }) => slack.revoke(), /was revoked/],
])('a workspace that %s leaves nothing behind', async (_what, act, reason) => {
  const bot = await startBot();
  await bot.slack.slash({ ...ORDER, user: bot.slack.ids.admin }).finished();
  expect(await digests(bot)).toHaveLength(1);
  act(bot);
  await expect(bot.ended).rejects.toMatchObject({ message: expect.stringMatching(reason) });
  expect(await digests(bot)).toEqual([]);
});

test('an old removal that is reported when Dossier is installed again deletes nothing', async () => {
  const bot = await startBot();
  const { slack } = bot;
  await slack.slash({ ...ORDER, user: slack.ids.admin }).finished();
  slack.uninstall();
  slack.world.tokenErrors.clear();
  const asked = () => slack.requests.filter(({ method }) => method === 'auth.test').length;
  await until(() => asked() === 2);
  await bot.adapter.stop();
  expect([await bot.ended, (await digests(bot)).length]).toEqual([undefined, 1]);
});
