import type { Slice } from '../../text/slice.ts';
import type { Library, Scope } from '../library.ts';
import type { Document } from './document.ts';
import { allSentences } from './indexed-document.ts';
import { loadEach, type Wanted } from './load-each.ts';

/** A sentence, and the document that it stands in. */
export interface FoundSentence {
  readonly document: Document;
  readonly slice: Slice;
}

/** What is sought in texts rather than in an index. */
export interface Sought extends Wanted {
  /** How many sentences are enough; absent: one of each document that has it. */
  readonly most?: number;
  inDocument(document: Document): boolean;
  inSentence(sentence: string): boolean;
}

/** Finds the first sentence that has what is sought in each document of a scope that has it, ordered by id. */
export async function findSentences(
  library: Pick<Library, 'list' | 'load'>,
  scope: Scope,
  { most = Number.POSITIVE_INFINITY, inDocument, inSentence, ...wanted }: Sought,
): Promise<readonly FoundSentence[]> {
  const found: FoundSentence[] = [];
  for await (const few of loadEach(library, scope, wanted)) {
    for (const indexed of few) {
      const { document } = indexed;
      if (!inDocument(document)) continue;
      const slice = allSentences(indexed).find(({ start, end }) =>
        inSentence(document.text.slice(start, end)),
      );
      if (slice) found.push({ document, slice });
      if (found.length >= most) return found;
    }
  }
  return found;
}
