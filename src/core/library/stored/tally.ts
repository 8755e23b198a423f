import { acronymsOf } from '../acronyms/acronym-counts.ts';
import type { CollectionId } from '../documents/document.ts';
import { type CountKind, countsOf } from '../documents/document-counts.ts';
import type { IndexedDocument } from '../documents/indexed-document.ts';
import { edgesOf, folderOf } from '../documents/repeated-lines.ts';
import { fingerprintOf } from '../following/corpus-version.ts';

/** A number that documents add to, under a key of several parts. */
export interface Change<Key extends readonly (string | number)[]> {
  readonly key: Key;
  readonly by: number;
}

/** The key under which the documents of a folder are counted among its lines, whose own keys have 32 bits. */
export const WHOLE_FOLDER = 2 ** 40;

/** What documents that come and go change of what is counted of a corpus. */
export class Tally {
  readonly #counts = new Changes<readonly [CollectionId, CountKind, string]>();
  readonly #acronyms = new Changes<readonly [CollectionId, string]>();
  readonly #lines = new Changes<readonly [folder: string, line: number]>();
  readonly #fingerprints = new Map<CollectionId, { readonly came: string[]; readonly went: string[] }>();

  get counts() {
    return this.#counts.list;
  }

  /** By lines of `acronymsOf`. */
  get acronyms() {
    return this.#acronyms.list;
  }

  get lines() {
    return this.#lines.list;
  }

  /** Those of documents that came and went, by collection. */
  get fingerprints(): ReadonlyMap<
    CollectionId,
    { readonly came: readonly string[]; readonly went: readonly string[] }
  > {
    return this.#fingerprints;
  }

  add(indexed: IndexedDocument): void {
    this.#count(indexed, 1);
  }

  remove(indexed: IndexedDocument): void {
    this.#count(indexed, -1);
  }

  #count(indexed: IndexedDocument, step: 1 | -1): void {
    const { document } = indexed;
    const { collection } = document;
    for (const { kind, value, count } of countsOf(indexed))
      this.#counts.add([collection, kind, value], step * count);
    for (const line of acronymsOf(document)) this.#acronyms.add([collection, line], step);
    const keys = new Set(edgesOf(document).map(({ key }) => key));
    for (const key of [WHOLE_FOLDER, ...keys]) this.#lines.add([folderOf(document), key], step);
    const fingerprints = this.#fingerprints.get(collection) ?? { came: [], went: [] };
    fingerprints[step === 1 ? 'came' : 'went'].push(fingerprintOf(document));
    this.#fingerprints.set(collection, fingerprints);
  }
}

class Changes<Key extends readonly (string | number)[]> {
  readonly #changes = new Map<string, { readonly key: Key; by: number }>();

  get list(): readonly Change<Key>[] {
    return [...this.#changes.values()].filter(({ by }) => by !== 0);
  }

  add(key: Key, by: number): void {
    const name = key.join('\0');
    const change = this.#changes.get(name) ?? { key, by: 0 };
    change.by += by;
    this.#changes.set(name, change);
  }
}
