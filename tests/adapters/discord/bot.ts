import { afterEach, expect } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createDiscordAdapter } from '../../../src/adapters/discord/adapter.ts';
import type { Chat, ChatAdapter } from '../../../src/core/bot/chat-adapter.ts';
import type { CommandDeclaration } from '../../../src/core/bot/command.ts';
import type { Observer } from '../../../src/core/bot/platform.ts';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import type { Slash } from '../../fakes/discord/drive.ts';
import type { Handle } from '../../fakes/discord/handle.ts';
import type { Actor } from '../../fakes/discord/interact.ts';
import type { DiscordOptions } from '../../fakes/discord/options.ts';
import type { Said } from '../../fakes/discord/people.ts';
import type { Message } from '../../fakes/discord/world.ts';
import { createDocument } from '../../fakes/documents.ts';
import { eventually } from '../../fakes/eventually.ts';
import { createTestDossier, loadOwnCorpus, NOW, type TestDossier } from '../../fakes/local-chat.ts';

/** What a document says that only the insiders' channel may read. */
export const SECRET = 'Project Falcon merges the ferry with Acme for nine million crowns.';

/** A bot that runs in this process, its commands and store real, on a fake Discord. */
export interface Bot {
  readonly discord: FakeDiscord;
  readonly dossier: TestDossier;
  readonly adapter: ChatAdapter;
  /** What the operator was told. */
  readonly reports: Error[];
  /** The clock of the bot. */
  readonly clock: { now: Date };
  /** Ends when the adapter does. */
  readonly ended: Promise<void>;
  /** The only channel that may read the secret collection and its topic, falcon. */
  readonly insiders: string;
  /** A command, and its answer. */
  ask(command: string, options?: Slash['options'], actor?: Actor): Promise<Message>;
  /** A button under a message, pressed by its label. */
  press(message: Message, label: string, actor?: Actor): Handle;
  /** A message to the bot, and its answer there. */
  say(origin: Said): Promise<Message>;
  /** The labels of a message's buttons. */
  labels(message: Message): readonly string[];
  /** Another adapter on the same store, after this one was stopped. */
  restart(given?: BotOptions): Promise<Bot>;
}

/** How a bot is set up, where it matters. */
export interface BotOptions {
  readonly discord?: Partial<DiscordOptions>;
  readonly messageContent?: boolean;
  readonly inGuildAlone?: boolean;
  /** The only server with commands. */
  readonly inGuild?: string;
  readonly managers?: (ids: FakeDiscord['ids']) => readonly string[];
  readonly commands?: readonly CommandDeclaration[];
  readonly token?: string;
  /** Whether requests are rate-limited. */
  readonly limited?: boolean;
  /** Wraps what the adapter asks. */
  readonly around?: (chat: Chat) => Chat;
  readonly observer?: Observer;
  /** Arranges Discord before the bot connects. */
  readonly before?: (discord: FakeDiscord) => void;
}

const running: { adapter: ChatAdapter; discord: FakeDiscord }[] = [];

afterEach(async () => {
  for (const { adapter, discord } of running.splice(0)) {
    await adapter.stop();
    await discord.close();
  }
});

/** A bot that is connected and has registered its commands; it is stopped after the test. */
export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const bot = await prepareBot(options);
  await connected(bot);
  return bot;
}

/** The same, while it is still connecting, if it ever does. */
export async function prepareBot(options: BotOptions = {}): Promise<Bot> {
  const discord = await startDiscord(options.discord);
  const insiders = discord.channel({ name: 'insiders' }).id;
  options.before?.(discord);
  const reports: Error[] = [];
  const contents = await contentsFor(`discord:${discord.ids.guild}/${insiders}`);
  const clock = { now: NOW };
  let ticks = 0;
  const now = () => new Date(clock.now.valueOf() + ticks++);
  const dossier = await createTestDossier(contents, { now, report: (error) => reports.push(error) });
  return run({ discord, dossier, reports, insiders, clock }, options);
}

/** Waits until a bot can be asked. */
export async function connected({ adapter, discord, ended }: Bot): Promise<void> {
  const failed = ended.then(() => Promise.reject(new Error('The bot has ended.')));
  const ready = eventually(() => {
    expect(adapter.health().connected).toBe(true);
    expect(discord.commands().length + discord.commands(discord.ids.guild).length).toBeGreaterThan(0);
  });
  await Promise.race([ready, failed]);
}

type Around = Pick<Bot, 'discord' | 'dossier' | 'reports' | 'insiders' | 'clock'>;

function run(around: Around, options: BotOptions): Bot {
  const { discord, dossier, reports, clock } = around;
  const adapter = createDiscordAdapter({
    ...{ token: options.token ?? discord.token, api: discord.api, days: 90, now: () => clock.now },
    messageContent: options.messageContent ?? false,
    guildId: options.inGuild ?? (options.inGuildAlone ? discord.ids.guild : null),
    managers: new Set(options.managers?.(discord.ids)),
    commands: options.commands ?? DECLARATIONS,
    starts: dossier.store.starts,
    ...(options.observer && { observer: options.observer }),
    report: (error) => reports.push(error),
  });
  const chat = dossier.chatFor(options.limited ?? false);
  const ended = adapter.start(options.around?.(chat) ?? chat);
  ended.catch(() => undefined); // the test that expects it looks at it
  running.push({ adapter, discord });
  return {
    ...around,
    adapter,
    ended,
    ...actions(discord),
    restart: (given) => restart(around, adapter, given),
  };
}

async function restart(around: Around, adapter: ChatAdapter, options: BotOptions = {}): Promise<Bot> {
  await adapter.stop();
  const bot = run(around, options);
  await eventually(() => expect(bot.adapter.health().connected).toBe(true));
  return bot;
}

function actions(discord: FakeDiscord): Pick<Bot, 'ask' | 'press' | 'say' | 'labels'> {
  return {
    ask: (command, options = {}, actor = {}) => discord.slash({ ...actor, command, options }).finished(),
    press(message, label, actor) {
      const button = discord.buttonsOf(message).find((each) => each.label === label);
      if (!button) throw new Error(`There is no button ${label} under ${discord.textOf(message)}`);
      return discord.click({ ...actor, message, customId: button.customId });
    },
    async say(origin) {
      const { id, channel_id } = discord.say(origin);
      return eventually(() => answerTo(discord, channel_id, id));
    },
    labels: (message) => discord.buttonsOf(message).map(({ label }) => label),
  };
}

/** What the bot wrote in a channel after a message. */
function answerTo({ messages, ids }: FakeDiscord, channel: string, id: string): Message {
  const answer = messages(channel).find((each) => each.author.id === ids.bot && BigInt(each.id) > BigInt(id));
  if (!answer) throw new Error('There is no answer yet');
  return answer;
}

let own: Promise<LibraryContents> | null = null;

async function contentsFor(insiders: string): Promise<LibraryContents> {
  own ??= loadOwnCorpus();
  const { documents, collections, topics, refused } = await own;
  const secret = 'secret' as CollectionId;
  const document = createDocument('secret/merger', { title: 'Project Falcon', text: SECRET });
  const falcon = { name: 'falcon', title: 'The merger', query: 'ferry merger Acme', collections: [secret] };
  return {
    documents: [...documents, document],
    collections: [...collections, { id: secret, title: null, readable: [insiders] }],
    topics: [...topics, { ...falcon, synonyms: [], aspects: [] }],
    refused,
  };
}
