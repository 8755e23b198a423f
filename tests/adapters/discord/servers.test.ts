import { beforeEach, describe, expect, test, vi } from 'vitest';
import { guildCreated } from '../../fakes/discord/guild.ts';
import { addChannel, createGuild } from '../../fakes/discord/population.ts';
import type { Message } from '../../fakes/discord/world.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type Bot, startBot } from './bot.ts';

let bot: Bot;

beforeEach(async () => {
  bot = await startBot();
  return () => expect(bot.discord.violations).toEqual([]);
});

const channelOf = (guild: string) =>
  [...bot.discord.world.channels.values()].find(({ guild_id }) => guild_id === guild)?.id ?? '';
const greetings = (guild: string): readonly Message[] => bot.discord.messages(channelOf(guild));
const here = () => ({ platform: 'discord', workspace: bot.discord.ids.guild });

describe('a server that adds Dossier', () => {
  test('is told once what to try', async () => {
    const { id } = bot.discord.guildJoin();
    await eventually(() => expect(greetings(id)).toHaveLength(1));
    const [greeting] = greetings(id);
    const text = greeting ? bot.discord.textOf(greeting) : '';
    expect(text).toMatch(/5 documents/);
    expect(text).toMatch(/\/brief nato-asia/);
    bot.discord.gateway.repeat('GUILD_CREATE');
    bot = await bot.restart();
    await bot.ask('help');
    expect(greetings(id)).toHaveLength(1);
  });

  test('without a channel to write in is left in peace', async () => {
    const { world, ids } = bot.discord;
    const guild = createGuild(world, 'Closed', ids.manager);
    addChannel(world, { type: 15, name: 'forum', guild_id: guild.id, parent_id: null });
    world.dispatch('GUILD_CREATE', guildCreated(world, guild));
    await bot.ask('help');
    expect(bot.reports).toEqual([]);
  });

  test('is not told anything where Dossier was before', async () => {
    await bot.ask('help', {}, { channel: bot.discord.ids.announcement });
    expect(bot.discord.messages(bot.discord.ids.text)).toEqual([]);
  });
});

describe('a server that removes Dossier', () => {
  const answers = () => {
    const { guild, text, member } = bot.discord.ids;
    return bot.dossier.store.answers.list(here(), `discord:${guild}/${text}/${member}`, { limit: 9 });
  };

  test('leaves nothing behind', async () => {
    await bot.press(await bot.ask('brief', { topic: 'nato-asia' }), '👍').finished();
    expect(await answers()).toHaveLength(1);
    bot.discord.guildLeave();
    await eventually(async () => expect(await answers()).toEqual([]));
    expect(await bot.dossier.store.feedback.list(here(), 9)).toEqual([]);
  });

  test('is not taken for one that Discord cannot reach for the moment', async () => {
    await bot.ask('brief', { topic: 'nato-asia' });
    bot.discord.world.dispatch('GUILD_DELETE', { id: bot.discord.ids.guild, unavailable: true });
    const direct = bot.discord.direct(bot.discord.ids.member);
    await bot.say({ channel: direct, content: 'What does France think?' });
    expect(await answers()).toHaveLength(1);
  });
});

describe('a stop', () => {
  test('tells who asks meanwhile to ask again', async () => {
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = await startBot({
      around: (chat) => ({
        ...chat,
        handle: async (invocation) => {
          await until;
          return chat.handle(invocation);
        },
      }),
    });
    const first = held.discord.slash({ command: 'help' });
    await first.acknowledged;
    const stopped = held.adapter.stop();
    const late = await held.discord.slash({ command: 'help' }).finished();
    expect([held.discord.isEphemeral(late), held.discord.textOf(late)]).toEqual([
      true,
      expect.stringMatching(/stopping or restarting/),
    ]);
    release();
    await stopped;
    expect(held.discord.textOf(await first.finished())).toMatch(/\/brief/);
  });

  test('takes at most seven seconds, whatever hangs', async () => {
    const held = await startBot({ around: (chat) => ({ ...chat, handle: () => new Promise(() => {}) }) });
    await held.discord.slash({ command: 'help' }).acknowledged;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isStopped = false;
    const stopped = held.adapter.stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(6000);
    expect(isStopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    await stopped;
  });
});
