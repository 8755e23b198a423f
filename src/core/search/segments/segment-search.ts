import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { DocumentFilter } from '../../library/documents/document-filter.ts';
import { BoundedCache } from '../../text/bounded-cache.ts';
import { Pace } from '../pace.ts';
import type { Hit } from '../passage-index.ts';
import { BestHits } from '../scoring/best-hits.ts';
import { PostingList, type TermPostings } from '../scoring/posting-list.ts';
import { type ScoredTerm, Scores } from '../scoring/scores.ts';
import { addCounts, type TermCounts } from '../scoring/term-counts.ts';
import { documentWeight, type SoughtTerm, weighTerms } from '../scoring/weigh-terms.ts';
import { type Admission, AdmissionCache, type FilterReader } from './admission-cache.ts';
import { unpackPostings } from './packed-postings.ts';
import type { PostingsCache, RowsBySegment } from './postings-cache.ts';
import { type Segment, totalsAmong } from './segment.ts';
import { countsIn } from './segment-statistics.ts';
import type { Place, PlaceReader, PostingsRow, SegmentId } from './segment-store.ts';

const IDS = 50_000; // of documents, kept in memory
const UNPACKED = 2_000_000; // postings kept unpacked, 16 MB: of words that most questions have, say
const LONG = 64; // postings that are worth it
const SCORED = 50_000; // postings scored in the time that indexing a passage takes

/** A search over segments. */
export interface SegmentSearch {
  readonly weights: ReadonlyMap<string, number>;
  readonly limit: number;
  readonly filter: DocumentFilter | undefined;
}

/** Searches segments. */
export class SegmentSearcher {
  readonly #reader: PlaceReader;
  readonly #postings: PostingsCache;
  readonly #admissions: AdmissionCache;
  readonly #scores = new Scores();
  readonly #unpacked: TermPostings = { texts: new PostingList(), titles: new PostingList() };
  readonly #kept = new BoundedCache<PostingsRow, TermPostings>(
    UNPACKED,
    ({ texts, titles }) => texts.count + titles.count,
  );
  readonly #ids = new BoundedCache<string, DocumentId>(IDS, () => 1);

  constructor(reader: PlaceReader & FilterReader, postings: PostingsCache) {
    this.#reader = reader;
    this.#postings = postings;
    this.#admissions = new AdmissionCache(reader);
  }

  async search(
    segments: readonly Segment[],
    { weights, limit, filter }: SegmentSearch,
  ): Promise<readonly Hit[]> {
    const found = await this.#postings.read(segments, [...weights.keys()]);
    const collections = byCollection(segments, found);
    const frequencies = frequenciesIn(collections);
    const sought = weighTerms(weights, { passages: totalsAmong(segments).passages, frequencies });
    const best = new BestHits<Place>(limit);
    const admission = await this.#admissions.of(segments, filter);
    const pace = new Pace();
    for (const collection of collections)
      await this.#searchCollection(collection, { sought, best, admission, pace });
    const ids = await this.#idsOf(best.candidates.map(({ owner }) => owner));
    return best.hits((place) => ids(place));
  }

  async #searchCollection(
    { segments, terms }: CollectionPostings,
    { sought, best, admission, pace }: Searching,
  ): Promise<void> {
    const totals = totalsAmong(segments);
    const bySegment = new Map(segments.map(({ id }) => [id, [] as ScoredRow[]]));
    for (const { term, weight } of sought) {
      const found = terms.get(term);
      if (!found || found.counts.passages === 0) continue;
      const inDocuments = documentWeight(weight, found.counts, totals);
      for (const row of found.rows)
        bySegment.get(row.segment)?.push(new ScoredRow(row, weight, inDocuments, this.#unpack));
    }
    for (const segment of segments) {
      const { id, directory } = segment;
      const scored = bySegment.get(id) ?? [];
      const admits = scored.length > 0 ? admission(segment) : null;
      if (!admits) continue;
      const pause = pace.take(scored.reduce((sum, { row }) => sum + row.passages, 0) / SCORED);
      if (pause) await pause;
      this.#scores.score(
        { directory, totals, terms: scored, owner: (first) => ({ segment: id, first }), admits },
        best,
      );
    }
  }

  readonly #unpack = (row: PostingsRow): TermPostings => {
    const kept = row.passages < LONG ? undefined : this.#kept.get(row);
    if (kept) return kept;
    unpackPostings(row.texts, this.#unpacked.texts);
    unpackPostings(row.titles ?? NO_TITLES, this.#unpacked.titles);
    if (row.passages < LONG) return this.#unpacked;
    const unpacked = { texts: this.#unpacked.texts.copy(), titles: this.#unpacked.titles.copy() };
    this.#kept.set(row, unpacked);
    return unpacked;
  };

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
interface Searching {
  readonly sought: readonly SoughtTerm[];
  readonly best: BestHits<Place>;
  readonly admission: Admission;
  readonly pace: Pace;
}

/** The terms of a search in one collection. */
interface CollectionPostings {
  readonly segments: Segment[];
  readonly terms: Map<string, TermRows>;
}

interface TermRows {
  readonly rows: PostingsRow[];
  readonly counts: TermCounts;
}

/** A class, since thousands are made for a search. */
class ScoredRow implements ScoredTerm {
  readonly row: PostingsRow;
  readonly weight: number;
  readonly documentWeight: number;
  readonly #unpack: (row: PostingsRow) => TermPostings;

  constructor(
    row: PostingsRow,
    weight: number,
    documentWeight: number,
    unpack: (row: PostingsRow) => TermPostings,
  ) {
    this.row = row;
    this.weight = weight;
    this.documentWeight = documentWeight;
    this.#unpack = unpack;
  }

  postings(): TermPostings {
    return this.#unpack(this.row);
  }
}

function byCollection(
  segments: readonly Segment[],
  found: ReadonlyMap<string, RowsBySegment>,
): readonly CollectionPostings[] {
  const collections = new Map<CollectionId, CollectionPostings>();
  const places = new Map<SegmentId, { readonly segment: Segment; readonly among: CollectionPostings }>();
  for (const segment of segments) {
    const among: CollectionPostings = collections.get(segment.collection) ?? {
      segments: [],
      terms: new Map(),
    };
    among.segments.push(segment);
    collections.set(segment.collection, among);
    places.set(segment.id, { segment, among });
  }
  for (const [term, rows] of found)
    for (const row of rows.values()) {
      const place = places.get(row.segment);
      if (place) addRow(place.among.terms, term, { row, counts: countsIn(place.segment, row) });
    }
  return [...collections.values()];
}

function addRow(
  terms: Map<string, TermRows>,
  term: string,
  { row, counts }: { readonly row: PostingsRow; readonly counts: TermCounts },
): void {
  const known = terms.get(term);
  known?.rows.push(row);
  terms.set(term, { rows: known?.rows ?? [row], counts: known ? addCounts(known.counts, counts) : counts });
}

function frequenciesIn(collections: readonly CollectionPostings[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const { terms } of collections)
    for (const [term, { counts }] of terms)
      frequencies.set(term, (frequencies.get(term) ?? 0) + counts.passages);
  return frequencies;
}

function keyOf({ segment, first }: Place): string {
  return `${segment} ${first}`;
}
