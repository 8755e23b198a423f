import { holdDataDirectory } from '../stores/sql/hold-data-directory.ts';
import { type Config, loadConfig } from './config.ts';
import { announce } from './greeting.ts';
import { metered, openMetrics } from './metrics/open-metrics.ts';
import {
  configured,
  createAdapters,
  createPosters,
  isLocalChat,
  openServer,
  type ReadyPlatform,
} from './open-platforms.ts';
import { prepareDataDir } from './open-store.ts';
import { openLog } from './operator.ts';
import { openAdmin, openPages, runAlongside } from './run-alongside.ts';
import { PEOPLE_WAIT, serve } from './serve.ts';
import { startLocal } from './start-local.ts';

/** Starts every platform that is configured; without any, the local chat. Returns once all have ended. */
export async function start(): Promise<void> {
  const config = loadConfig();
  await prepareDataDir(config.dataDir);
  const held = holdDataDirectory(config.dataDir);
  const remote = configured(config, ({ local, postOnly }) => !local && !postOnly);
  const isService = (remote.length > 0 || config.publicUrl !== null) && process.stderr.isTTY !== true;
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
  const observed = metrics ? { observerOf: metrics.meter.observer } : {};
  try {
    const pages = await openPages(config, server);
    const posters = await createPosters(
      config,
      configured(config, (platform) => !isLocalChat(platform)),
      observed,
    );
    const admin = await openAdmin(config, server);
    await serve(config, {
      adaptersFor: ({ starts }) => createAdapters(config, remote, { starts, server, ...observed }),
      posters: metered(posters, metrics),
      ...(metrics && { meter: metrics.meter }),
      isLocal: () => false,
      reading: { opensAfter: PEOPLE_WAIT },
      greet: (dossier) => announce(dossier, config, remote),
      alongside: (dossier) => runAlongside(dossier, config, { server, pages, admin, metrics }),
      ...(pages && { pages: pages.links, feeds: pages.feeds }),
      ...(admin && { adminPage: admin.page }),
    });
  } finally {
    await server?.close();
  }
}

/** Exits soon, in case a request that nobody waits for any longer keeps the process alive. */
function exitSoon(): void {
  setTimeout(() => process.exit(), 200).unref();
}
