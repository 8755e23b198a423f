import { ComponentType } from 'discord.js';
import { expect } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type {
  AdapterParts,
  Person,
  PlatformDriver,
  Seen,
  SentFile,
} from '../../contracts/platform-driver.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import { post } from '../../fakes/discord/message.ts';
import { FLAGS } from '../../fakes/discord/message-limits.ts';
import { PERMISSIONS } from '../../fakes/discord/permissions.ts';
import type { StoredMessage } from '../../fakes/discord/world.ts';
import { eventually } from '../../fakes/eventually.ts';
import { openMemoryStore } from '../../fakes/store.ts';

/** A fake Discord as the contract of all platforms uses one. */
export async function openDiscordDriver(): Promise<PlatformDriver> {
  const discord = await startDiscord();
  const { starts } = await openMemoryStore();
  const people = { ada: discord.ids.member, tom: discord.addUser('tom') };
  const refusals = () => discord.requests.filter(({ status }) => status === 401).length;
  return {
    createAdapter: ({ refused, ...parts }: AdapterParts) =>
      createDiscordAdapter({
        ...{
          ...parts,
          commands: DECLARATIONS,
          starts,
          days: 90,
          managers: new Set(),
          guildId: null,
          api: discord.api,
        },
        ...{ token: refused ? 'MTA.not.it' : discord.token, messageContent: false },
      }),
    connected: (adapter) =>
      eventually(() => {
        expect(adapter.health().connected).toBe(true);
        expect(discord.commands().length).toBeGreaterThan(0);
      }),
    ...actions(discord, people),
    seen: () => seenOn(discord, people),
    files: () => filesOn(discord, people),
    refuseFiles: () => denyFiles(discord),
    loading: () => stored(discord).filter(({ wire }) => wire.flags & FLAGS.loading).length,
    complaints: () => discord.violations.filter((each) => !each.includes('already been acknowledged')),
    attempts: () => discord.identifies + refusals(),
    close: () => discord.close(),
  };
}

type People = Readonly<Record<Person, string>>;

function actions(discord: FakeDiscord, people: People) {
  const { ids, world } = discord;
  const buttonOf = (on: Seen, label: string) => {
    const message = world.messages.get(on.id)?.wire;
    const button = message && discord.buttonsOf(message).find((each) => each.label === label);
    if (!button) throw new Error(`There is no button ${label} under ${on.text}`);
    return button.customId;
  };
  const press = (message: string, customId: string, by: Person = 'ada') =>
    discord.click({ message, customId, user: people[by] });
  const copied = (channelId: string, customId: string) => {
    const body = { components: row(customId), flags: FLAGS.componentsV2 };
    press(post(world, { channelId, author: world.bot, body }).wire.id, customId);
  };
  return {
    command: (
      name: string,
      { private: hidden, ...options }: Readonly<Record<string, string>>,
      by?: Person,
    ) => {
      const given = hidden === undefined ? options : { ...options, private: hidden === 'yes' };
      void discord.slash({ command: name, options: given, user: people[by ?? 'ada'] });
    },
    say: (text: string, by?: Person) => {
      void discord.say({ content: `<@${ids.bot}> ${text}`, user: people[by ?? 'ada'] });
    },
    press: (on: Seen, label: string, by?: Person) => void press(on.id, buttonOf(on, label), by),
    pressForged: (on: Seen, label: string) => copied(ids.text, `${buttonOf(on, label)}x`),
    pressElsewhere: (on: Seen, label: string) => copied(ids.announcement, buttonOf(on, label)),
    askInForm: async (on: Seen, label: string, question: string) => {
      const { custom_id } = await press(on.id, buttonOf(on, label)).modal();
      discord.submitModal({ customId: String(custom_id), fields: { question }, user: people.ada });
    },
    repeat: () => discord.gateway.repeat(),
    fail: (times: number) => discord.fault({ method: 'PATCH', path: /webhooks/, times, trouble: FAILURE }),
  };
}

const FAILURE = { kind: 'status', status: 502, applied: true } as const;

function row(customId: string) {
  const button = { type: 2, style: 2, label: 'Sources', custom_id: customId };
  return [{ type: 1, components: [button] }];
}

function stored({ world, ids }: FakeDiscord): readonly StoredMessage[] {
  return [...world.messages.values()].filter(({ wire }) => wire.author.id === ids.bot);
}

function seenOn(discord: FakeDiscord, people: People): readonly Seen[] {
  return stored(discord)
    .filter(({ wire }) => !(wire.flags & FLAGS.loading) && discord.textOf(wire) !== '')
    .map(({ wire, ephemeralFor }) => ({
      ...{ id: wire.id, text: discord.textOf(wire), links: linksIn(discord.textOf(wire)) },
      onlyFor: ephemeralFor === undefined ? null : ephemeralFor === people.ada ? 'ada' : 'tom',
      buttons: discord.buttonsOf(wire).map(({ label }) => label),
    }));
}

function filesOn(discord: FakeDiscord, people: People): readonly SentFile[] {
  return stored(discord).flatMap(({ wire, ephemeralFor }) =>
    wire.components
      .filter(({ type }) => type === ComponentType.File)
      .map(({ file }) => {
        const name = String((file as { url: string }).url).replace('attachment://', '');
        const text = discord.world.uploads.get(name) ?? '';
        return { name, text, onlyFor: ephemeralFor === people.ada ? 'ada' : null } as const;
      }),
  );
}

/** Takes the permission from the bot in every channel. */
function denyFiles({ world, ids }: FakeDiscord): void {
  for (const [id, channel] of world.channels) {
    const denied = { id: ids.bot, type: 1, allow: '0', deny: String(PERMISSIONS.attachFiles) } as const;
    const changed = { ...channel, permission_overwrites: [...(channel.permission_overwrites ?? []), denied] };
    world.channels.set(id, changed);
    world.dispatch('CHANNEL_UPDATE', { ...changed });
  }
}

/** Addresses of Markdown links, and those that Discord's client would link by itself. */
function linksIn(text: string): readonly string[] {
  const written = [...text.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g)].map(([, url]) => url ?? '');
  const bare = text.replace(/\]\(<[^>]*>\)/g, ']').match(/https?:\/\/\S+/g) ?? [];
  return [...written, ...bare];
}
