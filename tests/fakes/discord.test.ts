import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeDiscord, startDiscord } from './discord/discord.ts';

let discord: FakeDiscord;
let client: Client;

beforeEach(async () => {
  discord = await startDiscord();
  client = createClient(discord);
});

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
  .toJSON();

describe('the gateway', () => {
  test('logs the client in with the guild and its channels', async () => {
    await ready();
    expect(client.guilds.cache.get(discord.ids.guild)?.channels.cache.has(discord.ids.text)).toBe(true);
    expect(discord.identifies).toBe(1);
  });
});

describe('an interaction', () => {
  test('is deferred, then answered', async () => {
    await ready();
    await client.application?.commands.set([BRIEF]);
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
      const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(button)];
      await interaction.editReply({ content: `on ${interaction.options.getString('topic')}`, components });
    });
    const handle = discord.slash({ command: 'brief', options: { topic: 'tides' } });
    expect((await handle.acknowledged).type).toBe(5);
    const message = await handle.finished();
    expect(discord.textOf(message)).toBe('on tides');
    expect(discord.buttonsOf(message).map(({ label }) => label)).toEqual(['More']);
    expect(discord.violations).toEqual([]);
  });
});

function createClient({ api }: FakeDiscord): Client {
  const intents = [
    ...[GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    GatewayIntentBits.MessageContent,
  ];
  return new Client({ intents, partials: [Partials.Channel], rest: { api }, allowedMentions: { parse: [] } });
}

async function ready(): Promise<void> {
  const heard = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await heard;
}

function onInteraction(answer: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch(() => {});
  });
}
