import { beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';
import { foreignChannel, groupChannel } from './brought-along.ts';

describe('a digest ordered on Discord', () => {
  let bot: Bot;
  const manager = () => ({ user: bot.discord.ids.manager });
  const text = async (command: string, options = {}, actor: object = manager()) =>
    bot.discord.textOf(await bot.ask(command, options, actor));

  beforeEach(async () => {
    bot = await startBot();
    return () => expect([bot.discord.violations, bot.reports]).toEqual([[], []]);
  });

  test('is for this channel, and confirmed with its next times', async () => {
    const origin = await text('digest add', { topic: 'nato-asia', at: '8:00', zone: 'asia/tokyo', max: 3 });
    expect(origin.match(/Asia\/Tokyo/g)?.length).toBe(4);
    const address = { platform: 'discord', workspace: bot.discord.ids.guild, channel: bot.discord.ids.text };
    const [subscription] = await bot.dossier.store.subscriptions.list(address);
    expect(subscription).toMatchObject({ topic: 'nato-asia', at: '08:00', max: 3, owner: manager().user });
    expect(await text('digest list', {}, {})).toContain('NATO in the Asia-Pacific');
  });

  test('is removed by a button, once, and by managers alone', async () => {
    await text('digest add', { topic: 'nato-asia' });
    const question = await bot.ask('digest remove', { number: 1 }, manager());
    expect(bot.labels(question)).toEqual(['Remove']);
    const press = async (actor: object) =>
      bot.discord.textOf(await bot.press(question, 'Remove', actor).finished());
    expect(await press(manager())).toContain('Removed digest 1');
    expect(await press(manager())).toContain('No digests are scheduled in this channel');
  });

  test('is shown to anybody who asks for a preview', async () => {
    const preview = await text('digest preview', {}, {});
    expect(preview).toContain('No digests are scheduled in this channel');
    await text('digest add', { topic: 'nato-asia' });
    expect(await text('digest preview', { number: 1 }, {})).toContain('Preview only: nothing was posted');
  });
});

describe('a digest is ordered on Discord', () => {
  let bot: Bot;
  const manager = () => ({ user: bot.discord.ids.manager });
  const order = async (actor: object = manager()) =>
    bot.discord.textOf(await bot.ask('digest add', { topic: 'nato-asia' }, actor));
  const ordered = async () => (await bot.dossier.store.subscriptions.list(place())).length;
  const place = () => ({
    platform: 'discord',
    workspace: bot.discord.ids.guild,
    channel: bot.discord.ids.text,
  });

  beforeEach(async () => {
    bot = await startBot();
    return () => expect([bot.discord.violations, bot.reports]).toEqual([[], []]);
  });

  test.each(['manageMessages', 'manageGuild'] as const)('by whoever has %s there', async (permission) => {
    expect(await order({ permissions: [permission] })).toContain('Scheduled.');
    expect(await ordered()).toBe(1);
  });

  test('by nobody else, who is told whom to ask', async () => {
    expect(await order({})).toContain(
      'Only members with Manage Messages or Manage Server can schedule digests. Ask one of them.',
    );
    expect(await ordered()).toBe(0);
  });

  test('by a mention too, by the same people', async () => {
    const content = `<@${bot.discord.ids.bot}> /digest add nato-asia`;
    expect(bot.discord.textOf(await bot.say({ content }))).toContain('Only members with Manage Messages');
    expect(bot.discord.textOf(await bot.say({ content, ...manager() }))).toContain('Scheduled.');
  });

  test.each([
    [['send'], 'it needs Send Messages'],
    [['view'], 'it needs View Channel and Send Messages'],
  ] as const)('nowhere without %s, which is named', async (missing, needs) => {
    bot.discord.deny(bot.discord.ids.text, missing);
    const answer = await order();
    expect(answer).toContain(needs);
    expect(answer).toContain('Edit Channel → Permissions');
    expect(await ordered()).toBe(0);
    bot.discord.allow(bot.discord.ids.text, missing);
    expect(await order()).toContain('Scheduled.');
  });

  test('by no run or resumption either where it could not arrive', async () => {
    await order();
    await bot.ask('digest pause', { number: 1 }, manager());
    bot.discord.deny(bot.discord.ids.text, ['send']);
    for (const command of ['digest run', 'digest resume'])
      expect(bot.discord.textOf(await bot.ask(command, { number: 1 }, manager()))).toContain('Send Messages');
    expect(bot.discord.textOf(await bot.ask('digest remove', { number: 1 }, manager()))).toContain(
      'Remove digest 1',
    );
  });

  test('in no forum, since its posts take no messages of their own', async () => {
    expect(await order({ ...manager(), channel: bot.discord.ids.post })).toContain(
      'Order this one in a text channel',
    );
  });

  test('in a thread for its channel, which is said', async () => {
    expect(await order({ ...manager(), channel: bot.discord.ids.thread })).toContain(
      'Editions are posted in \\#general, not in this thread.',
    );
    expect(await ordered()).toBe(1);
  });

  test('in an announcement channel and in that of a voice channel', async () => {
    const voice = bot.discord.channel({ type: 2, name: 'lounge' }).id;
    for (const channel of [bot.discord.ids.announcement, voice])
      expect(await order({ ...manager(), channel })).toContain('Scheduled.');
  });

  test.each([
    ['embedLinks', 'Without Embed Links'],
    ['readHistory', 'Without Read Message History'],
  ] as const)('without %s, with a warning', async (missing, warning) => {
    bot.discord.deny(bot.discord.ids.text, [missing]);
    const answer = await order();
    expect(answer).toContain('Scheduled.');
    expect(answer).toContain(warning);
  });

  test('in no group conversation, where nothing can be posted', async () => {
    expect(await order({ ...manager(), channel: groupChannel(bot.discord) })).toContain(
      'Order this digest in a channel',
    );
  });

  test('in no server to which Dossier was not added', async () => {
    expect(await order({ ...manager(), channel: foreignChannel(bot.discord) })).toContain('can add it');
  });
});
