import type { Document } from '../../src/core/library/documents/document.ts';
import { type FoundSentence, findSentences } from '../../src/core/library/documents/find-sentences.ts';
import type { Library, Scope } from '../../src/core/library/library.ts';
import type { Candidate } from '../../src/core/quoting/candidate.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import type { Query } from '../../src/core/search/query.ts';
import type { SearchWords } from '../../src/core/search/search-words.ts';
import type { Slice } from '../../src/core/text/slice.ts';
import { containsWanted, hasTitle, isTitled, textMeets } from './conditions.ts';

/** A sentence that a search found. */
export type SearchHit = FoundSentence;

/** Passages that a search reads, so also the highest page number. */
export const MAX_PASSAGES = 500;
const MAX_PER_DOCUMENT = 2;

/** Finds the best sentence of each matching passage, at most two passages of a document, best first. */
export async function findHits(
  retriever: Pick<Retriever, 'retrieve'>,
  scope: Scope,
  { wanted, query }: { readonly wanted: SearchWords; readonly query: Query },
): Promise<readonly SearchHit[]> {
  const request = { query, explicit: query, answerType: 'any', passages: MAX_PASSAGES } as const;
  const [candidates = []] = await retriever.retrieve([request], scope);
  const hits = candidates
    .filter((candidate) => meets(candidate, wanted))
    .sort((a, b) => Number(containsPhrases(b, wanted)) - Number(containsPhrases(a, wanted)));
  return onePerPassage(hits);
}

/** The passage contains every phrase and no exclusion, and its document meets the conditions. */
function meets({ document, passageSlice, covered, passageCovered }: Candidate, wanted: SearchWords): boolean {
  return (
    covered + passageCovered > 0 &&
    hasTitle(document, wanted) &&
    textMeets(textAt(document, passageSlice), wanted)
  );
}

function containsPhrases({ document, slice }: SearchHit, wanted: SearchWords): boolean {
  return containsWanted(textAt(document, slice), wanted);
}

function onePerPassage(candidates: readonly Candidate[]): Candidate[] {
  const passages = new Set<string>();
  const counts = new Map<string, number>();
  return candidates.filter(({ document: { id }, passage }) => {
    const count = counts.get(id) ?? 0;
    if (passages.has(`${id}#${passage}`) || count >= MAX_PER_DOCUMENT) return false;
    passages.add(`${id}#${passage}`);
    counts.set(id, count + 1);
    return true;
  });
}

/** Finds, without words to rank by, the first sentence with every phrase in each document that meets the conditions. */
export function findOpenings(
  library: Pick<Library, 'list' | 'load'>,
  scope: Scope,
  wanted: SearchWords,
): Promise<readonly SearchHit[]> {
  return findSentences(library, scope, {
    having: [...wanted.phrases.map((phrase) => [phrase]), ...wanted.either],
    admits: (summary) => isTitled(summary.heading, wanted),
    inDocument: (document) =>
      hasTitle(document, wanted) && textMeets(`${document.title ?? ''}\n${document.text}`, wanted),
    inSentence: (sentence) => containsWanted(sentence, wanted),
  });
}

function textAt({ text }: Document, { start, end }: Slice): string {
  return text.slice(start, end);
}
