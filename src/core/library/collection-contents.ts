import type { Coverage } from './coverage.ts';
import type { Document, DocumentId } from './document.ts';

/** The documents of one collection. What is counted of them is kept as they change. */
export class CollectionContents {
  readonly #byId = new Map<DocumentId, Document>();
  readonly #dates = new Map<string, number>(); // how many documents have each
  readonly #languages = new Map<string, number>();

  get documents(): Iterable<Document> {
    return this.#byId.values();
  }

  get languages(): Iterable<string> {
    return this.#languages.keys();
  }

  get coverage(): Coverage {
    const dated = [...this.#dates.values()].reduce((sum, count) => sum + count, 0);
    return {
      documents: this.#byId.size,
      newest: latest([...this.#dates.keys()]),
      undated: this.#byId.size - dated,
    };
  }

  add(document: Document): void {
    this.#byId.set(document.id, document);
    this.#count(document, 1);
  }

  remove(document: Document): void {
    if (this.#byId.delete(document.id)) this.#count(document, -1);
  }

  #count({ published, language }: Document, step: 1 | -1): void {
    if (published !== null) count(this.#dates, published, step);
    count(this.#languages, language, step);
  }
}

/** Adds the coverage of several collections, of which some files could not be read. */
export function addCoverage(parts: readonly Coverage[], unread: number): Coverage {
  return {
    documents: parts.reduce((sum, { documents }) => sum + documents, 0),
    newest: latest(parts.flatMap(({ newest }) => newest ?? [])),
    undated: parts.reduce((sum, { undated }) => sum + undated, 0),
    ...(unread > 0 && { unread }),
  };
}

function latest(dates: readonly string[]): string | null {
  return dates.reduce<string | null>(
    (newest, date) => (newest === null || date > newest ? date : newest),
    null,
  );
}

function count(counts: Map<string, number>, key: string, step: 1 | -1): void {
  const now = (counts.get(key) ?? 0) + step;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
