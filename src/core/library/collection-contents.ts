import type { Coverage } from './coverage.ts';
import { type Count, type CountKind, countsOf } from './documents/document-counts.ts';
import type { IndexedDocument } from './documents/indexed-document.ts';
import {
  addToVersion,
  fingerprintOf,
  NO_DOCUMENTS,
  removeFromVersion,
  type VersionSum,
} from './following/corpus-version.ts';

/** What is counted of the documents of one collection, kept as they change. It holds none of them. */
export class CollectionContents {
  readonly #counts = new Map<CountKind, Map<string, number>>();
  #version: VersionSum;

  /** Goes on from what was counted before. */
  constructor(counts: Iterable<Count> = [], version = NO_DOCUMENTS) {
    for (const each of counts) this.#count(each, 1);
    this.#version = version;
  }

  /** The sum over its documents. */
  get version(): VersionSum {
    return this.#version;
  }

  get coverage(): Coverage {
    const documents = this.total('document');
    return { documents, newest: latest(this.values('date')), undated: documents - this.total('date') };
  }

  /** How many there are of a kind. */
  total(kind: CountKind): number {
    return [...(this.#counts.get(kind)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  /** The values of a kind that any document has, each once. */
  values(kind: CountKind): readonly string[] {
    return [...(this.#counts.get(kind)?.keys() ?? [])];
  }

  add(indexed: IndexedDocument): void {
    for (const each of countsOf(indexed)) this.#count(each, 1);
    this.#version = addToVersion(this.#version, fingerprintOf(indexed.document));
  }

  /** Takes out a document that was added before. */
  remove(indexed: IndexedDocument): void {
    for (const each of countsOf(indexed)) this.#count(each, -1);
    this.#version = removeFromVersion(this.#version, fingerprintOf(indexed.document));
  }

  #count({ kind, value, count }: Count, step: 1 | -1): void {
    const counts = this.#counts.get(kind) ?? new Map<string, number>();
    this.#counts.set(kind, counts);
    const now = (counts.get(value) ?? 0) + step * count;
    if (now > 0) counts.set(value, now);
    else counts.delete(value);
  }
}

/** Adds the coverage of several collections. */
export function addCoverage(parts: readonly Coverage[]): Coverage {
  return {
    documents: parts.reduce((sum, { documents }) => sum + documents, 0),
    newest: latest(parts.flatMap(({ newest }) => newest ?? [])),
    undated: parts.reduce((sum, { undated }) => sum + undated, 0),
  };
}

function latest(dates: readonly string[]): string | null {
  return dates.reduce<string | null>(
    (newest, date) => (newest === null || date > newest ? date : newest),
    null,
  );
}
