import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Chat, Health } from '../../core/bot/chat-adapter.ts';
import type { Route } from '../../core/bot/platform.ts';
import type { EditionStore } from '../../core/delivery/edition-store.ts';
import type { Poster } from '../../core/delivery/poster.ts';
import type { MemoryLibrary } from '../../core/library/memory-library.ts';

/** Measures what the program does. No label carries what people typed, who they are, or where: labels are words of Dossier's own. */
export interface Meter {
  chat(chat: Chat): Chat;
  poster(poster: Poster): Poster;
  route(route: Route): Route;
  /** What is looked up whenever somebody asks for the metrics. */
  watch(state: WatchedState): void;
  /** The metrics in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** The state of a Dossier, as far as it is measured. */
export interface WatchedState {
  readonly library: Pick<MemoryLibrary, 'documents' | 'refusals'>;
  readonly editions: Pick<EditionStore, 'count'>;
  /** Those that digests are posted on. */
  readonly platforms: readonly string[];
  health(): readonly Health[];
  now(): Date;
}

const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]; // seconds

/** Creates a meter of these commands; `elapsed` counts milliseconds. */
export function createMeter(commands: ReadonlySet<string>, elapsed: () => number): Meter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const meters = createMeters(registry);
  const since = (begun: number) => (elapsed() - begun) / 1000;
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    watch: (state) => watch(registry, state),
    chat: (chat) => ({
      ...chat,
      async handle(invocation) {
        const begun = elapsed();
        const message = await chat.handle(invocation);
        const { kind, command: asked } = message.reply;
        const command = commands.has(asked) ? asked : 'other'; // an unknown one is as it was typed
        meters.answers.observe({ platform: invocation.audience.platform, command, kind }, since(begun));
        return message;
      },
    }),
    poster: (poster) => ({
      ...poster,
      async post(request) {
        const posted = await poster.post(request);
        meters.requests.inc({ platform: poster.platform, status: posted.kind });
        const state = STATES[posted.kind];
        if (state !== null) meters.digests.inc({ platform: poster.platform, state });
        return posted;
      },
      async find(request) {
        const found = await poster.find(request);
        if (found.kind === 'sent') meters.digests.inc({ platform: poster.platform, state: 'sent' });
        return found;
      },
    }),
    route: ({ path, handle }) => ({
      path,
      async handle(request) {
        const begun = elapsed();
        const response = await handle(request);
        const route = path.replace(/\*$/, '…');
        meters.http.observe({ route, status: String(response.status) }, since(begun));
        return response;
      },
    }),
  };
}

/** What an attempt to post makes of a digest; null if it will be tried again. */
const STATES = { sent: 'sent', refused: 'failed', unknown: 'unknown', later: null, stopped: null } as const;

function createMeters(registry: Registry) {
  const registers = [registry];
  return {
    answers: new Histogram({
      name: 'dossier_answer_seconds',
      help: 'How long replies took to compose.',
      ...{ labelNames: ['platform', 'command', 'kind'], buckets: ANSWERS, registers },
    }),
    http: new Histogram({
      name: 'dossier_http_request_seconds',
      help: 'How long requests over HTTP took.',
      ...{ labelNames: ['route', 'status'], buckets: ANSWERS, registers },
    }),
    requests: new Counter({
      name: 'dossier_platform_requests_total',
      help: 'Attempts to post a digest, by what the platform said.',
      ...{ labelNames: ['platform', 'status'], registers },
    }),
    digests: new Counter({
      name: 'dossier_digests_total',
      help: 'Digests that were sent, failed, or may have arrived.',
      ...{ labelNames: ['platform', 'state'], registers },
    }),
  };
}

/** Gauges whose values are looked up when they are asked for. */
function watch(registry: Registry, { library, editions, platforms, health, now }: WatchedState): void {
  const gauge = (name: string, help: string, value: () => number | Promise<number>) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await value());
      },
    });
  const due = async () => editions.count({ platforms, dueBefore: now() }).catch(() => NOT_KNOWN);
  gauge('dossier_index_documents', 'Documents that are indexed.', () => library.documents.length);
  gauge(
    'dossier_index_refused_files',
    'Files that are not indexed, or only in part.',
    () => library.refusals.length,
  );
  gauge('dossier_digest_late', 'Digests that are due and not done.', async () => (await due()).late);
  gauge('dossier_digest_unknown', 'Digests that may have arrived.', async () => (await due()).unknown);
  new Gauge({
    name: 'dossier_platform_connected',
    help: 'Whether a platform is connected.',
    ...{ labelNames: ['platform'], registers: [registry] },
    collect() {
      for (const { platform, connected } of health()) this.set({ platform }, Number(connected));
    },
  });
}

const NOT_KNOWN = { late: Number.NaN, unknown: Number.NaN };
