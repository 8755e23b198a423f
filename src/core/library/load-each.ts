import { yieldToEvents } from '../text/yield-to-events.ts';
import type { DocumentId } from './document.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Library, Scope } from './library.ts';

const LISTED = 256; // documents, one request
const AT_ONCE = 4; // documents loaded before other work goes on, some milliseconds

/** Loads all documents of a scope that its filter admits, ordered by id, a few at a time. */
export async function* loadEach(
  library: Pick<Library, 'list' | 'load'>,
  scope: Pick<Scope, 'collections' | 'filter'>,
): AsyncGenerator<readonly IndexedDocument[]> {
  const { filter } = scope;
  let after: DocumentId | null = null;
  do {
    const listed = await library.list(scope, { limit: LISTED, after, ...(filter && { filter }) });
    const ids = listed.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const few = ids.slice(at, at + AT_ONCE);
      const loaded = await library.load(few);
      yield few.flatMap((id) => loaded.get(id) ?? []);
      await yieldToEvents();
    }
    after = ids.length < LISTED ? null : (ids.at(-1) ?? null);
  } while (after !== null);
}
