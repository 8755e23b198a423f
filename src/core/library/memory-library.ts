import { AcronymCounter } from './acronyms/acronym-counter.ts';
import { arrangeAcronyms } from './acronyms/acronym-counts.ts';
import type { Audience } from './audience.ts';
import { CollectionContents } from './collection-contents.ts';
import { composeScope, languagesIn, namesIn, sizeOf } from './compose-scope.ts';
import type { CollectionId, Document, DocumentId } from './documents/document.ts';
import type { DocumentFilter } from './documents/document-filter.ts';
import { DocumentLookup } from './documents/document-lookup.ts';
import { countFiltered } from './documents/filtered-count.ts';
import type { IndexedDocument } from './documents/indexed-document.ts';
import { splitPassages } from './documents/passages.ts';
import { RepeatedLines } from './documents/repeated-lines.ts';
import type { Library, LibraryOverview, ListPage, Scope } from './library.ts';
import { type LibraryFrame, NO_FRAME, readableIn, refusedIn, unreadIn } from './library-frame.ts';

/** All that a library may be filled with. */
export interface LibraryContents extends LibraryFrame {
  readonly documents: readonly Document[];
}

/** A library that holds its documents in memory and can be changed at any time. */
export interface MemoryLibrary extends Library, LibraryOverview {
  /** Every document, ordered by id. */
  readonly documents: readonly Document[];
  get(id: DocumentId): IndexedDocument | null;
  /** Adds a document, or replaces the one with its id. */
  put(indexed: IndexedDocument): void;
  remove(id: DocumentId): void;
  /** Replaces everything but the documents. */
  frame(frame: LibraryFrame): void;
}

/** Creates a library, empty or with the given contents; documents are divided into passages. */
export function createMemoryLibrary({
  documents = [],
  collections = [],
  topics = [],
  refused = [],
}: Partial<LibraryContents> = {}): MemoryLibrary {
  const library = new DocumentsInMemory();
  library.frame({ collections, topics, refused });
  for (const document of documents)
    library.put({ document, passages: splitPassages(document.text, document.language) });
  return library;
}

type Collections = Pick<Scope, 'collections'>;

class DocumentsInMemory implements MemoryLibrary {
  readonly #byId = new Map<DocumentId, IndexedDocument>();
  readonly #held = new Map<CollectionId, HeldCollection>();
  readonly #repeated = new RepeatedLines();
  readonly #scopes = new Map<string, Scope>(); // by collections, until the next change
  readonly #lookups = new Map<string, DocumentLookup>();
  #frame = NO_FRAME;
  #revision = 0;

  get revision() {
    return this.#revision;
  }

  get topics() {
    return this.#frame.topics;
  }

  get collections() {
    return this.#frame.collections;
  }

  get refusals() {
    return this.#frame.refused;
  }

  get documents() {
    return this.#lookup([...this.#held.keys()]).ordered;
  }

  get languages() {
    return languagesIn(this.#contents([...this.#held.keys()]));
  }

  size(collection?: CollectionId) {
    const parts = this.#contents(collection === undefined ? [...this.#held.keys()] : [collection]);
    return sizeOf(parts);
  }

  scopeFor(audience: Audience, among: readonly CollectionId[] | null = null) {
    const ids = readableIn(this.#frame, audience, among);
    const key = keyOf(ids);
    const scope = this.#scopes.get(key) ?? composeScope(ids, this.#contents(ids), unreadIn(this.#frame, ids));
    this.#scopes.set(key, scope);
    return scope;
  }

  async load(ids: Iterable<DocumentId>) {
    const found = [...ids].flatMap((id) => this.get(id) ?? []);
    return new Map(found.map((indexed) => [indexed.document.id, this.#withRepeated(indexed)]));
  }

  async list({ collections }: Collections, page: ListPage) {
    return this.#lookup(collections).page(page);
  }

  async count({ collections }: Collections, filter: DocumentFilter) {
    const { ordered } = this.#lookup(collections);
    return countFiltered(
      ordered.map((known) => ({ known, documents: 1 })),
      filter,
    );
  }

  names({ collections }: Collections, kind: 'publisher' | 'tag') {
    return namesIn(this.#contents(collections), kind);
  }

  async find({ collections }: Collections, name: string) {
    return this.#lookup(collections).find(name);
  }

  async numbered({ collections }: Collections, keys: readonly string[]) {
    return this.#lookup(collections).numbered(keys);
  }

  async complete({ collections }: Collections, typed: string, limit: number) {
    return this.#lookup(collections).complete(typed, limit);
  }

  async withText({ collections }: Collections, sha256: string) {
    return this.#lookup(collections).withText(sha256);
  }

  async acronyms({ collections }: Collections) {
    const counts = await Promise.all(this.#parts(collections).map(({ acronyms }) => acronyms.counts()));
    return arrangeAcronyms(counts.flatMap((each) => [...each]));
  }

  refused({ collections }: Collections) {
    return refusedIn(this.#frame, collections);
  }

  get(id: DocumentId) {
    return this.#byId.get(id) ?? null;
  }

  put(indexed: IndexedDocument) {
    const { document } = indexed;
    this.remove(document.id);
    this.#byId.set(document.id, indexed);
    const held = this.#held.get(document.collection) ?? new HeldCollection();
    held.add(indexed);
    this.#held.set(document.collection, held);
    this.#repeated.add(document);
    this.#changed();
  }

  remove(id: DocumentId) {
    const indexed = this.get(id);
    if (!indexed) return;
    this.#byId.delete(id);
    this.#held.get(indexed.document.collection)?.remove(indexed);
    this.#repeated.remove(indexed.document);
    this.#changed();
  }

  frame(frame: LibraryFrame) {
    if (JSON.stringify(frame) === JSON.stringify(this.#frame)) return;
    this.#frame = frame;
    this.#changed();
  }

  #withRepeated(indexed: IndexedDocument): IndexedDocument {
    const repeated = this.#repeated.in(indexed.document);
    return repeated.length > 0 ? { ...indexed, repeated } : indexed;
  }

  #changed() {
    this.#scopes.clear();
    this.#lookups.clear();
    this.#revision++;
  }

  #parts(ids: readonly CollectionId[]) {
    return [...new Set(ids)].flatMap((id) => this.#held.get(id) ?? []);
  }

  #contents(ids: readonly CollectionId[]) {
    return this.#parts(ids).map(({ contents }) => contents);
  }

  #lookup(ids: readonly CollectionId[]): DocumentLookup {
    const key = keyOf(ids);
    const documents = () => this.#parts(ids).flatMap((part) => [...part.documents]);
    const lookup = this.#lookups.get(key) ?? new DocumentLookup(documents());
    this.#lookups.set(key, lookup);
    return lookup;
  }
}

/** The documents of one collection, and what is counted of them. */
class HeldCollection {
  readonly documents = new Set<Document>();
  readonly contents = new CollectionContents();
  readonly acronyms = new AcronymCounter();

  add(indexed: IndexedDocument): void {
    this.documents.add(indexed.document);
    this.contents.add(indexed);
    this.acronyms.add(indexed.document);
  }

  remove(indexed: IndexedDocument): void {
    this.documents.delete(indexed.document);
    this.contents.remove(indexed);
    this.acronyms.remove(indexed.document);
  }
}

function keyOf(ids: readonly CollectionId[]): string {
  return ids.join('/'); // no folder's name contains a slash
}
