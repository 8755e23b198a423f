import type { Document } from '../library/documents/document.ts';
import { referenceWords } from '../library/documents/reference-words.ts';
import { termsIn } from '../text/words.ts';
import type { Tokenize } from './retriever.ts';

const known = new WeakMap<Document, ReadonlySet<string>>(); // of documents in memory

/** The terms of what is known of a document besides its text; none are remembered while its language is not loaded. */
export function factTermsOf(document: Document, tokenize: Tokenize): ReadonlySet<string> {
  const found = known.get(document);
  if (found) return found;
  const terms = new Set(termsIn(tokenize(referenceWords(document), document.language)));
  if (terms.size > 0) known.set(document, terms);
  return terms;
}
