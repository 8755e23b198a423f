import { assemble } from '../../src/app/assemble.ts';
import { type DigestFeeds, NO_FEEDS } from '../../src/core/bot/digest-feeds.ts';
import type { Ordering } from '../../src/core/bot/invocation.ts';
import { NO_RECIPIENTS, type Recipients } from '../../src/core/bot/recipients.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { Delivery } from '../../src/core/delivery/delivery.ts';
import type { Posted } from '../../src/core/delivery/poster.ts';
import type { CollectionId, DocumentId } from '../../src/core/library/documents/document.ts';
import { createMemoryLibrary, type MemoryLibrary } from '../../src/core/library/memory-library.ts';
import { compareVersions } from '../../src/core/library/versions/compare-versions.ts';
import { type JsonReply, jsonReply } from '../../src/core/replies/json-reply.ts';
import type { ChannelAddress } from '../../src/core/schedule/channel-address.ts';
import type { Edition } from '../../src/core/schedule/edition.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import type { PassageIndex } from '../../src/core/search/passage-index.ts';
import type { Store } from '../../src/stores/sql/store.ts';
import { createIndexedDocument, type DocumentFacts } from './documents.ts';
import { TEST_INGREDIENTS } from './local-chat.ts';
import { createRecordingPoster, type RecordingPoster } from './poster.ts';
import { openMemoryStore } from './store.ts';

/** A channel, a library, a clock that moves only when told to, and a platform whose answers can be scripted. */
export interface DigestWorld {
  readonly delivery: Delivery;
  readonly library: MemoryLibrary;
  readonly index: PassageIndex;
  readonly store: Store;
  readonly platform: RecordingPoster;
  readonly channel: ChannelAddress;
  readonly reports: readonly string[];
  readonly answers: AnswerArchive;
  /** Types a line in the channel, as a manager unless told otherwise. */
  say(
    line: string,
    as?: { manager?: boolean; channel?: ChannelAddress; conversation?: string; ordering?: Ordering },
  ): Promise<JsonReply>;
  /** Adds a document now. */
  arrive(id: string, facts: DocumentFacts | string): Promise<void>;
  leave(id: string): Promise<void>;
  /** Time passes, for people and machines alike. */
  pass(milliseconds: number): void;
  /** The clock is set, while no time passes. */
  setClock(instant: string): void;
  now(): Date;
  /** One tick, and what can be done until the time of the next. */
  tick(): Promise<void>;
  /** Ticks every minute until an instant. */
  tickUntil(instant: string): Promise<void>;
  editions(): Promise<readonly Edition[]>;
  /** Another process on the same store and platform. */
  another(): Promise<DigestWorld>;
}

/** The outcomes of a post that tests script. */
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

/** After how many milliseconds everything that the platform was sent can be seen there. */
export const SETTLE = MINUTE;

/** How a world begins. */
export interface WorldOptions {
  readonly begins: string;
  readonly documents: Readonly<Record<string, DocumentFacts | string>>;
  readonly deduplicatesFor?: number;
  readonly feeds?: DigestFeeds;
  readonly recipients?: Recipients;
}

/** Opens a world with a topic on ferries and one on bridges. */
export async function openDigestWorld({
  begins,
  documents,
  deduplicatesFor = 0,
  feeds = NO_FEEDS,
  recipients = NO_RECIPIENTS,
}: WorldOptions): Promise<DigestWorld> {
  const store = await openMemoryStore();
  const time = { clock: Date.parse(begins), elapsed: 0 };
  const now = () => new Date(time.elapsed); // the platform's own clock is never set
  const platform = createRecordingPoster({ platform: 'chat', deduplicatesFor, now });
  const library = createMemoryLibrary({ collections: [EVERYWHERE, ELSEWHERE], topics: [FERRIES, BRIDGES] });
  const world = openProcess({ store, platform, time, library, feeds, recipients });
  for (const [id, facts] of Object.entries(documents)) await world.arrive(id, facts);
  return world;
}

const FERRIES = {
  ...{ name: 'ferries', title: 'The island ferries', query: 'ferry fares island harbour' },
  ...{ collections: null, synonyms: [], aspects: [] },
};
const BRIDGES = { ...FERRIES, name: 'bridges', title: 'Bridges', query: 'bridge toll strait' };
const EVERYWHERE = { id: 'news' as CollectionId, title: null, readable: 'everywhere' } as const;
const ELSEWHERE = { id: 'secret' as CollectionId, title: null, readable: ['chat:W9'] };

/** What all processes of a world have in common. */
interface Shared {
  readonly store: Store;
  readonly platform: RecordingPoster;
  readonly time: { clock: number; elapsed: number };
  readonly library: MemoryLibrary;
  readonly feeds: DigestFeeds;
  readonly recipients: Recipients;
}

function openProcess(shared: Shared): DigestWorld {
  const { store, platform, time, library, feeds, recipients } = shared;
  const reports: string[] = [];
  const index = createMiniSearchIndex();
  const now = () => new Date(time.clock);
  const pass = (milliseconds: number) => {
    time.clock += milliseconds;
    time.elapsed += milliseconds;
  };
  const { dispatch, delivery, answers } = assemble({
    ...{ ...TEST_INGREDIENTS, library, index, store, feeds, recipients, now, checkedAt: now },
    ...{ posters: [platform], platforms: [platform.platform], lease: MINUTE, settle: SETTLE },
    elapsed: () => time.elapsed,
    wait: async (milliseconds) => pass(milliseconds),
    random: () => 0.5,
    report: (error) => void reports.push(error.message),
  });
  const channel = { platform: platform.platform, workspace: 'W1', channel: 'C1' };
  const world: DigestWorld = {
    ...{ delivery, library, answers, index, store, platform, channel, reports, pass, now },
    async arrive(id, facts) {
      const indexed = createIndexedDocument(id, typeof facts === 'string' ? { text: facts } : facts);
      const before = library.get(indexed.document.id);
      const revision = before && compareVersions({ before, now: indexed }, now());
      if (revision) await store.revisions.record([revision]);
      await index.remove([indexed.document.id]);
      library.put(indexed);
      await index.add([indexed]);
      await store.firstSights.see([indexed.document], now());
    },
    async say(text, { manager = true, channel: where = channel, conversation: thread, ordering } = {}) {
      const audience = { ...where, user: 'ada', private: false, local: false };
      const conversation = thread ?? `${where.platform}:${where.workspace}/${where.channel}/ada`;
      const rights = { manager, ...(ordering && { ordering: async () => ordering }) };
      return jsonReply(
        await dispatch({ request: { kind: 'line', text }, conversation, audience, ...rights }),
      );
    },
    async leave(id) {
      await index.remove([id as DocumentId]);
      library.remove(id as DocumentId);
    },
    setClock(instant) {
      time.clock = Date.parse(instant);
    },
    async tick() {
      const until = time.elapsed + MINUTE;
      await delivery.run();
      for (;;) {
        const wait = await delivery.untilNext();
        if (wait === null || time.elapsed + wait >= until) break;
        pass(Math.max(wait, 1));
        await delivery.run();
      }
      if (time.elapsed < until) pass(until - time.elapsed);
    },
    async tickUntil(instant) {
      while (time.clock < Date.parse(instant)) await world.tick();
    },
    editions: () => store.editions.list(channel, { limit: 100 }),
    async another() {
      const other = openProcess(shared);
      for (const document of library.documents) await other.arrive(document.id, document);
      return other;
    },
  };
  return world;
}
