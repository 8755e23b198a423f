import type { CollectionId, DocumentId } from '../../library/document.ts';
import type { DocumentFilter } from '../../library/document-filter.ts';
import { Pace } from '../minisearch/pace.ts';
import type { Hit } from '../passage-index.ts';
import { BestHits } from '../scoring/best-hits.ts';
import { PostingList, type TermPostings } from '../scoring/posting-list.ts';
import { Scores } from '../scoring/scores.ts';
import { documentWeight, type SoughtTerm, weighTerms } from '../scoring/weigh-terms.ts';
import { type Admission, AdmissionCache } from './admission-cache.ts';
import { BoundedCache } from './bounded-cache.ts';
import { unpackPostings } from './packed-postings.ts';
import type { PostingsCache, RowsBySegment } from './postings-cache.ts';
import { type Segment, totalsAmong } from './segment.ts';
import { countsAmong } from './segment-statistics.ts';
import type { Place, PostingsRow, SegmentReader } from './segment-store.ts';

const IDS = 50_000; // of documents, kept in memory
const SCORED = 50_000; // postings scored in the time that indexing a passage takes

/** A search over segments. */
export interface SegmentSearch {
  readonly weights: ReadonlyMap<string, number>;
  readonly limit: number;
  readonly filter: DocumentFilter | undefined;
}

/** Searches segments. */
export class SegmentSearcher {
  readonly #reader: SegmentReader;
  readonly #postings: PostingsCache;
  readonly #admissions: AdmissionCache;
  readonly #scores = new Scores();
  readonly #unpacked: TermPostings = { texts: new PostingList(), titles: new PostingList() };
  readonly #ids = new BoundedCache<string, DocumentId>(IDS, () => 1);

  constructor(reader: SegmentReader, postings: PostingsCache) {
    this.#reader = reader;
    this.#postings = postings;
    this.#admissions = new AdmissionCache(reader);
  }

  async search(
    segments: readonly Segment[],
    { weights, limit, filter }: SegmentSearch,
  ): Promise<readonly Hit[]> {
    const rows = await this.#postings.read(segments, [...weights.keys()]);
    const frequencies = new Map(
      [...rows].map(([term, found]) => [term, countsAmong(segments, found).passages] as const),
    );
    const sought = weighTerms(weights, { passages: totalsAmong(segments).passages, frequencies });
    const best = new BestHits<Place>(limit);
    const admission = await this.#admissions.of(segments, filter);
    const pace = new Pace();
    for (const collection of byCollection(segments))
      await this.#searchCollection(collection, { sought, rows, best, admission, pace });
    const ids = await this.#idsOf(best.candidates.map(({ owner }) => owner));
    return best.hits((place) => ids(place));
  }

  async #searchCollection(
    segments: readonly Segment[],
    { sought, rows, best, admission, pace }: Searching,
  ): Promise<void> {
    const totals = totalsAmong(segments);
    const terms = sought
      .map((each) => ({ ...each, found: rows.get(each.term) ?? NONE }))
      .map((each) => ({ ...each, counts: countsAmong(segments, each.found) }))
      .filter(({ counts }) => counts.passages > 0)
      .map(({ found, weight, counts }) => ({
        found,
        weight,
        documentWeight: documentWeight(weight, counts, totals),
      }));
    for (const segment of segments) {
      const { id, directory } = segment;
      const admits = admission(segment);
      if (!admits) continue;
      const scored = terms.flatMap(({ found, ...weights }) => {
        const row = found.get(id);
        return row ? { ...weights, passages: row.passages, postings: () => this.#unpack(row) } : [];
      });
      const pause = pace.take(scored.reduce((sum, { passages }) => sum + passages, 0) / SCORED);
      if (pause) await pause;
      this.#scores.score(
        { directory, totals, terms: scored, owner: (first) => ({ segment: id, first }), admits },
        best,
      );
    }
  }

  #unpack({ texts, titles }: PostingsRow): TermPostings {
    unpackPostings(texts, this.#unpacked.texts);
    unpackPostings(titles ?? NO_TITLES, this.#unpacked.titles);
    return this.#unpacked;
  }

  /** Returns a function that returns the ids of the documents in these places. */
  async #idsOf(places: readonly Place[]): Promise<(place: Place) => DocumentId> {
    const known = new Map(places.map((place) => [keyOf(place), { place, id: this.#ids.get(keyOf(place)) }]));
    const missing = [...known.values()].filter(({ id }) => id === undefined).map(({ place }) => place);
    const found = new Map<string, DocumentId>();
    for (const { id, ...place } of missing.length > 0 ? await this.#reader.ids(missing) : []) {
      found.set(keyOf(place), id);
      this.#ids.set(keyOf(place), id);
    }
    return (place) => {
      const id = known.get(keyOf(place))?.id ?? found.get(keyOf(place));
      if (id === undefined) throw new Error(`The index has no document at ${keyOf(place)}`);
      return id;
    };
  }
}

const NO_TITLES = new Uint8Array(0);
const NONE: RowsBySegment = new Map();

interface Searching {
  readonly sought: readonly SoughtTerm[];
  readonly rows: ReadonlyMap<string, RowsBySegment>;
  readonly best: BestHits<Place>;
  readonly admission: Admission;
  readonly pace: Pace;
}

function byCollection(segments: readonly Segment[]): Iterable<readonly Segment[]> {
  const collections = new Map<CollectionId, Segment[]>();
  for (const segment of segments) {
    const those = collections.get(segment.collection) ?? [];
    those.push(segment);
    collections.set(segment.collection, those);
  }
  return collections.values();
}

function keyOf({ segment, first }: Place): string {
  return `${segment} ${first}`;
}
