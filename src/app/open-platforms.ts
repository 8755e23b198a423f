import { DECLARATIONS } from '../../commands/index.ts';
import type { ChatAdapter } from '../core/bot/chat-adapter.ts';
import type {
  Observer,
  PlatformDefinition,
  PlatformSettings,
  PosterEnvironment,
  Route,
} from '../core/bot/platform.ts';
import type { StartStore } from '../core/bot/start-store.ts';
import type { Poster } from '../core/delivery/poster.ts';
import { UserError } from '../core/text/user-error.ts';
import type { Config, ConfiguredPlatform } from './config.ts';
import { localServer } from './local-server.ts';
import { report, tell } from './operator.ts';
import type { Server } from './server.ts';

/** A platform that is configured. */
export interface ReadyPlatform {
  readonly platform: PlatformDefinition;
  readonly settings: PlatformSettings;
}

/** The platforms that are configured and fit. */
export function configured(
  { platforms }: Pick<Config, 'platforms'>,
  fits: (platform: PlatformDefinition) => boolean = () => true,
): ReadyPlatform[] {
  return platforms.flatMap(({ platform, settings }) =>
    settings && fits(platform) ? [{ platform, settings }] : [],
  );
}

/** Whether a platform is the chat at this machine. */
export function isLocalChat({ local, postOnly }: PlatformDefinition): boolean {
  return local && !postOnly;
}

/** What adapters are given besides their settings. */
export interface AdapterParts {
  readonly starts: StartStore;
  readonly server: Server | null;
  /** Absent if nothing is measured. */
  observerOf?(platform: string): Observer;
}

/** Creates the adapters of some platforms. The client of any other is never loaded. */
export function createAdapters(
  config: Config,
  platforms: readonly ReadyPlatform[],
  { starts, server, observerOf }: AdapterParts,
): Promise<ChatAdapter[]> {
  const serve = (route: Route) => server?.add(route);
  const own = server && localServer(config);
  return Promise.all(
    platforms.map(({ platform, settings }) =>
      platform.createAdapter(settings, {
        ...posterEnvironment(config),
        ...(observerOf && { observer: observerOf(platform.name) }),
        ...{ commands: DECLARATIONS, starts, serve, localServer: own },
        managers: config.managers.get(platform.name) ?? new Set<string>(),
      }),
    ),
  );
}

/** Creates the posters of those platforms to which digests are posted. */
export function createPosters(
  config: Config,
  platforms: readonly ReadyPlatform[],
  { observerOf }: Pick<AdapterParts, 'observerOf'> = {},
): Promise<Poster[]> {
  return Promise.all(
    platforms.flatMap(
      ({ platform, settings }) =>
        platform.createPoster?.(settings, {
          ...posterEnvironment(config),
          ...(observerOf && { observer: observerOf(platform.name) }),
        }) ?? [],
    ),
  );
}

function posterEnvironment({ retentionDays: days, dataDir, colour }: Config): PosterEnvironment {
  return { days, dataDir, colour: colour && process.stdout.isTTY === true, now: () => new Date(), report };
}

/** Opens the HTTP server. A default port that is taken is reported, and done without if nothing needs it. */
export async function openServer({ server, platforms }: Config): Promise<Server | null> {
  if (!server) return null;
  const { startServer } = await import('./server.ts');
  try {
    return await startServer(server);
  } catch (error) {
    if (server.chosen || platforms.some(needsServer) || !(error instanceof UserError)) throw error;
    tell(`${error.message} Continuing without the HTTP server.`);
    return null;
  }
}

function needsServer({ platform, settings }: ConfiguredPlatform): boolean {
  return settings !== null && platform.needsServer?.(settings) === true;
}
