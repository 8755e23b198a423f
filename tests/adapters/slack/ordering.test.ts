import { beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';

describe('a digest ordered on Slack', () => {
  let bot: Bot;
  const ask = (text: string, user = bot.slack.ids.admin) =>
    bot.slack.slash({ command: '/digest', text, user }).finished();
  const origin = async (text: string, user?: string) => bot.slack.textOf(await ask(text, user));

  beforeEach(async () => {
    bot = await startBot();
    return () => expect([bot.slack.violations, bot.told]).toEqual([[], []]);
  });

  test('is for this channel, and confirmed to whoever ordered it with its next times', async () => {
    const text = await origin('add nato-asia at:8:00 zone:asia/tokyo days:daily');
    expect(text.match(/Asia\/Tokyo/g)?.length).toBe(4);
    const { team, channel, admin } = bot.slack.ids;
    const [subscription] = await bot.dossier.store.subscriptions.list({
      platform: 'slack',
      workspace: team,
      channel,
    });
    expect(subscription).toMatchObject({ topic: 'nato-asia', at: '08:00', owner: admin });
    expect(await origin('list', bot.slack.ids.member)).toContain('NATO in the Asia-Pacific');
  });

  test('is ordered by managers alone', async () => {
    expect(await origin('add nato-asia', bot.slack.ids.member)).toContain(
      'Only managers can schedule digests',
    );
    expect(await origin('list')).toContain('No digests are scheduled here yet');
  });

  test('is removed by a button, once, and by managers alone', async () => {
    await origin('add nato-asia');
    const question = await ask('remove 1');
    const [button] = bot.slack.buttonsOf(question);
    if (!button) throw new Error('There is no button.');
    const press = async () =>
      bot.slack.textOf(
        await bot.slack
          .click({ message: question, actionId: button.actionId, user: bot.slack.ids.admin })
          .finished(),
      );
    expect(button.text).toBe('Remove');
    expect(await press()).toContain('Removed digest 1');
    expect(await press()).toContain('No digests are scheduled in this channel');
  });

  test('without words lists what there is', async () => {
    expect(await origin('')).toContain('No digests are scheduled here yet');
  });
});
