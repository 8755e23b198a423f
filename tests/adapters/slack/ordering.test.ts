import { beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';

describe('a digest ordered on Slack', () => {
  let bot: Bot;
  const ask = (text: string, user = bot.slack.ids.member) =>
    bot.slack.slash({ command: '/digest', text, user }).finished();
  const origin = async (text: string, user?: string) => bot.slack.textOf(await ask(text, user));

  beforeEach(async () => {
    bot = await startBot();
    return () => expect([bot.slack.violations, bot.told]).toEqual([[], []]);
  });

  test('is for this channel, and confirmed to whoever ordered it with its next times', async () => {
    const text = await origin('add nato-asia at:8:00 zone:asia/tokyo days:daily');
    expect(text.match(/Asia\/Tokyo/g)?.length).toBe(4);
    const { team, channel, member } = bot.slack.ids;
    const [subscription] = await bot.dossier.store.subscriptions.list({
      platform: 'slack',
      workspace: team,
      channel,
    });
    expect(subscription).toMatchObject({ topic: 'nato-asia', at: '08:00', owner: member });
    expect(await origin('list', bot.slack.ids.admin)).toContain('NATO in the Asia-Pacific');
  });

  test('is ordered, changed and removed by any full member', async () => {
    const { member } = bot.slack.ids;
    expect(await origin('add nato-asia', member)).toContain('Scheduled');
    expect(await origin('edit 1 at:9:00', member)).toContain('Changed');
    expect(await origin('pause 1', member)).toContain('Paused');
    expect(await origin('resume 1', member)).toContain('Resumed');
    expect(await origin('remove 1 confirm:yes', member)).toContain('Removed digest 1');
  });

  test('is not ordered by guests, nor by people from outside, who are told alone', async () => {
    const { slack } = bot;
    const guest = slack.addUser('guest', { isGuest: true });
    slack.invite(slack.ids.channel, guest);
    expect(await origin('add nato-asia', guest)).toContain(
      'Only full members of this workspace can schedule',
    );
    const open = await startBot({ settings: { allowExternal: true } });
    const { shared: channel, external: user } = open.slack.ids;
    const answer = await open.slack
      .slash({ command: '/digest', text: 'add nato-asia', channel, user })
      .finished();
    expect(open.slack.textOf(answer)).toContain('Only full members of this workspace can schedule');
    expect([slack.messages(), open.slack.messages(channel)]).toEqual([[], []]);
  });

  test('is removed by a button, once', async () => {
    await origin('add nato-asia');
    const question = await ask('remove 1');
    const [button] = bot.slack.buttonsOf(question);
    if (!button) throw new Error('There is no button.');
    const press = async () =>
      bot.slack.textOf(await bot.slack.click({ message: question, actionId: button.actionId }).finished());
    expect(button.text).toBe('Remove');
    expect(await press()).toContain('Removed digest 1');
    expect(await press()).toContain('No digests are scheduled in this channel');
  });

  test.each<[string, (bot: Bot) => string, RegExp]>([
    [
      'a channel without Dossier',
      ({ slack }) => slack.ids.other,
      /not in this channel. Type \/invite @Dossier, then \/digest add/,
    ],
    ['a private channel without Dossier', ({ slack }) => slack.ids.hidden, /Type \/invite @Dossier/],
    [
      'a conversation of two people',
      ({ slack }) => slack.ids.pair,
      /of two people. Order this digest in a channel/,
    ],
    [
      'a group without Dossier',
      ({ slack }) => {
        slack.kick(slack.ids.group);
        return slack.ids.group;
      },
      /not in this conversation/,
    ],
    [
      'an archived channel',
      ({ slack }) => {
        slack.archive(slack.ids.channel);
        return slack.ids.channel;
      },
      /is archived/,
    ],
  ])('in %s is refused with the step that mends it', async (_where, place, step) => {
    const channel = place(bot);
    const order = bot.slack.slash({ command: '/digest', text: 'add nato-asia', channel });
    expect(bot.slack.textOf(await order.finished())).toMatch(step);
    const { team: workspace } = bot.slack.ids;
    expect(await bot.dossier.store.subscriptions.list({ platform: 'slack', workspace, channel })).toEqual([]);
  });

  test.each(['group', 'direct', 'private'] as const)(
    'in a %s conversation with Dossier is accepted',
    async (where) => {
      const channel = bot.slack.ids[where];
      const order = bot.slack.slash({ command: '/digest', text: 'add nato-asia', channel });
      const text = bot.slack.textOf(await order.finished());
      expect(text).toContain('Scheduled');
      expect(text).not.toMatch(/could not check|another organisation/);
    },
  );

  test('in a channel that another organisation shares is accepted with a warning', async () => {
    const order = bot.slack.slash({
      command: '/digest',
      text: 'add nato-asia',
      channel: bot.slack.ids.shared,
    });
    expect(bot.slack.textOf(await order.finished())).toMatch(/Scheduled.*People of another organisation/);
  });

  test('without words lists what there is', async () => {
    expect(await origin('')).toContain('No digests are scheduled here yet');
  });
});

test.each([
  ['for want of a scope', { kind: 'error', error: 'missing_scope', applied: false }, /missing a scope/],
  ['since Slack hangs', { kind: 'silence', applied: false }, /Slack did not say/],
] as const)('what cannot be checked %s is accepted with a warning', async (_why, trouble, warning) => {
  const { slack, told } = await startBot();
  slack.fault({ method: 'conversations.info', trouble });
  const text = slack.textOf(await slack.slash({ command: '/digest', text: 'add nato-asia' }).finished());
  expect(text).toMatch(/Scheduled.*could not check whether it may post here/);
  expect(text).toMatch(warning);
  expect(told).toEqual([expect.stringMatching(/^Could not check whether a digest would arrive/)]);
});
