import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Chat } from '../../core/bot/chat-adapter.ts';
import type { Observer, Route } from '../../core/bot/platform.ts';
import type { Fetcher } from '../../core/collecting/fetcher.ts';
import type { Poster } from '../../core/delivery/poster.ts';
import type { Edition } from '../../core/schedule/edition.ts';
import type { Store } from '../../stores/sql/store.ts';
import { measureFetcher } from './measure-fetcher.ts';
import { createMeters, type Meters } from './meters.ts';
import { type WatchedState, watch } from './state-gauges.ts';

/** Measures what the program does. No label carries what people typed, who they are, or where: labels are words of Dossier's own. */
export interface Meter {
  chat(chat: Chat): Chat;
  poster(poster: Poster): Poster;
  store(store: Store): Store;
  observer(platform: string): Observer;
  route(route: Route): Route;
  fetcher(fetcher: Fetcher): Fetcher;
  /** What is looked up whenever somebody asks for the metrics. */
  watch(state: WatchedState): void;
  /** The metrics in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Creates a meter of these commands; `elapsed` counts milliseconds. */
export function createMeter(commands: ReadonlySet<string>, elapsed: () => number): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const meters = createMeters(registry);
  const begin = () => {
    const begun = elapsed();
    return () => (elapsed() - begun) / 1000;
  };
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    watch: (state) => watch(registry, state),
    chat: (chat) => meterChat(chat, { ...meters, commands, begin }),
    poster: (poster) => meterPoster(poster, meters),
    store: (store) => meterStore(store, meters),
    observer: (platform) => createObserver(platform, meters),
    fetcher: (fetcher) => measureFetcher(fetcher, meters.fetches),
    route: (route) => meterRoute(route, { ...meters, begin }),
  };
}

/** Begins to count; what is returned tells how many seconds have passed. */
type Begin = () => () => number;

function meterChat(
  chat: Chat,
  { answers, denied, commands, begin }: Meters & { commands: ReadonlySet<string>; begin: Begin },
): Chat {
  return {
    ...chat,
    async handle(invocation) {
      const seconds = begin();
      const message = await chat.handle(invocation);
      const { reply } = message;
      const command = commands.has(reply.command) ? reply.command : 'other'; // an unknown one is as it was typed
      const { platform } = invocation.audience;
      answers.observe({ platform, command, kind: reply.kind }, seconds());
      if (reply.kind === 'error' && reply.problem.code === 'not-allowed') denied.inc({ platform });
      return message;
    },
  };
}

/** What an attempt to post makes of a digest; null if it will be tried again. */
const STATES = { sent: 'sent', refused: 'failed', unknown: 'unknown', later: null, stopped: null } as const;

function meterPoster(poster: Poster, { requests, digests }: Meters): Poster {
  const { platform } = poster;
  return {
    ...poster,
    async post(request) {
      const posted = await poster.post(request);
      requests.inc({ platform, status: posted.kind });
      const state = STATES[posted.kind];
      if (state !== null) digests.inc({ platform, state });
      return posted;
    },
    async find(request) {
      const found = await poster.find(request);
      if (found.kind === 'sent') digests.inc({ platform, state: 'sent' });
      return found;
    },
  };
}

function meterStore(store: Store, { starts, lateness }: Meters): Store {
  return {
    ...store,
    starts: {
      ...store.starts,
      async record(what, at) {
        starts.inc({ what });
        await store.starts.record(what, at);
      },
    },
    outbox: {
      ...store.outbox,
      async record(edition, progress, now) {
        const recorded = await store.outbox.record(edition, progress, now);
        const { platform } = edition.channel;
        if (recorded && progress.state === 'sent') lateness.observe({ platform }, secondsLate(edition, now));
        return recorded;
      },
    },
  };
}

function secondsLate({ due }: Edition, now: Date): number {
  return Math.max(0, now.valueOf() - due.valueOf()) / 1000;
}

const INVALID: ReadonlySet<number> = new Set([401, 403, 429]); // as Discord counts them (docs, Rate Limits)

function createObserver(platform: string, { acknowledged, invalid }: Meters): Observer {
  return {
    acknowledged: (milliseconds) => acknowledged.observe({ platform }, Math.max(0, milliseconds) / 1000),
    responded(status) {
      if (INVALID.has(status)) invalid.inc({ platform, status: String(status) });
    },
  };
}

function meterRoute({ path, handle }: Route, { http, begin }: Meters & { begin: Begin }): Route {
  const route = path.replace(/\*$/, '…');
  return {
    path,
    async handle(request) {
      const seconds = begin();
      const response = await handle(request);
      http.observe({ route, status: String(response.status) }, seconds());
      return response;
    },
  };
}
