import type { DocumentStore } from '../../../core/library/stored/document-store.ts';
import { partAway } from '../../../core/search/segments/part-away.ts';
import type { StoredIndexReader } from '../../../core/search/segments/segment-store.ts';

// The connection, what a server lacks or was told, a server behind it (postgres_fdw).
const SERVER_AWAY = /^(?:08|53|57|HV)...$/;
const NETWORK = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;
const SILENT = /timeout|connection terminated|connection ended|not queryable/i; // of the driver, which gives no code

/** The same reader, which says of errors whether a server is away. */
export function tellingOutages(reader: StoredIndexReader): StoredIndexReader {
  return {
    live: told(reader.live),
    revision: told(reader.revision),
    heads: told(reader.heads),
    postings: told(reader.postings),
    frequencies: told(reader.frequencies),
    termsLike: told(reader.termsLike),
    ids: told(reader.ids),
    places: told(reader.places),
    pack: told(reader.pack),
    filed: told(reader.filed),
  };
}

/** The same store of documents, which says so of texts and lists. */
export function documentsTellingOutages(store: DocumentStore): DocumentStore {
  return {
    revision: told(store.revision),
    read: told(store.read),
    load: told(store.load),
    frames: told(store.frames),
    list: told(store.list),
    groups: told(store.groups),
    find: told(store.find),
    numbered: told(store.numbered),
    fitting: told(store.fitting),
    withText: told(store.withText),
    acronyms: told(store.acronyms),
    origins: told(store.origins),
  };
}

function told<Arguments extends unknown[], Result>(read: (...each: Arguments) => Promise<Result>) {
  return (...each: Arguments) =>
    read(...each).catch((error: unknown) => {
      throw isOutage(error) ? partAway(error) : error;
    });
}

/** Whether a server, or one behind it, can't be reached, says nothing, or refuses to work. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  const code = 'code' in error ? String(error.code) : '';
  return code === '' ? SILENT.test(error.message) : SERVER_AWAY.test(code) || NETWORK.test(code);
}
