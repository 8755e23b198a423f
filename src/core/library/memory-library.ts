import type { Audience } from './audience.ts';
import { type Collection, mayRead } from './collection.ts';
import { addCoverage, CollectionContents } from './collection-contents.ts';
import type { CollectionId, Document, DocumentId } from './document.ts';
import { hashDocuments } from './document-hash.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Library, Refusal, Scope } from './library.ts';
import { splitPassages } from './passages.ts';
import { RepeatedLines } from './repeated-lines.ts';
import type { Topic } from './topic.ts';

/** What a library holds besides documents. */
export interface LibraryFrame {
  readonly collections: readonly Collection[];
  readonly topics: readonly Topic[];
  readonly refused: readonly Refusal[];
}

/** All that a library may be filled with. */
export interface LibraryContents extends LibraryFrame {
  readonly documents: readonly Document[];
}

/** A library that holds its documents in memory and can be changed at any time. */
export interface MemoryLibrary extends Library {
  readonly collections: readonly Collection[];
  /** Every document, ordered by id. */
  readonly documents: readonly Document[];
  /** Every file that was not indexed, or only in part. */
  readonly refusals: readonly Refusal[];
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

/** A scope, and its documents ordered by id. */
interface KeptScope {
  readonly scope: Scope;
  documents(): readonly Document[];
}

class DocumentsInMemory implements MemoryLibrary {
  readonly #byId = new Map<DocumentId, IndexedDocument>();
  readonly #contents = new Map<CollectionId, CollectionContents>();
  readonly #repeated = new RepeatedLines();
  readonly #scopes = new Map<string, KeptScope>(); // by collections, until the next change
  #frame: LibraryFrame = { collections: [], topics: [], refused: [] };
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
    return this.#kept([...this.#contents.keys()]).documents();
  }

  get languages() {
    return this.#kept([...this.#contents.keys()]).scope.languages;
  }

  scopeFor(audience: Audience, among: readonly CollectionId[] | null = null) {
    const readable = this.collections.filter((collection) => mayRead(collection, audience));
    const ids = readable.map(({ id }) => id).filter((id) => among?.includes(id) ?? true);
    return this.#kept(ids).scope;
  }

  async load(ids: Iterable<DocumentId>) {
    const found = [...ids].flatMap((id) => this.get(id) ?? []);
    return new Map(found.map((indexed) => [indexed.document.id, this.#withRepeated(indexed)]));
  }

  async list({ collections }: Pick<Scope, 'collections'>, matches?: (document: Document) => boolean) {
    const documents = this.#kept(collections).documents();
    return matches ? documents.filter(matches) : documents;
  }

  refused({ collections }: Pick<Scope, 'collections'>) {
    return this.refusals.filter(
      ({ file }) => !file.includes('/') || collections.some((id) => file.startsWith(`${id}/`)),
    );
  }

  get(id: DocumentId) {
    return this.#byId.get(id) ?? null;
  }

  put(indexed: IndexedDocument) {
    const { document } = indexed;
    this.remove(document.id);
    this.#byId.set(document.id, indexed);
    const contents = this.#contents.get(document.collection) ?? new CollectionContents();
    contents.add(document);
    this.#repeated.add(document);
    this.#contents.set(document.collection, contents);
    this.#changed();
  }

  remove(id: DocumentId) {
    const document = this.get(id)?.document;
    if (!document) return;
    this.#byId.delete(id);
    this.#contents.get(document.collection)?.remove(document);
    this.#repeated.remove(document);
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

  /** How many files of some collections are not served at all. */
  #unread(ids: readonly CollectionId[]) {
    return this.refusals.filter(({ file, partly }) => !partly && ids.some((id) => file.startsWith(`${id}/`)))
      .length;
  }

  #changed() {
    this.#scopes.clear();
    this.#revision++;
  }

  #kept(ids: readonly CollectionId[]): KeptScope {
    const key = ids.join('/'); // no folder's name contains a slash
    const kept = this.#scopes.get(key) ?? keepScope(ids, this.#contents, this.#unread(ids));
    this.#scopes.set(key, kept);
    return kept;
  }
}

function keepScope(
  collections: readonly CollectionId[],
  all: ReadonlyMap<CollectionId, CollectionContents>,
  unread: number,
): KeptScope {
  const parts = [...new Set(collections)].flatMap((id) => all.get(id) ?? []);
  let ordered: readonly Document[] | undefined;
  let version: string | undefined;
  const documents = () => {
    ordered ??= parts.flatMap((part) => [...part.documents]).sort(byId);
    return ordered;
  };
  const scope: Scope = {
    collections,
    coverage: addCoverage(
      parts.map(({ coverage }) => coverage),
      unread,
    ),
    languages: [...new Set(parts.flatMap(({ languages }) => [...languages]))].sort(englishFirst),
    get version() {
      version ??= hashDocuments(documents());
      return version;
    },
  };
  return { scope, documents };
}

function byId(a: Document, b: Document): number {
  return a.id < b.id ? -1 : 1;
}

function englishFirst(a: string, b: string): number {
  return Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1);
}
