import type { CollectionId, DocumentId } from '../../library/documents/document.ts';
import type { IndexedDocument } from '../../library/documents/indexed-document.ts';
import { loadLanguage } from '../../text/languages.ts';
import { Pace } from '../pace.ts';
import { IndexedTerms } from '../terms/indexed-terms.ts';
import { deleteFrom, loadSnapshot, NOTHING, type Segment, type Snapshot } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { PlacedDocument, SegmentChange, SegmentId, SegmentStore } from './segment-store.ts';
import { writeDocuments, writePostings } from './write-segment.ts';

/** Passages of one segment; a document with more has one for itself. */
export const MOST_PASSAGES = 32_768;
const BUILT = 8192; // passages collected in memory, some 20 MB, before they are written
const ATTEMPTS = 5; // to make a change while others are made

/** What changes in the segments that are live when a change is made. */
export type PlannedChange = Pick<SegmentChange, 'added' | 'retired' | 'deletions'>;

/** Changes the segments of a store; one change at a time. */
export class SegmentChanges {
  readonly #store: SegmentStore;
  readonly #now: () => Date;
  #state: Snapshot = NOTHING;

  constructor(store: SegmentStore, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /** Adds documents, or replaces those with the same ids, all at once. */
  async add(documents: readonly IndexedDocument[]): Promise<void> {
    const latest = new Map(documents.map((indexed) => [indexed.document.id, indexed]));
    const added = await this.#write([...latest.values()]);
    await this.commit(async (state) => this.#withoutDocuments(state, [...latest.keys()], added));
  }

  async remove(ids: readonly DocumentId[]): Promise<void> {
    await this.commit(async (state) => this.#withoutDocuments(state, ids, []));
  }

  /** The segments as they are now. */
  async current(): Promise<Snapshot> {
    this.#state = await loadSnapshot(this.#store.written, this.#state);
    return this.#state;
  }

  /** Makes the change that is planned for the segments as they are; plans again if there was another one meanwhile. */
  async commit(plan: (state: Snapshot) => Promise<PlannedChange | null>): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const state = await this.current();
      const change = await plan(state);
      if (!change || isNothing(change)) return;
      if (await this.#store.write.commit({ revision: state.revision, ...change }, this.#now())) return;
    }
    throw new Error('Another process keeps changing the index');
  }

  async #write(documents: readonly IndexedDocument[]): Promise<readonly SegmentId[]> {
    const [written, pace]: [SegmentId[], Pace] = [[], new Pace()];
    const builders = new Map<CollectionId, SegmentBuilder>();
    const finish = async (collection: CollectionId, builder: SegmentBuilder) => {
      builders.delete(collection);
      written.push(await this.#finish(collection, builder));
    };
    for (const indexed of documents) {
      const { collection } = indexed.document;
      const builder = builders.get(collection) ?? new SegmentBuilder();
      builders.set(collection, builder);
      await addDocument(builder, indexed, pace);
      if (builder.size >= BUILT) await finish(collection, builder);
    }
    for (const [collection, builder] of builders) if (builder.size > 0) await finish(collection, builder);
    return written;
  }

  async #finish(collection: CollectionId, builder: SegmentBuilder): Promise<SegmentId> {
    const { write } = this.#store;
    const segment = await write.begin(collection, this.#now());
    const postings = { size: builder.size, rows: builder.rows(segment), isWanted: () => true };
    const pack = (await writePostings(postings, write))?.pack ?? null;
    await writeDocuments(builder.placed(segment), write);
    await write.writeHead({ ...builder.head(segment), pack });
    return segment;
  }

  async #withoutDocuments(
    { segments }: Snapshot,
    ids: readonly DocumentId[],
    added: readonly SegmentId[],
  ): Promise<PlannedChange> {
    const places = await this.#store.written.places(ids);
    const changed = segments
      .map((segment) => ({ segment, firsts: firstsIn(segment, places) }))
      .filter(({ firsts }) => firsts.length > 0);
    const isLeft = ({ segment, firsts }: (typeof changed)[number]) =>
      segment.totals.documents > firsts.length;
    return {
      added,
      retired: changed.filter((each) => !isLeft(each)).map(({ segment }) => segment.id),
      deletions: changed.filter(isLeft).map(({ segment, firsts }) => deleteFrom(segment, firsts)),
    };
  }
}

async function addDocument(builder: SegmentBuilder, indexed: IndexedDocument, pace: Pace): Promise<void> {
  if (indexed.passages.length === 0) return; // nothing of it can be found
  const terms = new IndexedTerms(indexed, await loadLanguage(indexed.document.language));
  for (const passage of terms.passages()) {
    await pace.take(1);
    builder.addPassage(passage);
  }
  builder.addDocument(indexed.document, terms.size);
}

/** The documents among these places that a segment has and that are not deleted. */
function firstsIn({ id, deleted }: Segment, places: readonly PlacedDocument[]): readonly number[] {
  return places
    .filter(({ segment, first }) => segment === id && !deleted.has(first))
    .map(({ first }) => first);
}

function isNothing({ added, retired, deletions }: PlannedChange): boolean {
  return added.length + retired.length + deletions.length === 0;
}
