import { afterEach } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/adapter.ts';
import { EVENTS, SCOPES } from '../../../src/adapters/slack/manifest.ts';
import { createSlackPoster } from '../../../src/adapters/slack/poster.ts';
import type { Chat, ChatAdapter } from '../../../src/core/bot/chat-adapter.ts';
import type { LibraryContents } from '../../../src/core/library/memory-library.ts';
import { createTestDossier, loadOwnCorpus, type TestDossier } from '../../fakes/local-chat.ts';
import type { SlackOptions as FakeOptions } from '../../fakes/slack/options.ts';
import { type FakeSlack, startSlack } from '../../fakes/slack/slack.ts';
import type { Message } from '../../fakes/slack/world.ts';

/** Dossier on a fake Slack, in this process. */
export interface Bot {
  readonly slack: FakeSlack;
  readonly dossier: TestDossier;
  readonly adapter: ChatAdapter;
  /** How the adapter ended: fulfilled, or rejected. */
  readonly ended: Promise<void>;
  /** What the operator was told. */
  readonly told: readonly string[];
  /** What the one HTTP server would do, by path. */
  readonly routes: ReadonlyMap<string, (request: Request) => Promise<Response>>;
  restart(): Promise<void>;
  press(message: Message, label: string): ReturnType<FakeSlack['click']>;
}

/** What is not as usual. */
export interface BotOptions {
  readonly contents?: LibraryContents;
  readonly fake?: Partial<FakeOptions>;
  readonly settings?: Partial<SlackOptions>;
  readonly chat?: Partial<Chat>;
  /** Whether digests are posted too. */
  readonly posts?: boolean;
  /** Whether to wait until it is connected. */
  readonly wait?: boolean;
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Starts a bot; it ends after the test. */
export async function startBot({
  contents,
  fake,
  settings,
  chat,
  posts = false,
  wait = true,
}: BotOptions = {}): Promise<Bot> {
  const slack = await startSlack({ scopes: SCOPES, events: EVENTS, ...fake });
  open.push(() => slack.close());
  const told: string[] = [];
  const report = (error: Error) => void told.push(error.message);
  const { botToken, api } = slack;
  const poster = createSlackPoster({
    botToken,
    api,
    days: 90,
    timeout: 10_000,
    doubts: [0, 0],
    now: () => new Date(),
  });
  const posters = posts ? [poster] : [];
  const dossier = await createTestDossier(contents ?? (await loadOwnCorpus()), { report, posters });
  const routes = new Map<string, (request: Request) => Promise<Response>>();
  const begin = () => {
    const adapter = createSlackAdapter({
      ...{ botToken: slack.botToken, appToken: slack.appToken, signingSecret: null, api: slack.api },
      ...{ prefix: '', allowExternal: false, readsFiles: false, managers: new Set<string>(), days: 90 },
      ...{
        commands: DECLARATIONS,
        serve: ({ path, handle }) => void routes.set(path, handle),
        now: () => new Date(),
        report,
        ...settings,
      },
    });
    const ended = adapter.start({ ...dossier.chatFor(false), ...chat });
    ended.catch(() => undefined);
    open.push(() => adapter.stop());
    return { adapter, ended };
  };
  let running = begin();
  const ready = () => until(() => running.adapter.health().connected);
  if (wait) await ready();
  return {
    ...{ slack, dossier, told, routes },
    get adapter() {
      return running.adapter;
    },
    get ended() {
      return running.ended;
    },
    async restart() {
      await running.adapter.stop();
      await running.ended;
      running = begin();
      await ready();
    },
    press(message, label) {
      const button = slack.buttonsOf(message).find(({ text }) => text === label);
      if (!button) throw new Error(`There is no button ${label}`);
      return slack.click({ message, actionId: button.actionId });
    },
  };
}

/** Waits until something holds, at most ten seconds unless told otherwise. */
export async function until(holds: () => boolean, within = 10_000): Promise<void> {
  const end = Date.now() + within;
  while (!holds()) {
    if (Date.now() > end) throw new Error('It did not come to hold in time.');
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
