import type { Slice } from '../text/slice.ts';
import type { Document } from './document.ts';
import { admits } from './document-filter.ts';
import { allSentences } from './indexed-document.ts';
import type { Library, Scope } from './library.ts';

/** A sentence, and the document that it stands in. */
export interface FoundSentence {
  readonly document: Document;
  readonly slice: Slice;
}

/** What is sought in texts rather than in an index. */
export interface Sought {
  inDocument(document: Document): boolean;
  inSentence(sentence: string): boolean;
}

/** Finds the first sentence that has what is sought in each document of a scope that has it, ordered by id. */
export async function findSentences(
  library: Pick<Library, 'list' | 'load'>,
  scope: Scope,
  { inDocument, inSentence }: Sought,
): Promise<readonly FoundSentence[]> {
  const { filter } = scope;
  const listed = await library.list(
    scope,
    (document) => (filter === undefined || admits(filter, document)) && inDocument(document),
  );
  const loaded = await library.load(listed.map(({ id }) => id));
  return listed.flatMap(({ id }) => {
    const indexed = loaded.get(id);
    if (!indexed) return [];
    const { document } = indexed;
    const slice = allSentences(indexed).find(({ start, end }) => inSentence(document.text.slice(start, end)));
    return slice ? { document, slice } : [];
  });
}
