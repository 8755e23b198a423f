import type { DocumentId } from '../documents/document.ts';
import type { FileEntry } from '../following/followed-corpus.ts';
import type { FileRecord, KnownFile } from './document-store.ts';

/** What the process that follows a folder holds of each file: all else is loaded when the file changes. */
export class HeldFiles {
  readonly #entries = new Map<string, FileEntry>();
  /** Of the few files that others keep documents out of. */
  readonly #clashes = new Map<string, readonly DocumentId[]>();

  /** By the file's full path. */
  get entries(): ReadonlyMap<string, FileEntry> {
    return this.#entries;
  }

  put({ file, path, key, clashes }: KnownFile): void {
    this.#entries.set(file, { path: within(file, path), key });
    if (clashes.length > 0) this.#clashes.set(file, clashes);
    else this.#clashes.delete(file);
  }

  delete(file: string): void {
    this.#entries.delete(file);
    this.#clashes.delete(file);
  }

  /** Takes over what was recorded. */
  change(recorded: readonly FileRecord[], gone: readonly string[]): void {
    for (const file of gone) this.delete(file);
    for (const record of recorded) this.put(record);
  }

  /** The files that have a document with one of these ids, which another file's kept out. */
  waitingFor(ids: ReadonlySet<DocumentId>, except: ReadonlySet<string>): readonly string[] {
    if (ids.size === 0) return [];
    return [...this.#clashes]
      .filter(([file, clashes]) => !except.has(file) && clashes.some((id) => ids.has(id)))
      .map(([file]) => file);
  }
}

/** The same path, which takes no room of its own if it is the end of the file's. */
function within(file: string, path: string): string {
  return file.endsWith(path) ? file.slice(file.length - path.length) : path;
}
