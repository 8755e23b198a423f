import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type FakeDiscord, startDiscord } from './discord/discord.ts';
import type { DiscordOptions } from './discord/options.ts';

let discord: FakeDiscord;
let client: Client;

beforeEach(() => start());

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const BRIEF = new SlashCommandBuilder()
  .setName('brief')
  .setDescription('A brief on a topic')
  .addStringOption((option) =>
    option.setName('topic').setDescription('What about').setRequired(true).setAutocomplete(true),
  )
  .addIntegerOption((option) => option.setName('most').setDescription('How many').setMaxValue(9))
  .toJSON();
const SUBSCRIPTION = new SlashCommandBuilder()
  .setName('subscription')
  .setDescription('Digests')
  .addSubcommand((sub) =>
    sub
      .setName('add')
      .setDescription('Adds one')
      .addChannelOption((option) => option.setName('where').setDescription('Where')),
  )
  .toJSON();

describe('the gateway', () => {
  test('logs the client in with the guild and its channels', async () => {
    await ready();
    expect(client.guilds.cache.get(discord.ids.guild)?.channels.cache.has(discord.ids.text)).toBe(true);
    expect(discord.identifies).toBe(1);
  });

  test('replays what was missed when a dropped client resumes', async () => {
    await ready();
    const heard = once<Message>(Events.MessageCreate);
    discord.gateway.drop();
    discord.say({ content: 'while you were away' });
    expect((await heard).content).toBe('while you were away');
    expect([discord.identifies, discord.resumes]).toEqual([1, 1]);
  });

  test('is resumed after op 7', async () => {
    await ready();
    const resumed = once(Events.ShardResume);
    discord.gateway.reconnect();
    await resumed;
    expect([discord.identifies, discord.resumes]).toEqual([1, 1]);
  });

  test('is begun anew after op 9 that isn’t resumable', async () => {
    await ready();
    const again = once(Events.ShardReady);
    discord.gateway.invalidate(false);
    await again;
    expect(discord.identifies).toBe(2);
  });

  test('refuses a wrong token over HTTP and with 4004', async () => {
    await expect(client.login('wrong')).rejects.toThrow(/invalid token/i);
    expect(await closeCode({ token: 'wrong', intents: 1 })).toBe(4004);
  });

  test('refuses the content intent with 4014 where it is off', async () => {
    await restart({ messageContent: false });
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    expect(discord.identifies).toBe(1);
  });

  test('is left by a client that gets no answer to its heartbeats', async () => {
    await restart({ heartbeatInterval: 100 });
    await ready();
    const resumed = once(Events.ShardResume);
    discord.gateway.stopAcks();
    const left = once(Events.ShardReconnecting);
    await left;
    discord.gateway.startAcks();
    await resumed;
    expect(discord.heartbeats).toBeGreaterThan(0);
  });

  test('repeats an event', async () => {
    await registered();
    const ids: string[] = [];
    onInteraction(async ({ id }) => ids.push(id));
    const { id } = discord.slash({ command: 'brief', options: { topic: 'x' } });
    discord.gateway.repeat('INTERACTION_CREATE');
    await expect.poll(() => ids).toEqual([id, id]);
  });

  test('empties what the bot may not read', async () => {
    await restart({ messageContent: false }, [
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ]);
    await ready();
    const contents: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => contents.push(content));
    discord.say({ content: 'plain' });
    discord.say({ content: `<@${discord.ids.bot}> addressed` });
    discord.say({ content: 'direct', channel: discord.direct(discord.ids.member) });
    await expect.poll(() => contents).toEqual(['', `<@${discord.ids.bot}> addressed`, 'direct']);
  });
});

describe('guilds and direct channels', () => {
  test('come and go', async () => {
    await ready();
    const joined = once<{ name: string }>(Events.GuildCreate);
    const { id } = discord.guildJoin('Second');
    expect((await joined).name).toBe('Second');
    const left = once<{ name: string }>(Events.GuildDelete);
    discord.guildLeave(id);
    expect((await left).name).toBe('Second');
  });

  test('are spread over shards', async () => {
    await restart({ shards: 2 });
    client.options.shards = [0, 1];
    await ready();
    expect(discord.identifies).toBe(2);
    expect([...client.guilds.cache.keys()]).toEqual([discord.ids.guild]);
  });

  test('take messages unless they are closed', async () => {
    await ready();
    const user = await client.users.fetch(discord.ids.member);
    await user.send('hello');
    expect(discord.messages(discord.direct(user.id))).toHaveLength(1);
    discord.closeDirect(user.id);
    await expect(user.send('again')).rejects.toMatchObject({ code: 50007 });
  });
});

describe('commands', () => {
  test('come back with Discord’s defaults and keep their ids', async () => {
    await ready();
    const [first] = [...((await client.application?.commands.set([BRIEF]))?.values() ?? [])];
    const listed = await client.application?.commands.fetch();
    expect(listed?.get(first?.id ?? '')).toMatchObject({ name: 'brief', nsfw: false, contexts: null });
    await client.application?.commands.set([BRIEF, SUBSCRIPTION]);
    expect(discord.commands().map(({ id }) => id)).toContain(first?.id);
    expect(discord.violations).toEqual([]);
  });

  test('registered again unchanged are noted', async () => {
    await ready();
    await client.application?.commands.set([BRIEF]);
    await client.application?.commands.set([BRIEF]);
    expect(discord.violations).toEqual([expect.stringContaining('needless registration')]);
  });

  test('take only options that are registered and of the right type', async () => {
    await registered();
    expect(() => discord.slash({ command: 'brief', options: { other: 'x' } })).toThrow('no option other');
    expect(() => discord.slash({ command: 'brief' })).toThrow('required');
    expect(() => discord.slash({ command: 'brief', options: { topic: 'x', most: 10 } })).toThrow('bounds');
    expect(() => discord.slash({ command: 'subscription' })).toThrow('without a subcommand');
    expect(() => discord.slash({ command: 'nothing' })).toThrow('registered');
  });
});

describe('an interaction', () => {
  test('is deferred, then answered', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({
        content: `on ${interaction.options.getString('topic')}`,
        components: [MORE],
      });
    });
    const handle = discord.slash({ command: 'brief', options: { topic: 'tides' } });
    expect((await handle.acknowledged).type).toBe(5);
    const message = await handle.finished();
    expect(discord.textOf(message)).toBe('on tides');
    expect(discord.buttonsOf(message).map(({ label }) => label)).toEqual(['More']);
    expect(discord.violations).toEqual([]);
  });

  test('of a subcommand resolves its channel', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const where = interaction.options.getChannel('where', true);
      await interaction.reply(`${interaction.options.getSubcommand()} ${where.name}`);
    });
    const handle = discord.slash({
      command: 'subscription add',
      options: { where: discord.ids.announcement },
    });
    expect((await handle.finished()).content).toBe('add news');
  });

  test('with a button updates its message', async () => {
    await ready();
    const message = await sent({ content: 'one', components: [MORE] });
    onInteraction(async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'two' });
    });
    expect((await discord.click({ message, customId: 'more' }).finished()).content).toBe('two');
    expect(() => discord.click({ message, customId: 'less' })).toThrow('no component');
  });

  test('with a button edits its message after a deferred update', async () => {
    await ready();
    const message = await sent({ content: 'one', components: [MORE] });
    onInteraction(async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'two' });
      await interaction.followUp({ content: 'three', flags: MessageFlags.Ephemeral });
    });
    const handle = discord.click({ message, customId: 'more' });
    expect((await handle.finished()).id).toBe(message);
    await expect.poll(() => handle.followUps().map(({ content }) => content)).toEqual(['three']);
  });

  test('with a menu gives the values', async () => {
    await ready();
    const menu = new StringSelectMenuBuilder().setCustomId('menu').addOptions({ label: 'A', value: 'a' });
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
    const message = await sent({ content: 'choose', components: [row] });
    onInteraction(async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
    });
    expect((await discord.select({ message, customId: 'menu', values: ['a'] }).finished()).content).toBe('a');
    expect(() => discord.select({ message, customId: 'menu', values: ['b'] })).toThrow('no option');
  });

  test('opens a modal whose fields are submitted', async () => {
    await registered();
    const input = new TextInputBuilder().setCustomId('q').setLabel('Question').setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    const modal = new ModalBuilder().setCustomId('ask').setTitle('Ask').addComponents(row);
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(modal);
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('q'));
    });
    const opened = await discord.slash({ command: 'brief', options: { topic: 'x' } }).modal();
    expect(opened.title).toBe('Ask');
    expect(() => discord.submitModal({ customId: 'other', fields: {} })).toThrow('no modal');
    const handle = discord.submitModal({ customId: 'ask', fields: { q: 'why?' } });
    expect((await handle.finished()).content).toBe('why?');
  });

  test('completes an option', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }]);
    });
    const handle = discord.autocomplete({ command: 'brief', focused: 'topic', value: 'ti' });
    expect(await handle.choices()).toEqual([{ name: 'ti', value: 'v' }]);
  });

  test('of a message’s menu shows the message', async () => {
    await ready();
    await client.application?.commands.set([{ name: 'Quote', type: ApplicationCommandType.Message }]);
    onInteraction(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    const target = discord.say({ content: 'said' });
    const handle = discord.contextMenu({ command: 'Quote', targetMessage: target });
    expect((await handle.finished()).content).toBe('said');
  });

  test('is answered once, and in time', async () => {
    await registered();
    const codes: unknown[] = [];
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      if (interaction.options.getString('topic') === 'late') discord.elapse(3001);
      const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
      for (const _ of [1, 2])
        codes.push((await send('POST', path, { type: 4, data: { content: 'x' } })).code);
    });
    discord.slash({ command: 'brief', options: { topic: 'x' } });
    await expect.poll(() => codes).toEqual([undefined, 40060]);
    discord.slash({ command: 'brief', options: { topic: 'late' } });
    await expect.poll(() => codes.slice(2)).toEqual([10062, 10062]);
  });

  test('that is deferred is filled by a follow-up, and stays ephemeral', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp('filled');
    });
    const handle = discord.slash({ command: 'brief', options: { topic: 'x' } });
    expect(await handle.finished()).toMatchObject({ content: 'filled', flags: MessageFlags.Ephemeral });
    expect(handle.followUps()).toEqual([]);
  });

  test('gives its message with the answer when asked to', async () => {
    await registered();
    const ids: unknown[] = [];
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'x', withResponse: true });
      ids.push(response.resource?.message?.id);
    });
    const { id } = await discord.slash({ command: 'brief', options: { topic: 'x' } }).finished();
    await expect.poll(() => ids).toEqual([id]);
  });

  test('in a direct channel has a user and no guild', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(String(interaction.inGuild()));
    });
    const channel = discord.direct(discord.ids.member);
    const handle = discord.slash({ command: 'brief', options: { topic: 'x' }, channel });
    expect((await handle.finished()).content).toBe('false');
  });

  test('can’t be followed up after 15 minutes', async () => {
    await registered();
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const handle = discord.slash({ command: 'brief', options: { topic: 'x' } });
    await handle.acknowledged;
    discord.elapse(15 * 60_000 + 1);
    const path = `/webhooks/${discord.ids.bot}/${handle.token}/messages/@original`;
    expect(await send('PATCH', path, { content: 'x' })).toMatchObject({ code: 50027 });
  });
});

describe('a request', () => {
  test('of one nonce makes one message, whatever was lost', async () => {
    await ready();
    const channel = await textChannel();
    const trouble = { kind: 'status', status: 502, applied: true } as const;
    discord.fault({ method: 'POST', path: /messages$/, trouble });
    await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true });
    expect(discord.messages(discord.ids.text)).toHaveLength(1);
    discord.fault({ method: 'POST', path: /messages$/, trouble });
    await channel.send({ content: 'twice' });
    expect(discord.messages(discord.ids.text)).toHaveLength(3);
  });

  test('waits out a rate limit', async () => {
    await ready();
    const channel = await textChannel();
    discord.fault({ path: /messages$/, trouble: { kind: 'rate limit', retryAfter: 0.1 } });
    await channel.send('at last');
    const asked = discord.requests.filter(({ path }) => path.endsWith('messages'));
    expect(asked.map(({ status }) => status)).toEqual([429, 200]);
  });

  test('can be cut off midway', async () => {
    discord.fault({ path: /messages$/, trouble: { kind: 'drop', applied: true, midway: true } });
    await expect(sent({ content: 'x' })).rejects.toThrow();
    expect(discord.messages(discord.ids.text)).toHaveLength(1);
  });

  test.each([
    [true, 1],
    [false, 0],
  ])('whose connection drops has its effect or not: %s', async (applied, count) => {
    discord.fault({ path: /messages$/, trouble: { kind: 'drop', applied } });
    await expect(sent({ content: 'x' })).rejects.toThrow();
    expect(discord.messages(discord.ids.text)).toHaveLength(count);
  });

  test('that is held up is lost with its client', async () => {
    const trouble = { kind: 'delay', milliseconds: 150, whenClientIsGone: 'drop' } as const;
    discord.fault({ path: /messages$/, trouble });
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
    const given = { method: 'POST', headers, body: '{"content":"x"}', signal: AbortSignal.timeout(50) };
    const url = `${discord.api}/v10/channels/${discord.ids.text}/messages`;
    await expect(fetch(url, given)).rejects.toThrow();
    await expect.poll(() => discord.requests.at(-1)?.status).toBe(0);
    expect(discord.messages(discord.ids.text)).toEqual([]);
  });
});

async function textChannel() {
  const channel = await client.channels.fetch(discord.ids.text);
  if (!channel?.isSendable()) throw new Error('The channel is for sending.');
  return channel;
}

const MORE = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
);

async function start(options: Partial<DiscordOptions> = {}, intents?: number[]): Promise<void> {
  discord = await startDiscord(options);
  const content = GatewayIntentBits.MessageContent;
  const all = intents ?? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages, content];
  client = new Client({
    intents: [GatewayIntentBits.Guilds, ...all],
    ...{ partials: [Partials.Channel], rest: { api: discord.api }, allowedMentions: { parse: [] } },
  });
}

async function restart(options: Partial<DiscordOptions>, intents?: number[]): Promise<void> {
  await discord.close();
  await start(options, intents);
}

function once<Thing>(event: string): Promise<Thing> {
  return new Promise((resolve) => client.once(event, resolve));
}

async function ready(): Promise<void> {
  const heard = once(Events.ClientReady);
  await client.login(discord.token);
  await heard;
}

async function registered(): Promise<void> {
  await ready();
  await client.application?.commands.set([BRIEF, SUBSCRIPTION]);
}

function onInteraction(answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch(() => {});
  });
}

async function sent(body: {
  content: string;
  components?: ActionRowBuilder<never>[] | unknown[];
}): Promise<string> {
  const { id } = await send(
    'POST',
    `/channels/${discord.ids.text}/messages`,
    JSON.parse(JSON.stringify(body)),
  );
  return String(id);
}

async function send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const given = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${discord.api}/v10${path}`, { method, headers, ...given });
  const text = await response.text();
  return { ...(text ? JSON.parse(text) : {}), status: response.status };
}

function closeCode(identity: object): Promise<number> {
  const socket = new WebSocket(
    `${discord.api.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
  );
  return new Promise((resolve) => {
    socket.addEventListener('open', () =>
      socket.send(JSON.stringify({ op: 2, d: { properties: {}, ...identity } })),
    );
    socket.addEventListener('close', ({ code }) => resolve(code));
  });
}
