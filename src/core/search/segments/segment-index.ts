import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { DocumentFilter } from '../../library/documents/document-filter.ts';
import type { IndexedDocument } from '../../library/documents/indexed-document.ts';
import { createSerialQueue } from '../../text/queue.ts';
import { UserError } from '../../text/user-error.ts';
import type { Hit, PassageIndex } from '../passage-index.ts';
import { type Query, termWeights } from '../query.ts';
import type { TermFrequency, TermStatistics } from '../term-statistics.ts';
import { FrequencyCache } from './frequency-cache.ts';
import { partAway } from './part-away.ts';
import { PostingsCache } from './postings-cache.ts';
import { loadSnapshot, NOTHING, type Segment, totalsAmong } from './segment.ts';
import { SegmentChanges } from './segment-changes.ts';
import { SegmentSearcher } from './segment-search.ts';
import { similarAmong } from './segment-similar-terms.ts';
import { statisticsOf } from './segment-statistics.ts';
import type { SegmentStore } from './segment-store.ts';
import { keepUp } from './segment-upkeep.ts';

const CACHED = 48_000_000; // bytes of postings
const CURRENT = 1000; // milliseconds after which a search looks whether another process has changed the index
const CROWDED = 150; // segments, from which a change waits until those that are due are merged
const ATTEMPTS = 3; // to read segments that are being erased
const MAX_SIMILAR = 100; // terms returned for one

/** A PassageIndex in a database. */
export interface SegmentIndex extends PassageIndex {
  /** Takes notice of what other processes have changed; searches do so every second. */
  refresh(): Promise<void>;
  /** Merges segments that are small, and erases what nobody reads any more. It follows every change, too; call it now and then. */
  keepUp(): Promise<void>;
  /** Merges what is left of a first reading, too. */
  tidy(): Promise<void>;
  /** Ends the upkeep; a merge that is not finished is given up. */
  stop(): Promise<void>;
}

/** How a SegmentIndex is opened. */
export interface SegmentIndexOptions {
  now(): Date;
  /** Receives errors of the upkeep that follows changes; it is tried again after the next one. */
  report(error: unknown): void;
  /** Bytes of postings kept in memory. */
  readonly cached?: number;
}

/**
 * Opens a PassageIndex whose postings are rows of a database: immutable segments of documents of one collection, and
 * lists of the documents that are deleted in them. In memory are only the lengths of passages and what was used last.
 */
export async function openSegmentIndex(
  store: SegmentStore,
  options: SegmentIndexOptions,
): Promise<SegmentIndex> {
  const index = new StoredIndex(store, options);
  await index.refresh();
  return index;
}

class StoredIndex implements SegmentIndex {
  readonly #store: SegmentStore;
  readonly #options: SegmentIndexOptions;
  readonly #enqueue = createSerialQueue();
  readonly #enqueueUpkeep = createSerialQueue();
  readonly #changes: SegmentChanges;
  readonly #postings: PostingsCache;
  readonly #frequencies: FrequencyCache;
  readonly #searcher: SegmentSearcher;
  #snapshot = NOTHING;
  #size = 0;
  #checked = 0; // when it was last current, in milliseconds
  #stopped = false;

  constructor(store: SegmentStore, options: SegmentIndexOptions) {
    this.#store = store;
    this.#options = options;
    this.#changes = new SegmentChanges(store, options.now);
    this.#postings = new PostingsCache(store.read, options.cached ?? CACHED);
    this.#frequencies = new FrequencyCache(store.read, this.#postings);
    this.#searcher = new SegmentSearcher(store.read, this.#postings);
  }

  get size(): number {
    return this.#size;
  }

  add(documents: readonly IndexedDocument[]): Promise<void> {
    return this.#change(() => this.#changes.add(documents));
  }

  remove(ids: readonly DocumentId[]): Promise<void> {
    return this.#change(() => this.#changes.remove(ids));
  }

  async search(
    query: Query,
    ids: readonly CollectionId[],
    limit: number,
    filter?: DocumentFilter,
  ): Promise<readonly Hit[]> {
    const weights = termWeights(query);
    return this.#reading(ids, (segments) => this.#searcher.search(segments, { weights, limit, filter }));
  }

  async statistics(terms: Iterable<string>, ids: readonly CollectionId[]): Promise<TermStatistics> {
    const asked = [...new Set(terms)];
    return this.#reading(ids, (segments) => this.#statistics(asked, segments));
  }

  async similarTerms(
    terms: readonly string[],
    ids: readonly CollectionId[],
  ): Promise<ReadonlyMap<string, readonly TermFrequency[]>> {
    return this.#reading(ids, async (segments) => {
      const similar = new Map<string, readonly TermFrequency[]>();
      for (const term of terms) similar.set(term, await this.#similar(term, segments));
      return similar;
    });
  }

  async refresh(): Promise<void> {
    this.#checked = this.#options.now().valueOf();
    const before = this.#snapshot.segments;
    this.#snapshot = await loadSnapshot(this.#store.read, this.#snapshot);
    this.#forget(before);
    this.#size = totalsAmong(this.#snapshot.segments).passages;
  }

  keepUp(): Promise<void> {
    return this.#keepUp(false);
  }

  tidy(): Promise<void> {
    return this.#keepUp(true);
  }

  #keepUp(isRead: boolean): Promise<void> {
    return this.#enqueueUpkeep(() =>
      keepUp(this.#store, {
        isRead,
        changes: this.#changes,
        now: this.#options.now,
        enqueue: this.#enqueue,
        changed: () => this.refresh(),
        isWanted: () => !this.#stopped,
      }),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#enqueueUpkeep(async () => {});
    await this.#enqueue(async () => {});
  }

  async #change(change: () => Promise<void>): Promise<void> {
    await this.#enqueue(async () => {
      await change();
      await this.refresh();
    });
    const upkeep = this.keepUp().catch(this.#options.report);
    if (this.#snapshot.segments.length > CROWDED) await upkeep;
  }

  /** Reads segments as they are; if some began to be erased meanwhile, reads again. */
  async #reading<T>(ids: readonly CollectionId[], read: Read<T>): Promise<T> {
    await this.#follow();
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const whole = await this.#attempt(ids, read);
      if (whole) return whole.result;
      await this.refresh();
    }
    throw partAway(new Error('Segments are erased faster than they can be read'));
  }

  async #attempt<T>(ids: readonly CollectionId[], read: Read<T>): Promise<{ readonly result: T } | null> {
    const { erasures, segments } = this.#snapshot;
    const among = new Set(ids);
    const outcome = await read(segments.filter(({ collection }) => among.has(collection))).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    if ('error' in outcome && outcome.error instanceof UserError) throw outcome.error;
    const current = await this.#store.read.revision();
    if (current.erasures !== erasures) return null;
    if ('error' in outcome) throw outcome.error;
    return outcome;
  }

  #forget(before: readonly Segment[]): void {
    const live = new Set(this.#snapshot.segments.map(({ id }) => id));
    const gone = before.map(({ id }) => id).filter((id) => !live.has(id));
    if (gone.length > 0) this.#postings.forget(new Set(gone));
  }

  /** Takes notice of what other processes have changed, if nobody has looked for a second. */
  async #follow(): Promise<void> {
    if (this.#options.now().valueOf() - this.#checked < CURRENT) return;
    this.#checked = this.#options.now().valueOf();
    const { revision } = await this.#store.read.revision();
    if (revision !== this.#snapshot.revision) await this.refresh();
  }

  #statistics(terms: readonly string[], segments: readonly Segment[]): Promise<TermStatistics> {
    return statisticsOf(terms, segments, { frequencies: this.#frequencies, postings: this.#postings });
  }

  /** Returns similar terms, most frequent first. */
  async #similar(term: string, segments: readonly Segment[]): Promise<readonly TermFrequency[]> {
    const similar = await similarAmong(segments, term, {
      reader: this.#store.read,
      packs: this.#postings.packs,
    });
    const { frequencies } = await this.#statistics(similar, segments);
    return [...frequencies]
      .map(([each, frequency]) => ({ term: each, frequency }))
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
      .slice(0, MAX_SIMILAR);
  }
}

type Read<T> = (segments: readonly Segment[]) => Promise<T>;
