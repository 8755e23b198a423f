import { join } from 'node:path';
import { createFileAdapter } from '../adapters/file/adapter.ts';
import { createTerminalAdapter } from '../adapters/terminal/adapter.ts';
import { localInvocation } from '../adapters/terminal/local-invocation.ts';
import { createTerminalPoster } from '../adapters/terminal/poster.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import { type Core, createCall } from '../core/bot/core.ts';
import { countDocuments } from '../core/replies/coverage.ts';
import { holdDataDirectory } from '../stores/sql/hold-data-directory.ts';
import type { Store } from '../stores/sql/store.ts';
import { historyFile } from './cli/operator-commands.ts';
import { type Config, loadConfig } from './config.ts';
import { type Beside, type Dossier, serve } from './main.ts';
import { openPlatforms, openPosters, openServer } from './open-platforms.ts';
import { prepareDataDir } from './open-store.ts';
import { report } from './operator.ts';
import { readinessRoute } from './readiness.ts';
import { startScheduler } from './scheduler.ts';
import type { Server } from './server.ts';

const { stdin, stdout } = process;
const PATIENCE = 6000; // milliseconds in which what is being posted may finish at the end

/** Starts every platform that is configured; with none, the local chat. Returns when all have ended. */
export async function start(): Promise<void> {
  const config = loadConfig();
  await prepareDataDir(config.dataDir);
  const held = holdDataDirectory(config.dataDir);
  const local = config.discord === null && config.slack === null;
  const server = local ? null : await openServer(config);
  try {
    await serve(config, {
      adaptersFor: (store) => (local ? localAdapters(config, store) : openPlatforms(config, store, server)),
      posters: await openPosters(config, local ? terminalPoster(config) : null),
      greet: (core) => (local ? greet(core, config) : announce(core, config)),
      beside: (dossier) => lookAfterDigests(dossier, config, server),
    });
  } finally {
    await server?.close();
    held.release();
    leaveBehind();
  }
}

/** Talks on standard input until it ends. */
export async function chat(json: boolean): Promise<void> {
  const config = loadConfig();
  await serve(config, { adaptersFor: async () => [terminal(config, json)] });
}

/** Says whether replies are to be coloured. */
export function colourOn({ colour }: Config): boolean {
  return colour && stdout.isTTY === true;
}

async function lookAfterDigests(dossier: Dossier, config: Config, server: Server | null): Promise<Beside> {
  const { core, clock } = dossier;
  if (config.databaseUrl === null) await core.store.editions.endLeases(); // nobody else can be at work here
  const { tickSeconds } = config.digests;
  const run = () => {
    clock.refresh();
    return core.digests.run();
  };
  const digests = { ...core.digests, run };
  const scheduler = startScheduler({ digests, tickSeconds, now: core.now, report });
  server?.add(readinessRoute(core, { lastTick: scheduler.lastTick, tickSeconds }));
  return { stop: () => scheduler.stop(PATIENCE) };
}

/** The chat at this machine; and where digests are written to files, it goes on after the end of the input. */
async function localAdapters(config: Config, store: Store): Promise<ChatAdapter[]> {
  return [terminal(config, false), ...((await hasFiles(store)) ? [createFileAdapter()] : [])];
}

async function hasFiles(store: Store): Promise<boolean> {
  const ordered = await store.subscriptions.all({ platforms: ['file'] }).catch(() => []);
  return ordered.some(({ paused }) => paused === null);
}

function terminalPoster(config: Config) {
  const shownFile = join(config.dataDir, 'digests.shown');
  return createTerminalPoster({ output: stdout, colour: colourOn(config), shownFile });
}

/** Ends the process soon, should a request that nobody waits for any longer still hold it. */
function leaveBehind(): void {
  setTimeout(() => process.exit(), 200).unref();
}

/** Tells the operator what is served, and where. */
async function announce(core: Core, { corpusDir, discord, slack }: Config): Promise<void> {
  const { coverage } = await createCall(core, localInvocation({ kind: 'line', text: '' }));
  const platforms = [discord && 'Discord', slack && 'Slack'].filter((name) => name).join(' and ');
  stdout.write(`Dossier serves ${countDocuments(coverage)} from ${corpusDir} on ${platforms}.\n`);
}

async function greet(core: Core, { corpusDir }: Config): Promise<void> {
  await core.store.starts.record('start', core.now()).catch(core.report);
  const { topics, coverage } = await createCall(core, localInvocation({ kind: 'line', text: '' }));
  const example = topics[0] ? `/brief ${topics[0].name}` : '/sources';
  stdout.write(
    `Dossier serves ${countDocuments(coverage)} from ${corpusDir} in this chat.\n` +
      `Type ${example}, a question, or /help; ${(await hasFiles(core.store)) ? 'digests for files come until it is told to stop' : 'the end of input stops it'}.\n\n`,
  );
}

function terminal(config: Config, json: boolean): ChatAdapter {
  return createTerminalAdapter({
    ...{ input: stdin, output: stdout, json, colour: colourOn(config) },
    historyFile: historyFile(config.dataDir),
  });
}
