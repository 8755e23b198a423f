import { describe, expect, test } from 'vitest';
import { DECLARATIONS } from '../../commands/index.ts';
import { discord } from '../../src/adapters/discord/index.ts';
import { file } from '../../src/adapters/file/index.ts';
import { slack } from '../../src/adapters/slack/index.ts';
import { terminal } from '../../src/adapters/terminal/index.ts';
import { web } from '../../src/adapters/web/index.ts';

const problemsOf = ({ schema }: typeof slack.settings | typeof discord.settings, given: object) =>
  schema.safeParse(given).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('Discord', () => {
  test('is off without a token', () => {
    expect(discord.settings.schema.parse({ DISCORD_MESSAGE_CONTENT: 'true' })).toBeNull();
  });

  test('has settings from its variables', () => {
    const given = { DISCORD_TOKEN: ' t ', DISCORD_API_URL: 'http://127.0.0.1:1/api/', DISCORD_GUILD_ID: '7' };
    expect(discord.settings.schema.parse(given)).toEqual({
      ...{ token: 't', api: 'http://127.0.0.1:1/api', guildId: '7', messageContent: false, shards: null },
    });
    expect(discord.settings.schema.parse({ ...given, DISCORD_SHARDS: '3' })).toMatchObject({ shards: 3 });
  });

  test('says what is wrong with them', () => {
    const given = { DISCORD_TOKEN: 'a b', DISCORD_GUILD_ID: 'x', DISCORD_SHARDS: '0' };
    expect(problemsOf(discord.settings, given)).toEqual([
      'DISCORD_TOKEN is not a token; copy it again, without spaces or line breaks',
      'DISCORD_GUILD_ID is not a server id',
      'DISCORD_SHARDS must be a number of shards from 1 to 999',
    ]);
  });

  test.each([
    ['78901', '10112', true],
    ['@me', '10112', true],
    ['T123', 'C456', false],
  ])('knows its channels by their ids: %s/%s', (workspace, channel, known) => {
    expect(discord.channelId.problemOf(workspace, channel) === null).toBe(known);
  });
});

describe('Slack', () => {
  test('needs a token or a secret beside that of the bot', () => {
    expect(problemsOf(slack.settings, { SLACK_BOT_TOKEN: 'b' })).toEqual([
      'SLACK_BOT_TOKEN also needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET',
    ]);
  });

  test.each([
    [{ SLACK_APP_TOKEN: 'a' }, false],
    [{ SLACK_SIGNING_SECRET: 's' }, true],
  ])('needs the server for events over HTTP: %j', (given, needed) => {
    const settings = slack.settings.schema.parse({ SLACK_BOT_TOKEN: 'b', ...given });
    expect(settings && slack.needsServer?.(settings)).toBe(needed);
  });

  test.each([
    ['T123', 'C456', true],
    ['E123', 'D456', true],
    ['78901', '10112', false],
  ])('knows its channels by their ids: %s/%s', (workspace, channel, known) => {
    expect(slack.channelId.problemOf(workspace, channel) === null).toBe(known);
  });

  test.each([
    ['https://d.example', {}, 'https://d.example/slack/events'],
    ['https://d.example', { SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a' }, undefined],
    [null, {}, undefined],
  ])('prints a manifest for its way of receiving events: %s %j', async (publicUrl, given, url) => {
    const [manifest] = slack.operatorCommands ?? [];
    const variables = { SLACK_COMMAND_PREFIX: 'x-', ...given };
    const printed = await manifest?.run({ variables, commands: DECLARATIONS, publicUrl });
    const { settings, features } = JSON.parse(printed ?? '');
    expect(settings.interactivity.request_url).toBe(url);
    expect(features.slash_commands[0].command).toBe('/x-brief');
  });
});

describe('the platforms on this machine', () => {
  test('are always configured', () => {
    for (const { settings, local } of [terminal, web, file])
      expect([settings.schema.parse({}), local]).toEqual([expect.objectContaining({ api: null }), true]);
  });

  test.each([
    ['terminal', { platform: 'terminal', workspace: 'local', channel: 'terminal' }],
    ['terminal:local/terminal', { platform: 'terminal', workspace: 'local', channel: 'terminal' }],
    ['file:morning.txt', { platform: 'file', workspace: 'local', channel: 'morning.txt' }],
    ['file:local/morning.txt', { platform: 'file', workspace: 'local', channel: 'morning.txt' }],
    ['web', { platform: 'web', workspace: 'local', channel: 'page' }],
    ['web:local/page', { platform: 'web', workspace: 'local', channel: 'page' }],
    ['web:local/other', null],
    ['terminal:other/one', null],
    ['file:a/b/c', null],
    ['slack:T1/C1', null],
  ])('have short addresses: %s', (text, address) => {
    const found = [terminal, web, file].flatMap(({ channelId }) => channelId.parseShort?.(text) ?? []);
    expect(found).toEqual(address ? [address] : []);
  });
});
