import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { toRegistered } from '../../../src/adapters/discord/commands.ts';
import { waitBeforeSession } from '../../../src/adapters/discord/session-starts.ts';
import { openMemoryStore } from '../../fakes/store.ts';
import { type Bot, startBot, until } from './plain-bot.ts';

const BRIEF = { command: 'brief', options: { topic: 'nato-asia' } };
const puts = ({ discord }: Bot) =>
  discord.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/commands'));

describe('the commands', () => {
  test('are registered everywhere, once, however often it is started', async () => {
    const bot = await startBot();
    await bot.restart();
    await bot.restart();
    expect(puts(bot)).toHaveLength(1);
    expect(bot.discord.commands().map(({ name }) => name)).toEqual([
      ...commands.map(({ name }) => name),
      ...['Brief this', 'Find sources'],
    ]);
    expect(bot.discord.violations).toEqual([]);
  });

  test('are registered in one server alone while developing', async () => {
    const { discord } = await startBot({ inServer: true });
    expect([discord.commands().length, discord.commands(discord.ids.guild).length > 5]).toEqual([0, true]);
  });

  test('have typed options, what must be given first', () => {
    const registered = toRegistered(commands, 'global');
    const typesOf = (name: string) => {
      const command = registered.find((each) => each.name === name);
      const options = command && 'options' in command ? (command.options ?? []) : [];
      return options.map((option) => `${option.name} ${option.type}${option.required ? ' required' : ''}`);
    };
    expect(typesOf('search')).toEqual(['words 3 required', 'limit 4', 'page 4']);
    expect(typesOf('brief')).toEqual(['topic 3', 'length 3', 'style 3', 'private 5']);
  });

  test('that Discord does not take are told with the cure, and it goes on', async () => {
    const bot = await startBot({ wait: false });
    bot.discord.fault({
      method: 'GET',
      path: /\/commands/,
      times: 9,
      trouble: {
        kind: 'status',
        status: 403,
        applied: false,
        body: { message: 'Missing Access', code: 50001 },
      },
    });
    await until(() => bot.told.length > 0);
    expect(bot.told[0]).toMatch(/did not take the commands\. Invite the bot again/);
    expect(bot.adapter.health().connected).toBe(true);
  });
});

describe('Discord refuses', () => {
  test.each<[string, Parameters<typeof startBot>[0], RegExp]>([
    ['a wrong token', { settings: { token: 'MTA.wrong.token' } }, /refuses the token.*DISCORD_TOKEN/],
    [
      'to let messages be read',
      { settings: { messageContent: true }, fake: { messageContent: false } },
      /Message Content Intent/,
    ],
  ])('%s: it ends, with the cure, and is not tried again', async (_what, options, cure) => {
    const bot = await startBot({ ...options, wait: false });
    await expect(bot.ended).rejects.toMatchObject({
      code: 'platform-refused',
      message: expect.stringMatching(cure),
    });
    expect(bot.adapter.health().connected).toBe(false);
    expect(bot.discord.identifies).toBeLessThanOrEqual(1);
  });

  test('the token while it runs: it ends', async () => {
    const bot = await startBot();
    bot.discord.gateway.close(4004);
    await expect(bot.ended).rejects.toMatchObject({ code: 'platform-refused' });
  });
});

describe('after many starts', () => {
  test('the next ones wait, so that 2,000 in a day begin 200 sessions at most, and 500 in an hour 60', async () => {
    const store = await openMemoryStore();
    const begin = new Date('2026-11-24T00:00:00Z').valueOf();
    const sessionsIn = async (starts: number, seconds: number, from: number) => {
      let begun = 0;
      let free = from;
      for (let at = 0; at < starts; at++) {
        const now = from + (at * seconds * 1000) / starts;
        if (now < free) continue; // killed while it waits
        const wait = await waitBeforeSession(store.starts, new Date(now));
        if (wait > 0 && wait > (seconds * 1000) / starts) {
          free = now + wait;
          continue;
        }
        await store.starts.record('discord', new Date(now));
        begun++;
      }
      return begun;
    };
    expect(await sessionsIn(500, 3600, begin)).toBeLessThanOrEqual(60);
    expect(await sessionsIn(2000, 86_400, begin + 10 * 86_400_000)).toBeLessThanOrEqual(200);
    await store.upkeep.close();
  });

  test('the first ten in an hour wait for nothing', async () => {
    const store = await openMemoryStore();
    const now = new Date();
    for (let at = 0; at < 9; at++) await store.starts.record('discord', now);
    expect(await waitBeforeSession(store.starts, now)).toBe(0);
    await store.starts.record('discord', now);
    expect(await waitBeforeSession(store.starts, now)).toBeGreaterThan(0);
    await store.upkeep.close();
  });
});

describe('a connection that breaks', () => {
  test.each<[string, (bot: Bot) => void]>([
    ['is dropped', ({ discord }) => discord.gateway.drop()],
    ['is closed', ({ discord }) => discord.gateway.close(4000)],
    ['is to be made anew', ({ discord }) => discord.gateway.reconnect()],
  ])('because it %s is resumed, and nothing is lost', async (_what, cut) => {
    const bot = await startBot();
    cut(bot);
    await until(() => bot.discord.resumes === 1);
    expect(bot.discord.textOf(await bot.discord.slash(BRIEF).finished())).toContain('NATO');
    expect(bot.discord.identifies).toBe(1);
  });

  test('because the session is invalid is begun anew', { timeout: 20_000 }, async () => {
    const bot = await startBot();
    bot.discord.gateway.invalidate(false);
    await until(() => bot.discord.identifies === 2);
    await until(() => bot.adapter.health().connected);
    expect(bot.discord.textOf(await bot.discord.slash(BRIEF).finished())).toContain('NATO');
  });
});

describe('an answer', () => {
  test.each([429, 500, 502])('that meets %i comes all the same', async (status) => {
    const bot = await startBot();
    const trouble =
      status === 429
        ? ({ kind: 'rate limit', retryAfter: 0.2 } as const)
        : ({ kind: 'status', status, applied: false } as const);
    bot.discord.fault({ method: 'PATCH', path: /webhooks/, times: 1, trouble });
    expect(bot.discord.textOf(await bot.discord.slash(BRIEF).finished())).toContain('NATO');
  });

  test('to a message is there once though Discord’s own answer was lost', async () => {
    const bot = await startBot();
    const { discord } = bot;
    discord.fault({
      method: 'POST',
      path: /channels\/\d+\/messages$/,
      times: 1,
      trouble: { kind: 'status', status: 502, applied: true },
    });
    discord.say({ content: `<@${discord.ids.bot}> What does France think?` });
    const creations = () =>
      discord.requests.filter(
        ({ method, path }) => method === 'POST' && /channels\/\d+\/messages$/.test(path),
      );
    await until(() => creations().length === 2 && creations().every(({ status }) => (status ?? 0) > 0));
    expect(discord.messages(discord.ids.text)).toHaveLength(2);
  });

  test('that Discord refuses is told instead of left loading', async () => {
    const bot = await startBot();
    const { discord } = bot;
    discord.fault({
      method: 'PATCH',
      path: /webhooks/,
      times: 1,
      trouble: {
        kind: 'status',
        status: 400,
        applied: false,
        body: { message: 'Invalid Form Body', code: 50035 },
      },
    });
    const brief = discord.slash(BRIEF);
    expect(discord.textOf(await brief.finished())).toMatch(/Discord did not take the answer/);
    expect(brief.loading()).toBe(false);
  });

  test('to an interaction that is told twice comes once', async () => {
    const bot = await startBot();
    const { discord } = bot;
    await discord.slash(BRIEF).finished();
    discord.gateway.repeat();
    await discord.slash(BRIEF).finished();
    expect(discord.messages(discord.ids.text)).toHaveLength(2);
  });

  test('in a channel that is deleted meanwhile harms nothing', async () => {
    const bot = await startBot();
    const { discord } = bot;
    const { id } = discord.channel();
    const brief = discord.slash({ ...BRIEF, channel: id });
    discord.deleteChannel(id);
    await brief.finished(500).catch(() => undefined);
    expect(discord.textOf(await discord.slash(BRIEF).finished())).toContain('NATO');
  });
});

describe('a server', () => {
  test('that adds it is welcomed once, with what can be tried', async () => {
    const bot = await startBot();
    const guild = bot.discord.guildJoin('harbour');
    const channels = [...bot.discord.world.channels.values()].filter(({ guild_id }) => guild_id === guild.id);
    const texts = () =>
      channels.flatMap(({ id }) => bot.discord.messages(id)).map((each) => bot.discord.textOf(each));
    await until(() => texts().length > 0);
    bot.discord.gateway.repeat();
    await bot.discord.slash(BRIEF).finished();
    expect(texts()).toEqual([expect.stringMatching(/### Dossier is here.*\/brief nato-asia/s)]);
    expect(bot.discord.violations).toEqual([]);
  });

  test('that removes it is forgotten', async () => {
    const bot = await startBot();
    const { discord, core } = bot;
    const workspace = { platform: 'discord', workspace: discord.ids.guild };
    await bot.press(await discord.slash(BRIEF).finished(), '👍').finished();
    expect(await core.store.feedback.list(workspace, 9)).toHaveLength(1);
    discord.guildLeave();
    await expect.poll(() => core.store.feedback.list(workspace, 9), { timeout: 5000 }).toEqual([]);
  });
});

describe('a stop', () => {
  test('lets what is in hand be answered, and sends others away kindly', async () => {
    const bot = await startBot();
    const { discord } = bot;
    discord.fault({
      method: 'PATCH',
      path: /webhooks/,
      times: 1,
      trouble: { kind: 'delay', milliseconds: 500, whenClientIsGone: 'apply' },
    });
    const brief = discord.slash(BRIEF);
    await brief.acknowledged;
    const started = Date.now();
    const stopped = bot.adapter.stop();
    const late = discord.slash(BRIEF);
    expect(discord.textOf(await brief.finished())).toContain('NATO');
    expect(discord.textOf(await late.finished())).toMatch(/being stopped or updated/);
    await stopped;
    await bot.ended;
    expect(Date.now() - started).toBeLessThan(7000);
  });
});
