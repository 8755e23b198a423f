import { NO_PAGES } from '../core/replies/source-pages.ts';
import type { Admin } from './admin/open-admin.ts';
import type { Config } from './config.ts';
import { failOnce } from './fail-once.ts';
import { findManagers } from './find-managers.ts';
import { openMcp } from './mcp/open-mcp.ts';
import type { Metered } from './metrics/open-metrics.ts';
import { openCollecting } from './open-collecting.ts';
import type { Dossier } from './open-dossier.ts';
import { report } from './operator.ts';
import type { Pages } from './pages/open-pages.ts';
import { readinessRoute } from './readiness.ts';
import { startScheduler } from './scheduler.ts';
import type { Alongside } from './serve.ts';
import type { Server } from './server.ts';

const GRACE = 6000; // milliseconds in which a post under way may finish at the end

const FEEDS_UNKNOWN = 'Could not find out which feeds are due; retrying in a minute.';

/** Opens the pages of documents where there is a server for them. */
export async function openPages(config: Config, server: Server | null): Promise<Pages | null> {
  return server && (await import('./pages/open-pages.ts')).openPages(config, server);
}

/** Opens the page on which managers look after everything, where there is a server for it. */
export async function openAdmin(config: Config, server: Server | null): Promise<Admin | null> {
  return server && (await import('./admin/open-admin.ts')).openAdmin(config, server);
}

/** What is served besides the chats. */
export interface Served {
  readonly server: Server | null;
  readonly admin: Admin | null;
  readonly pages: Pages | null;
  readonly metrics: Metered | null;
}

/** Posts digests, collects what feeds bring, and answers on the server. */
export async function runAlongside(
  dossier: Dossier,
  config: Config,
  { server, pages, admin, metrics }: Served,
): Promise<Alongside> {
  const { store, clock, delivery, health, posters } = dossier;
  pages?.serve(dossier);
  admin?.serve(dossier);
  metrics?.watch(dossier);
  if (config.databaseUrl === null) await store.outbox.endLeases(); // nobody else can be at work here
  const { tickSeconds } = config.digests;
  const { now } = clock;
  const { subscriptions } = store;
  const people = { managers: config.managers, subscriptions, library: dossier.documents.library };
  const collecting = openCollecting(config, {
    ...{ sources: store.sources, now, shared: { web: dossier.web, read: dossier.documents.read } },
    telling: { posters, managersOf: (source) => findManagers(people, source) },
  });
  const collect = failOnce(
    () => collecting.run(),
    (cause) => report(new Error(FEEDS_UNKNOWN, { cause })),
  );
  const run = () => {
    clock.refresh();
    void collect();
    return delivery.run();
  };
  const scheduler = startScheduler({ delivery: { ...delivery, run }, tickSeconds, now, report });
  const { lastTick } = scheduler;
  server?.add(readinessRoute({ upkeep: store.upkeep, delivery, health, now, lastTick, tickSeconds }));
  const mcp = server && openMcp(dossier, config, pages?.links ?? NO_PAGES);
  if (mcp) server.add(mcp.route);
  server?.ready();
  return {
    stop: async () => void (await Promise.all([scheduler.stop(GRACE), collecting.stop(GRACE), mcp?.stop()])),
  };
}
