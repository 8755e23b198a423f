import { afterEach, expect, test } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createShardedAdapter } from '../../../src/adapters/discord/sharded-adapter.ts';
import { discordSpelling } from '../../../src/adapters/discord/spelling.ts';
import type { ChatAdapter } from '../../../src/core/bot/chat-adapter.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import { addChannel, createGuild, joined } from '../../fakes/discord/population.ts';
import { eventually } from '../../fakes/eventually.ts';
import { createTestDossier, loadOwnCorpus, NOW, type TestDossier } from '../../fakes/local-chat.ts';

const SCRIPT = new URL('../../../dist/src/discord-shard.js', import.meta.url);

let adapter: ChatAdapter;
let discord: FakeDiscord;
let dossier: TestDossier;
let reports: Error[] = [];

afterEach(async () => {
  await adapter.stop();
  await discord.close();
});

/** A channel of a server that belongs to a shard of two. */
function channelOn(shard: bigint): string {
  const { world, ids } = discord;
  for (;;) {
    const guild = createGuild(world, `Server of shard ${shard}`, ids.manager);
    if ((BigInt(guild.id) >> 22n) % 2n === shard) {
      guild.members.set(ids.member, joined([]));
      return addChannel(world, { type: 0, name: 'general', guild_id: guild.id, parent_id: null }).id;
    }
    world.guilds.delete(guild.id);
    world.elapse(1); // ids hold their time
  }
}

async function start(token?: string): Promise<{ ended: Promise<unknown>; channels: readonly string[] }> {
  discord = await startDiscord();
  const channels = [0n, 1n].map(channelOn);
  reports = [];
  dossier = await createTestDossier(await loadOwnCorpus(), { report: (error) => reports.push(error) });
  adapter = createShardedAdapter({
    ...{ token: token ?? discord.token, api: discord.api, days: 90, now: () => NOW, guildId: null },
    ...{ messageContent: false, managers: new Set<string>(), commands: DECLARATIONS, shards: 2 },
    ...{ starts: dossier.store.starts, report: (error) => reports.push(error), script: SCRIPT },
  });
  const ended = adapter.start(dossier.chatFor(false)).then(
    () => null,
    (error: unknown) => error,
  );
  return { ended, channels };
}

const connected = () => eventually(() => expect(adapter.health().connected).toBe(true));
const sessions = (shard: number) =>
  dossier.store.starts.count(`discord ${shard}`, new Date(NOW.valueOf() - 3_600_000));

test('two shards answer the servers of each, over one chat and one store', { timeout: 60_000 }, async () => {
  const { ended, channels } = await start();
  await connected();
  await eventually(() => expect(discord.commands().length).toBeGreaterThan(0));
  for (const channel of channels) {
    const brief = await discord
      .slash({ command: 'brief', options: { topic: 'nato-asia' }, channel })
      .finished();
    expect(discord.textOf(brief)).toContain('NATO in the Asia-Pacific');
    const more = discord.buttonsOf(brief).find(({ label }) => label === 'More');
    const next = await discord.click({ message: brief, customId: more?.customId ?? '' }).finished();
    expect(discord.textOf(next)).toMatch(/^> .*“/m);
    const order = {
      command: 'digest add',
      options: { topic: 'nato-asia' },
      channel,
      user: discord.ids.manager,
    };
    expect(discord.textOf(await discord.slash(order).finished())).toContain('Scheduled.');
  }
  expect([discord.identifies, await sessions(0), await sessions(1)]).toEqual([2, 1, 1]);
  const digest = discord.commands().find(({ name }) => name === 'digest')?.id;
  expect(discordSpelling(discord).command('digest', 'preview')).toContain(`</digest preview:${digest}>`);
  expect(adapter.health().detail).toBe('2 of 2 shards connected');
  // On a busy machine an acknowledgement is sent again, as one that may be lost.
  const violations = discord.violations.filter((each) => !/"code":40060/.test(each));
  expect([violations, reports]).toEqual([[], []]);
  await adapter.stop();
  expect(await ended).toBeNull();
});

test('a token that Discord rejects ends all shards', { timeout: 60_000 }, async () => {
  const { ended } = await start('MTA.not.it');
  expect(await ended).toMatchObject({
    code: 'platform-refused',
    message: expect.stringContaining('DISCORD_TOKEN'),
  });
});
