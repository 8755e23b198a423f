import { LOCAL } from '../adapters/terminal/local-invocation.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import { countDocuments } from '../core/replies/coverage.ts';
import { NO_PAGES } from '../core/replies/source-pages.ts';
import { holdDataDirectory } from '../stores/sql/hold-data-directory.ts';
import type { Store } from '../stores/sql/store.ts';
import type { Admin } from './admin/open-admin.ts';
import { type Config, loadConfig } from './config.ts';
import { createLastingServer } from './lasting-server.ts';
import { localServer } from './local-server.ts';
import { openMcp } from './mcp/open-mcp.ts';
import { type Metered, metered, openMetrics } from './metrics/open-metrics.ts';
import type { Dossier } from './open-dossier.ts';
import {
  configured,
  createAdapters,
  createPosters,
  isLocalChat,
  openServer,
  type ReadyPlatform,
} from './open-platforms.ts';
import { prepareDataDir } from './open-store.ts';
import { openLog, report } from './operator.ts';
import type { Pages } from './pages/open-pages.ts';
import { PLATFORMS } from './platforms.ts';
import { readinessRoute } from './readiness.ts';
import { startScheduler } from './scheduler.ts';
import { type Alongside, serve } from './serve.ts';
import type { Server } from './server.ts';

const { stdin, stdout, stderr } = process;
const GRACE = 6000; // milliseconds in which a post under way may finish at the end

/** Starts every platform that is configured; without any, the local chat. Returns once all have ended. */
export async function start(): Promise<void> {
  const config = loadConfig();
  await prepareDataDir(config.dataDir);
  const held = holdDataDirectory(config.dataDir);
  const remote = configured(config, ({ local }) => !local);
  const isService = (remote.length > 0 || config.publicUrl !== null) && stderr.isTTY !== true;
  await openLog(config.log, { json: isService });
  try {
    await (remote.length > 0 ? startRemote(config, remote) : startLocal(config));
  } finally {
    held.release();
    exitSoon();
  }
}

async function startRemote(config: Config, remote: readonly ReadyPlatform[]): Promise<void> {
  const opened = await openServer(config);
  const metrics = await openMetrics(config, opened);
  const server = metrics?.server ?? opened;
  try {
    const pages = await openPages(config, server);
    const posters = await createPosters(
      config,
      configured(config, (platform) => !isLocalChat(platform)),
    );
    const admin = await openAdmin(config, server);
    await serve(config, {
      adaptersFor: ({ starts }) => createAdapters(config, remote, { starts, server }),
      posters: metered(posters, metrics),
      ...(metrics && { measure: metrics.meter.chat }),
      isLocal: () => false,
      greet: (dossier) => announce(dossier, config, remote),
      alongside: (dossier) => runAlongside(dossier, config, { server, pages, admin, metrics }),
      ...(pages && { pages: pages.links }),
      ...(admin && { adminPage: admin.page }),
    });
  } finally {
    await server?.close();
  }
}

/**
 * The chat at this machine, on a terminal with its page beside it; it outlasts its input while digests are scheduled on a
 * platform that only posts.
 */
async function startLocal(config: Config): Promise<void> {
  const local = configured(config, ({ local }) => local);
  const { publicUrl } = config;
  // What a pipe asks is not clicked on; others may ask meanwhile.
  const opened = stdin.isTTY || publicUrl !== null ? await openServer(config) : null;
  const metrics = await openMetrics(config, opened);
  const server = metrics?.server ?? opened;
  const hasPage = server !== null && localServer(config) !== null;
  const platforms = async (store: Store) => {
    const posting = await postingOnly(store);
    return local.filter(({ platform }) =>
      platform.onServer ? hasPage : isLocalChat(platform) || posting.has(platform.name),
    );
  };
  try {
    const pages = await openPages(config, server);
    const admin = await openAdmin(config, server);
    await serve(config, {
      adaptersFor: async (store) => [
        ...(await createAdapters(config, await platforms(store), { starts: store.starts, server })),
        ...(server && publicUrl !== null && !stdin.isTTY ? [createLastingServer(publicUrl)] : []),
      ],
      posters: metered(await createPosters(config, local), metrics),
      ...(metrics && { measure: metrics.meter.chat }),
      isLocal: chatOf(local),
      greet: (dossier) => greet(dossier, config, { pages, hasPage }),
      alongside: (dossier) => runAlongside(dossier, config, { server, pages, admin, metrics }),
      ...(pages && { pages: pages.links }),
      ...(admin && { adminPage: admin.page }),
    });
  } finally {
    await server?.close();
  }
}

/** Chats on standard input until it ends. */
export async function chat(json: boolean): Promise<void> {
  const config = loadConfig();
  await openLog(config.log, { json: false });
  const typed = configured(config, (platform) => isLocalChat(platform) && !platform.onServer);
  const local = typed.map(({ platform, settings }) => ({
    platform,
    settings: { ...settings, json },
  }));
  await serve(config, {
    adaptersFor: ({ starts }) => createAdapters(config, local, { starts, server: null }),
    isLocal: chatOf(local),
    ...(!json &&
      stdin.isTTY === true && { greet: async ({ topics }: Dossier) => inviteToType(topics, LEAVING) }),
  });
}

function chatOf(platforms: readonly ReadyPlatform[]): (adapter: ChatAdapter) => boolean {
  const chats = platforms
    .filter(({ platform }) => isLocalChat(platform))
    .map(({ platform }) => platform.name);
  return ({ platform }) => chats.includes(platform);
}

/** Opens the pages of documents where there is a server for them. */
async function openPages(config: Config, server: Server | null): Promise<Pages | null> {
  return server && (await import('./pages/open-pages.ts')).openPages(config, server);
}

/** Opens the page on which managers look after everything, where there is a server for it. */
async function openAdmin(config: Config, server: Server | null): Promise<Admin | null> {
  return server && (await import('./admin/open-admin.ts')).openAdmin(config, server);
}

interface Served {
  readonly server: Server | null;
  readonly admin: Admin | null;
  readonly pages: Pages | null;
  readonly metrics: Metered | null;
}

/** Posts digests, and answers on the server. */
async function runAlongside(
  dossier: Dossier,
  config: Config,
  { server, pages, admin, metrics }: Served,
): Promise<Alongside> {
  const { store, clock, delivery, health } = dossier;
  pages?.serve(dossier);
  admin?.serve(dossier);
  metrics?.watch(dossier);
  if (config.databaseUrl === null) await store.outbox.endLeases(); // nobody else can be at work here
  const { tickSeconds } = config.digests;
  const run = () => {
    clock.refresh();
    return delivery.run();
  };
  const { now } = clock;
  const scheduler = startScheduler({ delivery: { ...delivery, run }, tickSeconds, now, report });
  const { lastTick } = scheduler;
  server?.add(readinessRoute({ upkeep: store.upkeep, delivery, health, now, lastTick, tickSeconds }));
  const mcp = server && openMcp(dossier, config, pages?.links ?? NO_PAGES);
  if (mcp) server.add(mcp.route);
  return { stop: async () => void (await Promise.all([scheduler.stop(GRACE), mcp?.stop()])) };
}

/** The platforms on which nobody talks, but an active digest is scheduled. */
async function postingOnly({ subscriptions }: Store): Promise<ReadonlySet<string>> {
  const names = PLATFORMS.filter(({ postOnly }) => postOnly).map(({ name }) => name);
  const scheduled = await subscriptions.all({ platforms: names }).catch(() => []);
  return new Set(scheduled.filter(({ paused }) => paused === null).map(({ channel }) => channel.platform));
}

/** Exits soon, in case a request that nobody waits for any longer keeps the process alive. */
function exitSoon(): void {
  setTimeout(() => process.exit(), 200).unref();
}

/** Tells the operator how many documents are indexed, and which platforms run. */
async function announce(
  { documents }: Dossier,
  { corpusDir }: Config,
  platforms: readonly ReadyPlatform[],
): Promise<void> {
  const names = platforms.map(({ platform }) => platform.title).join(' and ');
  stdout.write(
    `Indexed ${countDocuments(localCoverage(documents))} from ${corpusDir}. Starting on ${names}.\n`,
  );
}

async function greet(
  { documents, topics, store, clock }: Dossier,
  { corpusDir, publicUrl }: Config,
  { pages, hasPage }: { readonly pages: Pages | null; readonly hasPage: boolean },
): Promise<void> {
  await store.starts.record('start', clock.now()).catch(report);
  const outlasts = (await postingOnly(store)).size > 0;
  const address = pages?.address ?? null;
  const opened = hasPage
    ? ` Open ${address} to chat in a browser; citations open there too.`
    : address && ` Citations open at ${address}.`;
  stdout.write(`Indexed ${countDocuments(localCoverage(documents))} from ${corpusDir}.${opened ?? ''}\n`);
  if (stdin.isTTY !== true && publicUrl !== null) return; // nobody types there
  await inviteToType(topics, outlasts ? 'digests keep being written to files until you stop it' : LEAVING);
}

const LEAVING = 'exit or Ctrl-D leaves';

/** The first lines of a chat: what to type, and how to leave. */
async function inviteToType(topics: Dossier['topics'], leaving: string): Promise<void> {
  const [topic] = await topics.list(LOCAL);
  const example = topic ? `/brief ${topic.name}` : '/sources';
  stdout.write(`Type ${example}, a question, or /help; ${leaving}.\n\n`);
}

function localCoverage({ library }: Dossier['documents']) {
  return library.scopeFor(LOCAL).coverage;
}
