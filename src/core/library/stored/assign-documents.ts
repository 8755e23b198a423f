import type { DocumentId } from '../documents/document.ts';
import { byPath, SAME_ID, SAME_NAME } from '../following/corpus-state.ts';
import type { ReadEntry, Share } from '../following/followed-corpus.ts';
import type { Refusal } from '../library.ts';
import { documentsOf } from '../reading/read-outcome.ts';
import type { FileRecord, Origin, StoredDocument } from './document-store.ts';

/** The documents to store, and the records of files that change. */
interface Assigned {
  readonly put: readonly StoredDocument[];
  readonly updated: ReadonlyMap<string, FileRecord>;
}

interface Known {
  /** By the file's full path. */
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Of the documents that are stored. */
  readonly origins: ReadonlyMap<DocumentId, Origin>;
}

/** Chooses one file for each document id: the first by path, in whatever order they are read. */
export function assignDocuments({ gone, read }: Pick<Share, 'gone' | 'read'>, known: Known): Assigned {
  const assignment = new Assignment(new Set([...gone, ...read.map(({ file }) => file)]), known);
  for (const entry of [...read].sort((a, b) => byPath([a.file, a], [b.file, b]))) assignment.take(entry);
  return assignment;
}

class Assignment implements Assigned {
  readonly updated = new Map<string, FileRecord>();
  readonly #put = new Map<DocumentId, StoredDocument>();
  readonly #unsure: ReadonlySet<string>;
  readonly #known: Known;

  /** What `unsure` files had, they may have no more. */
  constructor(unsure: ReadonlySet<string>, known: Known) {
    this.#unsure = unsure;
    this.#known = known;
  }

  get put() {
    return [...this.#put.values()];
  }

  /** Takes the documents of a file that no better one has. */
  take(entry: ReadEntry): void {
    const { file, path, key, outcome } = entry;
    const own = new Set<DocumentId>();
    const clashes = new Set<DocumentId>();
    const refused = refusedIn(entry);
    for (const indexed of documentsOf(outcome)) {
      const { id } = indexed.document;
      const owner = this.#ownerOf(id);
      if (owner && byPlace(owner, entry) <= 0) {
        refused.push({ file: path, reason: owner.path === path ? SAME_NAME : SAME_ID });
        if (owner.file !== file) clashes.add(id);
        continue;
      }
      if (owner) this.#keepOut(id, owner);
      own.add(id);
      this.#put.set(id, { indexed, origin: { file, path } });
    }
    this.updated.set(file, { file, path, key, documents: [...own], refused, clashes: [...clashes] });
  }

  #ownerOf(id: DocumentId): Origin | null {
    const stored = this.#known.origins.get(id);
    return this.#put.get(id)?.origin ?? (stored && !this.#unsure.has(stored.file) ? stored : null);
  }

  /** Records that the document of another file takes the place of one that is stored. */
  #keepOut(id: DocumentId, { file, path }: Origin): void {
    const record = this.updated.get(file) ?? this.#known.records.get(file);
    if (!record) return;
    this.updated.set(file, {
      ...record,
      documents: record.documents.filter((each) => each !== id),
      clashes: [...record.clashes, id],
      refused: [...record.refused, { file: path, reason: SAME_ID }],
    });
  }
}

/** Compares places by path; 0 is the same file. */
function byPlace(a: Origin, b: Origin): number {
  return a.file === b.file ? 0 : byPath([a.file, a], [b.file, b]);
}

function refusedIn({ path, outcome }: ReadEntry): Refusal[] {
  if (outcome.kind === 'refused') return [{ file: path, reason: outcome.reason }];
  return outcome.kind === 'several' ? [...outcome.refused] : [];
}
