import { NO_PAGES } from '../core/replies/source-pages.ts';
import type { Admin } from './admin/open-admin.ts';
import type { Config } from './config.ts';
import { openMcp } from './mcp/open-mcp.ts';
import type { Metered } from './metrics/open-metrics.ts';
import type { Dossier } from './open-dossier.ts';
import { report } from './operator.ts';
import type { Pages } from './pages/open-pages.ts';
import { readinessRoute } from './readiness.ts';
import { startScheduler } from './scheduler.ts';
import type { Alongside } from './serve.ts';
import type { Server } from './server.ts';

const GRACE = 6000; // milliseconds in which a post under way may finish at the end

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

/** Posts digests, and answers on the server. */
export async function runAlongside(
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
  server?.ready();
  return { stop: async () => void (await Promise.all([scheduler.stop(GRACE), mcp?.stop()])) };
}
