import { afterEach } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/adapter.ts';
import type { ChatAdapter } from '../../../src/core/chat/adapter.ts';
import { createChat } from '../../../src/core/chat/chat.ts';
import { createRateLimits } from '../../../src/core/chat/rate-limits.ts';
import type { Core } from '../../../src/core/core.ts';
import type { CorpusContents } from '../../../src/core/corpus/corpus.ts';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/discord.ts';
import type { DiscordOptions as FakeOptions } from '../../fakes/discord/options.ts';
import type { Message } from '../../fakes/discord/world.ts';
import { createTestCore, loadOwnCorpus } from '../../fakes/local-chat.ts';

/** Dossier on a fake Discord, in this process. */
export interface Bot {
  readonly discord: FakeDiscord;
  readonly core: Core;
  readonly adapter: ChatAdapter;
  /** How the adapter ended: fulfilled, or rejected. */
  readonly ended: Promise<void>;
  /** What the operator was told. */
  readonly told: readonly string[];
  /** Stops the adapter and starts another, as after an update. */
  restart(): Promise<void>;
  press(message: Message, label: string): ReturnType<FakeDiscord['click']>;
}

/** What is not as usual. */
export interface BotOptions {
  readonly contents?: CorpusContents;
  readonly fake?: Partial<FakeOptions>;
  readonly settings?: Partial<DiscordOptions>;
  /** Registers the commands in the fake's one server alone. */
  readonly inServer?: boolean;
  readonly limited?: boolean;
  /** Whether to wait until commands are registered. */
  readonly wait?: boolean;
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Starts a bot; it ends after the test. */
export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const { contents, fake, inServer = false, limited = false, wait = true } = options;
  const discord = await startDiscord(fake);
  const settings = inServer ? { ...options.settings, guildId: discord.ids.guild } : options.settings;
  open.push(() => discord.close());
  const told: string[] = [];
  const report = (error: Error) => void told.push(error.message);
  const core = await createTestCore(contents ?? (await loadOwnCorpus()), undefined, report);
  const begin = () => beginWith({ discord, core, report, settings, limited });
  let running = begin();
  const scope = settings?.guildId ?? undefined;
  const ready = () => until(() => running.adapter.health().connected && discord.commands(scope).length > 0);
  if (wait) await ready();
  return {
    ...{ discord, core, told },
    get adapter() {
      return running.adapter;
    },
    get ended() {
      return running.ended;
    },
    async restart() {
      await running.adapter.stop();
      running = begin();
      await ready();
    },
    press: (message, label) => discord.click({ message, customId: idOf(discord, message, label) }),
  };
}

interface Beginning {
  readonly settings: Partial<DiscordOptions> | undefined;
  readonly limited: boolean;
  readonly discord: FakeDiscord;
  readonly core: Core;
  report(error: Error): void;
}

function beginWith({ discord, core, report, settings, limited }: Beginning) {
  const adapter = createDiscordAdapter({
    ...{ token: discord.token, api: discord.api, guildId: null, messageContent: false },
    ...{ days: 90, commands, managers: new Set<string>(), starts: core.store.starts },
    ...{ now: () => new Date(), report, ...settings },
  });
  const ended = adapter.start(createChat(core, limited ? createRateLimits() : null));
  ended.catch(() => undefined);
  open.push(() => adapter.stop());
  return { adapter, ended };
}

function idOf(discord: FakeDiscord, message: Message, label: string): string {
  const button = discord.buttonsOf(message).find((each) => each.label === label);
  if (!button) throw new Error(`There is no button ${label}`);
  return button.customId;
}

/** Waits until something holds, at most ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('It did not come to hold within ten seconds.');
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
