import { commands } from '../../commands/index.ts';
import { type Core, createCore } from '../../src/core/bot/core.ts';
import { dispatch } from '../../src/core/bot/dispatch.ts';
import { createDigests } from '../../src/core/delivery/delivery.ts';
import type { Posted } from '../../src/core/delivery/poster.ts';
import { type ChangingCorpus, createCorpus } from '../../src/core/library/corpus.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { createContents, createIndexedDocument, type DocumentFacts } from './documents.ts';
import { createRecordingPoster, type RecordingPoster } from './poster.ts';
import { openMemoryStore } from './store.ts';

/** A channel, a corpus, a clock that only moves when told to, and a platform that answers as it is told. */
export interface DigestWorld {
  readonly core: Core;
  readonly store: Store;
  readonly platform: RecordingPoster;
  readonly channel: ChannelAddress;
  readonly reports: readonly string[];
  /** Types a line in the channel, as somebody who may manage it. */
  say(
    line: string,
    as?: { manager?: boolean; channel?: ChannelAddress; conversation?: string },
  ): Promise<JsonReply>;
  /** A document comes in now. */
  arrive(id: string, facts: DocumentFacts | string): Promise<void>;
  leave(id: string): Promise<void>;
  /** Time passes, for people and machines alike. */
  pass(milliseconds: number): void;
  /** The clock is set, while no time passes. */
  setClock(instant: string): void;
  now(): Date;
  /** One tick, and whatever may be done until the time of the next. */
  tick(): Promise<void>;
  /** Ticks once a minute until an instant. */
  tickUntil(instant: string): Promise<void>;
  editions(): Promise<readonly Edition[]>;
  /** Another process on the same store and platform. */
  another(): Promise<DigestWorld>;
}

/** The answers of a platform that a test may want. */
export const SAYS = {
  unknown: { kind: 'unknown', detail: 'the connection broke' },
  gone: { kind: 'refused', why: 'gone', detail: 'unknown channel' },
  closed: { kind: 'refused', why: 'closed', detail: 'not a member' },
  invalid: { kind: 'refused', why: 'invalid', detail: 'invalid blocks' },
  stopped: { kind: 'stopped', detail: 'token revoked' },
  later: (seconds: number | null, everywhere = false) => ({
    kind: 'later',
    seconds,
    everywhere,
    detail: 'too many',
  }),
} as const satisfies Record<string, Posted | ((...args: never[]) => Posted)>;

const MINUTE = 60_000; // milliseconds

/** What a world begins with. */
export interface WorldOptions {
  readonly begins: string;
  readonly documents: Readonly<Record<string, DocumentFacts | string>>;
  readonly deduplicatesFor?: number;
}

/** Opens a world with a topic on ferries. */
export async function openDigestWorld({
  begins,
  documents,
  deduplicatesFor = 0,
}: WorldOptions): Promise<DigestWorld> {
  const store = await openMemoryStore();
  const time = { clock: Date.parse(begins), elapsed: 0 };
  const now = () => new Date(time.elapsed); // the platform's own clock is never set
  const platform = createRecordingPoster({ platform: 'chat', deduplicatesFor, now });
  const corpus = createCorpus(createContents([], [FERRIES, BRIDGES]));
  corpus.frame({ collections: [EVERYWHERE, ELSEWHERE], topics: [FERRIES, BRIDGES], refused: [] });
  const world = openProcess({ store, platform, time, corpus });
  for (const [id, facts] of Object.entries(documents)) await world.arrive(id, facts);
  return world;
}

const FERRIES = {
  ...{ name: 'ferries', title: 'The island ferries', query: 'ferry fares island harbour' },
  ...{ collections: null, synonyms: [], aspects: [] },
};
const BRIDGES = { ...FERRIES, name: 'bridges', title: 'Bridges', query: 'bridge toll strait' };
const EVERYWHERE = { id: 'news' as never, title: null, readable: 'everywhere' } as const;
const ELSEWHERE = { id: 'secret' as never, title: null, readable: ['chat:W9'] };

interface Shared {
  readonly store: Store;
  readonly platform: RecordingPoster;
  readonly time: { clock: number; elapsed: number };
  readonly corpus: ChangingCorpus;
}

function openProcess({ store, platform, time, corpus }: Shared): DigestWorld {
  const reports: string[] = [];
  const index = createMiniSearchIndex();
  const now = () => new Date(time.clock);
  const pass = (milliseconds: number) => {
    time.clock += milliseconds;
    time.elapsed += milliseconds;
  };
  const core = createCore({
    ...{ corpus, index, commands, store, now, checkedAt: now, health: () => [] },
    report: (error) => reports.push(error.message),
    digests: createDigests({
      ...{
        posters: [platform],
        elsewhere: [],
        lease: MINUTE,
        settle: MINUTE,
        zone: 'Europe/London',
        random: () => 0.5,
      },
      elapsed: () => time.elapsed,
      wait: async (milliseconds) => pass(milliseconds),
    }),
  });
  const channel = { platform: platform.platform, workspace: 'W1', channel: 'C1' };
  const arrive = async (id: string, facts: DocumentFacts | string) => {
    const indexed = createIndexedDocument(id, typeof facts === 'string' ? { text: facts } : facts);
    await index.remove([indexed.document.id]);
    corpus.put(indexed);
    await index.add([indexed]);
    await store.documents.see([indexed.document], now());
  };
  const world: DigestWorld = {
    ...{ core, store, platform, channel, reports, arrive, pass, now },
    async say(text, { manager = true, channel: where = channel, conversation: thread } = {}) {
      const audience = { ...where, user: 'ada', private: false };
      const conversation = thread ?? `${where.platform}:${where.workspace}/${where.channel}/ada`;
      return jsonReply(
        await dispatch(core, { request: { kind: 'line', text }, conversation, audience, manager }),
      );
    },
    async leave(id) {
      await index.remove([id as never]);
      corpus.remove(id as never);
    },
    setClock(instant) {
      time.clock = Date.parse(instant);
    },
    async tick() {
      const until = time.elapsed + MINUTE;
      await core.digests.run();
      for (;;) {
        const wait = await core.digests.untilNext();
        if (wait === null || time.elapsed + wait >= until) break;
        pass(Math.max(wait, 1));
        await core.digests.run();
      }
      if (time.elapsed < until) pass(until - time.elapsed);
    },
    async tickUntil(instant) {
      while (time.clock < Date.parse(instant)) await world.tick();
    },
    editions: () => store.editions.list(channel, { limit: 100 }),
    async another() {
      const other = openProcess({ store, platform, time, corpus });
      for (const { id } of corpus.documents) {
        const document = corpus.document(id);
        if (document) await other.arrive(id, document);
      }
      return other;
    },
  };
  return world;
}
