import { nearestNames } from '../../text/nearest-names.ts';
import { createSerialQueue } from '../../text/queue.ts';
import type { Audience } from '../audience.ts';
import { CollectionContents } from '../collection-contents.ts';
import { composeScope, languagesIn, namesIn, sizeOf } from '../compose-scope.ts';
import type { CollectionId, DocumentId, DocumentSummary } from '../documents/document.ts';
import { admits, type DocumentFilter } from '../documents/document-filter.ts';
import { fitOf, LEAST_OF_TITLE, plainName, plainTitle } from '../documents/document-names.ts';
import { countFiltered } from '../documents/filtered-count.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import { edgesOf, folderOf, isFrame } from '../documents/repeated-lines.ts';
import {
  type FoundDocuments,
  type Library,
  type LibraryOverview,
  type ListPage,
  MOST_FOUND,
  type Scope,
} from '../library.ts';
import { type LibraryFrame, readableIn, refusedIn, unreadIn } from '../library-frame.ts';
import type { DocumentKey, DocumentStore, FolderLines, StoredCorpus, StoredCount } from './document-store.ts';
import { LoadedTexts } from './loaded-texts.ts';

/** A library whose documents are in a store. Only what is counted of them is held, and the texts read last. */
export interface StoredLibrary extends Library, LibraryOverview {
  /** No folder was ever stored. */
  readonly isEmpty: boolean;
  /** Nothing of the folder is still to be read. */
  readonly isComplete: boolean;
  /** Takes over what was written since; cheap if nothing was. */
  refresh(): Promise<void>;
}

/** Opens a library over a store. */
export async function openStoredLibrary(store: DocumentStore): Promise<StoredLibrary> {
  return new DocumentsInStore(store, await store.read());
}

type Collections = Pick<Scope, 'collections'>;

class DocumentsInStore implements StoredLibrary {
  readonly #store: DocumentStore;
  readonly #loaded = new LoadedTexts();
  readonly #enqueue = createSerialQueue();
  readonly #scopes = new Map<string, Scope>(); // by collections, until the next change
  #frames = new Map<string, FolderLines>(); // by folder, until the next change
  #corpus: StoredCorpus;
  #frame: LibraryFrame;
  #contents: ReadonlyMap<CollectionId, CollectionContents>;

  constructor(store: DocumentStore, corpus: StoredCorpus) {
    this.#store = store;
    this.#corpus = corpus;
    this.#frame = frameOf(corpus);
    this.#contents = contentsOf(corpus);
  }

  get revision() {
    return this.#corpus.revision;
  }

  get isEmpty() {
    return this.#corpus.isEmpty;
  }

  get isComplete() {
    return !this.isEmpty && Object.values(this.#corpus.unread).every((count) => count === 0);
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

  get languages() {
    return languagesIn([...this.#contents.values()]);
  }

  /** Those who ask while one is under way wait for it, then look again. */
  refresh() {
    return this.#enqueue(() => this.#refresh());
  }

  async #refresh() {
    if ((await this.#store.revision()) === this.revision) return;
    this.#corpus = await this.#store.read();
    this.#frame = frameOf(this.#corpus);
    this.#contents = contentsOf(this.#corpus);
    this.#loaded.clear();
    this.#frames = new Map();
    this.#scopes.clear();
  }

  size(collection?: CollectionId) {
    return sizeOf(collection === undefined ? [...this.#contents.values()] : this.#parts([collection]));
  }

  scopeFor(audience: Audience, among: readonly CollectionId[] | null = null) {
    const ids = readableIn(this.#frame, audience, among);
    const key = ids.join('/'); // no folder's name contains a slash
    const kept = this.#scopes.get(key);
    const scope = kept ?? composeScope(ids, this.#parts(ids), unreadIn(this.#frame, ids));
    this.#scopes.set(key, scope);
    return scope;
  }

  async load(ids: Iterable<DocumentId>) {
    const wanted = [...new Set(ids)];
    const found = new Map(wanted.map((id) => [id, this.#loaded.get(id)]));
    const missing = wanted.filter((id) => !found.get(id));
    const { revision } = this;
    for (const indexed of await this.#withRepeated(await this.#store.load(missing))) {
      found.set(indexed.document.id, indexed);
      if (revision === this.revision) this.#loaded.put(indexed);
    }
    return new Map([...found].flatMap(([id, indexed]) => (indexed ? [[id, indexed] as const] : [])));
  }

  async list({ collections }: Collections, { limit, after = null, filter, having }: ListPage) {
    const listed: DocumentSummary[] = [];
    let from = after;
    while (listed.length < limit) {
      const page = {
        limit: limit - listed.length,
        after: from,
        filter: filter ?? null,
        having: having ?? null,
      };
      const rows = await this.#store.list(collections, page);
      listed.push(...(filter ? rows.filter((row) => admits(filter, row)) : rows));
      from = rows.at(-1)?.id ?? null;
      if (rows.length < page.limit) break;
    }
    return listed;
  }

  async count({ collections }: Collections, filter: DocumentFilter) {
    return countFiltered(await this.#store.groups(collections, filter), filter);
  }

  names({ collections }: Collections, kind: 'publisher' | 'tag') {
    return namesIn(this.#parts(collections), kind);
  }

  async find({ collections }: Collections, name: string): Promise<FoundDocuments> {
    const find = (key: DocumentKey) => this.#store.find(collections, key, MOST_FOUND);
    const title = plainTitle(name);
    const ways: readonly DocumentKey[] = [
      { by: 'id', key: plainName(name) },
      { by: 'title', key: title },
      ...(title.length < LEAST_OF_TITLE ? [] : [{ by: 'title', key: title, begins: true } as const]),
    ];
    for (const way of ways) {
      const found = await find(way);
      if (found.length > 0) return { found: [...found].sort(byId), near: [] };
    }
    const begun: DocumentKey = { by: 'id', key: startOf(name), begins: true };
    const ids = (await this.#store.find(collections, begun, COMPARED)).map(({ id }) => id);
    return { found: [], near: nearestNames(name, ids) as DocumentId[] };
  }

  async numbered({ collections }: Collections, keys: readonly string[]) {
    const found = await this.#store.numbered(collections, keys, MOST_FOUND + 1);
    return found.length > MOST_FOUND ? [] : [...found].sort(byId);
  }

  async complete({ collections }: Collections, typed: string, limit: number) {
    const wanted = typed.trim().toLowerCase();
    if (wanted === '') return this.list({ collections }, { limit });
    const fitting = await this.#store.fitting(collections, wanted, limit);
    return fitting
      .flatMap((summary) => {
        const fit = fitOf(wanted, summary);
        return fit === null ? [] : { summary, fit };
      })
      .sort((a, b) => a.fit - b.fit || byId(a.summary, b.summary))
      .slice(0, limit)
      .map(({ summary }) => summary);
  }

  withText({ collections }: Collections, sha256: string) {
    return this.#store.withText(collections, sha256);
  }

  acronyms({ collections }: Collections) {
    return this.#store.acronyms(collections);
  }

  refused({ collections }: Collections) {
    return refusedIn(this.#frame, collections);
  }

  #parts(ids: readonly CollectionId[]) {
    return [...new Set(ids)].flatMap((id) => this.#contents.get(id) ?? []);
  }

  /** Marks the lines that frame many documents of a folder. */
  async #withRepeated(found: readonly IndexedDocument[]): Promise<readonly IndexedDocument[]> {
    const folders = await this.#framesOf(new Set(found.map(({ document }) => folderOf(document))));
    return found.map((indexed) => {
      const folder = folders.get(folderOf(indexed.document));
      const repeated = edgesOf(indexed.document).filter(
        ({ key }) => folder && isFrame(folder.lines.get(key) ?? 0, folder.documents),
      );
      return repeated.length > 0 ? { ...indexed, repeated } : indexed;
    });
  }

  /** Returns the frames of folders, each read once until the next change. */
  async #framesOf(folders: ReadonlySet<string>): Promise<ReadonlyMap<string, FolderLines>> {
    const frames = this.#frames;
    const unread = [...folders].filter((folder) => !frames.has(folder));
    const read = unread.length > 0 ? await this.#store.frames(unread) : new Map<string, FolderLines>();
    for (const folder of unread) frames.set(folder, read.get(folder) ?? NO_LINES);
    return frames;
  }
}

const NO_LINES: FolderLines = { documents: 0, lines: new Map() };
const COMPARED = 2000; // ids that one may be a misspelling of
const START = 2; // characters of a misspelt id that are taken to be right

function startOf(name: string): string {
  return plainName(name).slice(0, START);
}

function frameOf({ settings: { collections, topics }, refused, unread }: StoredCorpus): LibraryFrame {
  return { collections, topics, refused, unread };
}

function contentsOf({ counts, versions }: StoredCorpus): ReadonlyMap<CollectionId, CollectionContents> {
  const byCollection = new Map<CollectionId, StoredCount[]>();
  for (const count of counts) {
    const own = byCollection.get(count.collection) ?? [];
    own.push(count);
    byCollection.set(count.collection, own);
  }
  return new Map([...byCollection].map(([id, own]) => [id, new CollectionContents(own, versions.get(id))]));
}

function byId(a: DocumentSummary, b: DocumentSummary): number {
  return a.id < b.id ? -1 : 1;
}
