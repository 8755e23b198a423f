import type { SoughtPhrases } from '../../text/word-filter.ts';
import { yieldToEvents } from '../../text/yield-to-events.ts';
import type { Library, Scope } from '../library.ts';
import type { DocumentId, DocumentSummary } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';

const LISTED = 256; // documents, one request
const TOGETHER = 32; // loaded in one request, and held
const AT_ONCE = 4; // looked at before other work goes on, some milliseconds

/** Which documents of a scope are loaded, besides those that its filter leaves out. */
export interface Wanted {
  /** Those that may have a phrase of each group; documents that surely have none may be left out. */
  readonly having?: SoughtPhrases;
  /** Those whose summary is admitted; absent: any. */
  admits?(summary: DocumentSummary): boolean;
}

/** Loads all documents of a scope that its filter admits, ordered by id, a few at a time. */
export async function* loadEach(
  library: Pick<Library, 'list' | 'load'>,
  scope: Pick<Scope, 'collections' | 'filter'>,
  { having, admits = () => true }: Wanted = {},
): AsyncGenerator<readonly IndexedDocument[]> {
  const only = { ...(scope.filter && { filter: scope.filter }), ...(having && { having }) };
  let after: DocumentId | null = null;
  do {
    const listed: readonly DocumentSummary[] = await library.list(scope, { limit: LISTED, after, ...only });
    const ids = listed.filter(admits).map(({ id }) => id);
    for (let from = 0; from < ids.length; from += TOGETHER) {
      const some = ids.slice(from, from + TOGETHER);
      const loaded = await library.load(some);
      for (let at = 0; at < some.length; at += AT_ONCE) {
        yield some.slice(at, at + AT_ONCE).flatMap((id) => loaded.get(id) ?? []);
        await yieldToEvents();
      }
    }
    after = listed.length < LISTED ? null : (listed.at(-1)?.id ?? null);
  } while (after !== null);
}
