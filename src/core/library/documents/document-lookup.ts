import { nearestNames } from '../../text/nearest-names.ts';
import { type FoundDocuments, type ListPage, MOST_FOUND } from '../library.ts';
import { type Document, type DocumentId, type DocumentSummary, displayTitle, summaryOf } from './document.ts';
import { admits } from './document-filter.ts';
import { fitOf, LEAST_OF_TITLE, plainName, plainTitle } from './document-names.ts';
import { numberKeys } from './document-numbers.ts';

/** Finds documents in a list that does not change; what it compares them by is made when it is first asked for. */
export class DocumentLookup {
  readonly #ordered: () => readonly Document[];
  readonly #byId: () => ReadonlyMap<DocumentId, Document>;
  readonly #byName: () => ReadonlyMap<string, readonly Document[]>;
  readonly #byNumber: () => ReadonlyMap<string, readonly Document[]>;
  readonly #byText: () => ReadonlyMap<string, readonly Document[]>;
  readonly #titles: () => readonly Titled[];

  constructor(documents: Iterable<Document>) {
    this.#ordered = once(() => [...documents].sort(byId));
    this.#byId = once(() => new Map(this.#ordered().map((document) => [document.id, document])));
    this.#byName = once(() => groupBy(this.#ordered(), ({ id }) => [plainName(id)]));
    this.#byNumber = once(() => groupBy(this.#ordered(), ({ id }) => numberKeys(id)));
    this.#byText = once(() => groupBy(this.#ordered(), ({ sha256 }) => [sha256]));
    this.#titles = once(() => this.#ordered().map(titled).sort(byTitle));
  }

  /** All documents, ordered by id. */
  get ordered(): readonly Document[] {
    return this.#ordered();
  }

  page({ limit, after = null, filter }: ListPage): readonly DocumentSummary[] {
    const listed: DocumentSummary[] = [];
    const ordered = filter?.among ? this.#among(filter.among) : this.ordered;
    const from = after === null ? 0 : firstIndex(ordered, ({ id }) => id > after);
    for (let at = from; at < ordered.length && listed.length < limit; at++) {
      const document = ordered[at];
      if (document && (!filter || admits(filter, document))) listed.push(summaryOf(document));
    }
    return listed;
  }

  find(name: string): FoundDocuments {
    const found = this.#byName().get(plainName(name)) ?? this.#titled(plainTitle(name));
    if (found.length > 0) return { found: found.slice(0, MOST_FOUND).map(summaryOf), near: [] };
    const ids = this.ordered.map(({ id }) => id);
    return { found: [], near: nearestNames(name, ids) as DocumentId[] };
  }

  numbered(keys: readonly string[]): readonly DocumentSummary[] {
    const found = new Set(keys.flatMap((key) => this.#byNumber().get(key) ?? []));
    return found.size > MOST_FOUND ? [] : [...found].sort(byId).map(summaryOf);
  }

  withText(sha256: string): readonly DocumentSummary[] {
    return (this.#byText().get(sha256) ?? []).map(summaryOf);
  }

  complete(typed: string, limit: number): readonly DocumentSummary[] {
    const wanted = typed.trim().toLowerCase();
    if (wanted === '') return this.page({ limit });
    const fitting = this.ordered.flatMap((document) => {
      const fit = fitOf(wanted, { id: document.id, heading: displayTitle(document) });
      return fit === null ? [] : { document, fit };
    });
    return fitting
      .sort((a, b) => a.fit - b.fit)
      .slice(0, limit)
      .map(({ document }) => summaryOf(document));
  }

  #among(ids: Iterable<DocumentId>): readonly Document[] {
    return [...new Set(ids)].flatMap((id) => this.#byId().get(id) ?? []).sort(byId);
  }

  /** Those with a title, or else those whose title begins so. */
  #titled(title: string): readonly Document[] {
    const from = this.#titles().slice(firstIndex(this.#titles(), (each) => each.title >= title));
    const begun = from.slice(
      0,
      firstIndex(from, (each) => !each.title.startsWith(title)),
    );
    const exact = begun.filter((each) => each.title === title);
    const found = exact.length > 0 || title.length < LEAST_OF_TITLE ? exact : begun;
    return found.map(({ document }) => document).sort(byId);
  }
}

interface Titled {
  readonly title: string;
  readonly document: Document;
}

function titled(document: Document): Titled {
  return { title: plainTitle(displayTitle(document)), document };
}

/** The first place in an ordered list from which on a condition holds; the list's length if it never does. */
function firstIndex<Item>(ordered: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = ordered[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function groupBy(documents: readonly Document[], keys: (document: Document) => readonly string[]) {
  const groups = new Map<string, Document[]>();
  for (const document of documents)
    for (const key of keys(document)) {
      const group = groups.get(key) ?? [];
      group.push(document);
      groups.set(key, group);
    }
  return groups;
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function byId(a: Document, b: Document): number {
  return a.id < b.id ? -1 : 1;
}

function byTitle(a: Titled, b: Titled): number {
  if (a.title === b.title) return 0;
  return a.title < b.title ? -1 : 1;
}
