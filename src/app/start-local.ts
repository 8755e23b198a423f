import { fstatSync } from 'node:fs';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import type { Store } from '../stores/sql/store.ts';
import { type Config, loadConfig } from './config.ts';
import { greet, inviteToType } from './greeting.ts';
import { createLastingServer } from './lasting-server.ts';
import { localServer } from './local-server.ts';
import { metered, openMetrics } from './metrics/open-metrics.ts';
import type { Dossier } from './open-dossier.ts';
import {
  configured,
  createAdapters,
  createPosters,
  isLocalChat,
  openServer,
  type ReadyPlatform,
} from './open-platforms.ts';
import { openLog, report } from './operator.ts';
import { PLATFORMS } from './platforms.ts';
import { openAdmin, openPages, runAlongside } from './run-alongside.ts';
import { PEOPLE_WAIT, serve } from './serve.ts';

const { stdin } = process;

/**
 * The chat at this machine, on a terminal with its page beside it, or the page alone where nobody can type. It outlasts its
 * input while digests are scheduled on a platform that only posts.
 */
export async function startLocal(config: Config): Promise<void> {
  const local = configured(config, ({ local, postOnly }) => local || postOnly === true);
  const { publicUrl } = config;
  const isUnattended = isNullDevice();
  // What a pipe asks mostly is not clicked on; others may ask meanwhile.
  const isClickedOn = stdin.isTTY || isUnattended || config.server?.chosen === true;
  const opened = isClickedOn || publicUrl !== null ? await openServer(config) : null;
  const metrics = await openMetrics(config, opened);
  const server = metrics?.server ?? opened;
  const hasPage = server !== null && localServer(config) !== null;
  const platforms = async (store: Store) => {
    const posting = await postingOnly(store);
    const lasts = ({ platform: { postOnly, name } }: ReadyPlatform) =>
      postOnly && (posting.has(name) || (isUnattended && hasPage));
    return local.filter((each) =>
      each.platform.onServer ? hasPage : isLocalChat(each.platform) || lasts(each),
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
      ...(metrics && { meter: metrics.meter }),
      isLocal: chatOf(local),
      ...(server && { reading: { opensAfter: PEOPLE_WAIT } }),
      greet: async (dossier) => {
        await dossier.store.starts.record('start', dossier.clock.now()).catch(report);
        const outlasts = (await postingOnly(dossier.store)).size > 0;
        await greet(dossier, config, { address: pages?.address ?? null, hasPage, isUnattended, outlasts });
      },
      alongside: (dossier) => runAlongside(dossier, config, { server, pages, admin, metrics }),
      ...(pages && { pages: pages.links, feeds: pages.feeds }),
      ...(admin && { adminPage: admin.page }),
    });
  } finally {
    await server?.close();
  }
}

/** Whether nobody can type: input is /dev/null, as of a service, a container or a job in the background. */
function isNullDevice(): boolean {
  try {
    return !stdin.isTTY && fstatSync(0).isCharacterDevice();
  } catch {
    return true; // it is closed
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
    ...(stdin.isTTY && { reading: { opensAfter: PEOPLE_WAIT } }),
    ...(!json && stdin.isTTY === true && { greet: async ({ topics }: Dossier) => inviteToType(topics) }),
  });
}

function chatOf(platforms: readonly ReadyPlatform[]): (adapter: ChatAdapter) => boolean {
  const chats = platforms
    .filter(({ platform }) => isLocalChat(platform))
    .map(({ platform }) => platform.name);
  return ({ platform }) => chats.includes(platform);
}

/** The platforms on which nobody talks, but an active digest is scheduled. */
async function postingOnly({ subscriptions }: Store): Promise<ReadonlySet<string>> {
  const names = PLATFORMS.filter(({ postOnly }) => postOnly).map(({ name }) => name);
  const scheduled = await subscriptions.all({ platforms: names }).catch(() => []);
  return new Set(scheduled.filter(({ paused }) => paused === null).map(({ channel }) => channel.platform));
}
