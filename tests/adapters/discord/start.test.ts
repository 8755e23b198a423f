import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import type { FakeDiscord } from '../../fakes/discord/discord.ts';
import { eventually } from '../../fakes/eventually.ts';
import { type Bot, connected, prepareBot, startBot } from './bot.ts';

const puts = ({ requests }: FakeDiscord) =>
  requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
const VISIBLE = DECLARATIONS.filter(({ hidden }) => !hidden).map(({ name }) => name);
const NAMES = [...VISIBLE, 'Brief this', 'Find sources'].sort();
const namesOf = (registered: ReturnType<FakeDiscord['commands']>) =>
  registered.map(({ name }) => name).sort();

describe('commands', () => {
  test('are registered for every server, direct messages and people who bring the bot along', async () => {
    const { discord } = await startBot();
    expect(namesOf(discord.commands())).toEqual(NAMES);
    for (const command of discord.commands())
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(discord.violations).toEqual([]);
  });

  test('are registered in one server alone while developing', async () => {
    const { discord } = await startBot({ inGuildAlone: true });
    expect(namesOf(discord.commands(discord.ids.guild))).toEqual(NAMES);
    expect(discord.commands()).toEqual([]);
  });

  test('are never in both places: what is registered for everybody goes', async () => {
    const bot = await startBot();
    const { discord } = await bot.restart({ inGuildAlone: true });
    await eventually(() => expect(namesOf(discord.commands(discord.ids.guild))).toEqual(NAMES));
    expect(discord.commands()).toEqual([]);
  });

  test('are never in both places: what one server has goes before all get them', async () => {
    const bot = await startBot({ inGuildAlone: true });
    const { discord } = await bot.restart();
    await eventually(() => expect(namesOf(discord.commands())).toEqual(NAMES));
    expect(discord.commands(discord.ids.guild)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('leave a server that had them when another one gets them', async () => {
    const bot = await startBot({ inGuildAlone: true });
    const { discord } = bot;
    const { id } = discord.guildJoin();
    await bot.restart({ inGuild: id });
    await eventually(() => expect(namesOf(discord.commands(id))).toEqual(NAMES));
    expect(discord.commands(discord.ids.guild)).toEqual([]);
  });

  test('are registered though a server does not let Dossier look', async () => {
    const refused = { kind: 'status', status: 403, applied: false, body: MISSING_ACCESS } as const;
    const { discord, reports } = await startBot({
      before: (world) => world.fault({ method: 'GET', path: /guilds.*commands/, times: 9, trouble: refused }),
    });
    expect([namesOf(discord.commands()), reports]).toEqual([NAMES, []]);
  });

  test('are sent once over many starts', async () => {
    let bot = await startBot();
    for (let start = 0; start < 4; start++) {
      bot = await bot.restart();
      await eventually(() => expect(looks(bot.discord)).toBe(start + 2));
      await bot.ask('help');
    }
    expect(puts(bot.discord)).toHaveLength(1);
  });

  test('are sent again when one has changed', async () => {
    const bot = await startBot();
    const [first, ...others] = DECLARATIONS;
    if (!first) throw new Error('There are no commands');
    await bot.restart({ commands: [{ ...first, description: 'Something else' }, ...others] });
    await eventually(() => expect(puts(bot.discord)).toHaveLength(2));
  });

  test('that Discord does not take are told with the cure, and messages are answered all the same', async () => {
    const refused = { kind: 'status', status: 403, applied: false, body: MISSING_ACCESS } as const;
    const bot = await prepareBot({
      before: (discord) => discord.fault({ method: 'PUT', path: /commands$/, trouble: refused }),
    });
    await eventually(() => expect(bot.reports).toHaveLength(1));
    expect(bot.reports[0]?.message).toMatch(/applications\.commands.*dossier doctor/);
    const { ids } = bot.discord;
    expect(await bot.say({ content: `<@${ids.bot}> What does France think?` })).toBeDefined();
  });
});

const MISSING_ACCESS = { message: 'Missing Access', code: 50_001 };
const looks = ({ requests }: FakeDiscord) =>
  requests.filter(({ method, path }) => method === 'GET' && /^[^?]*applications\/\d+\/commands/.test(path))
    .length;

describe('a start', () => {
  const endOf = async ({ ended }: Bot) => ended.then(() => null).catch((error: unknown) => error);

  test('says of a token that is refused where to get another', async () => {
    const bot = await prepareBot({ token: 'MTA.not.it' });
    const error = await endOf(bot);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'platform-refused',
      message: expect.stringMatching(/DISCORD_TOKEN/),
    });
    expect(bot.adapter.health()).toMatchObject({
      connected: false,
      detail: expect.stringMatching(/rejected the token/),
    });
  });

  // discord.js never finishes destroying a client that is still connecting.
  test.each([0, 20, 50, 100, 200, 400])('that is stopped %d ms later ends', async (milliseconds) => {
    const bot = await prepareBot();
    await sleep(milliseconds);
    await bot.adapter.stop();
    expect(await endOf(bot)).toBeNull();
  });

  test('says of an intent that is off (4014) where to turn it on', async () => {
    const bot = await prepareBot({ discord: { messageContent: false }, messageContent: true });
    expect(await endOf(bot)).toMatchObject({
      code: 'platform-refused',
      message: expect.stringMatching(/Message Content Intent.*DISCORD_MESSAGE_CONTENT/),
    });
    expect(bot.discord.identifies).toBe(1);
  });

  test('says what to set where Discord requires sharding (4011)', async () => {
    const bot = await startBot();
    bot.discord.gateway.close(4011);
    expect(await endOf(bot)).toMatchObject({ message: expect.stringContaining('DISCORD_SHARDS=3') });
  });

  test.each([4004, 4011, 4012, 4013])('ends when the gateway closes for good: %d', async (code) => {
    const bot = await startBot();
    bot.discord.gateway.close(code);
    expect(await endOf(bot)).toBeInstanceOf(UserError);
    expect(bot.discord.identifies).toBe(1);
  });

  test('that is refused for the moment is tried again, and told', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout'],
      shouldAdvanceTime: true,
      advanceTimeDelta: 20,
    });
    try {
      const down = { kind: 'status', status: 503, applied: false } as const;
      const bot = await prepareBot({
        before: (discord) => discord.fault({ path: /gateway\/bot/, times: 4, trouble: down }),
      });
      await eventually(() => expect(bot.reports[0]?.message).toMatch(/Could not connect/));
      await vi.advanceTimersByTimeAsync(5000);
      vi.useRealTimers();
      await connected(bot);
    } finally {
      vi.useRealTimers();
    }
  });

  test('can be stopped while it waits', async () => {
    const bot = await prepareBot({
      before: (discord) =>
        discord.fault({ path: /gateway\/bot/, times: 9, trouble: { kind: 'silence', applied: false } }),
    });
    await bot.adapter.stop();
    expect(await endOf(bot)).toBeNull();
  });

  test('notes every session', async () => {
    const bot = await startBot();
    await bot.restart();
    expect(await bot.dossier.store.starts.count('discord', new Date(0))).toBe(2);
  });
});
