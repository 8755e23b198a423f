import { beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';

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

  test('is ordered by managers alone', async () => {
    expect(await text('digest add', { topic: 'nato-asia' }, {})).toContain(
      'Only managers can schedule digests',
    );
    expect(await text('digest list')).toContain('No digests are scheduled here yet');
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
