import type { DocumentId } from '../library/documents/document.ts';
import { allSentences, type IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Library, Scope } from '../library/library.ts';
import { informativeness, type TermStatistics } from '../search/term-statistics.ts';
import { chooseCentral, type TermedSentence, type TermWeight } from './central-sentences.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { Retriever, Tokenize } from './retriever.ts';

/** What is summarized, and in how many words at most. */
export interface SummaryRequest {
  readonly documents: Iterable<DocumentId>;
  readonly maxWords: number;
}

/** Chooses the sentences that say most of what documents say; whole sentences, in reading order. */
export async function summarize(
  { retriever, library }: { readonly retriever: Retriever; readonly library: Pick<Library, 'load'> },
  { collections }: Pick<Scope, 'collections'>,
  { documents: ids, maxWords }: SummaryRequest,
): Promise<readonly QuotedPlace[]> {
  const documents = await library.load(ids);
  const tokenize = await retriever.tokenizer();
  const placed = [...documents.values()].flatMap((indexed) => placeSentences(indexed, tokenize));
  const terms = new Set(placed.flatMap(({ sentence }) => [...sentence.terms.keys()]));
  const statistics = await retriever.index.statistics(terms, collections);
  const chosen = chooseCentral(
    placed.map(({ sentence }) => sentence),
    { maxWords, weightOf: rarity(statistics) },
  );
  return chosen.sort((a, b) => a - b).flatMap((at) => placed[at]?.place ?? []);
}

interface Placed {
  readonly place: QuotedPlace;
  readonly sentence: TermedSentence;
}

function placeSentences(indexed: IndexedDocument, tokenize: Tokenize): Placed[] {
  const { id, text, language } = indexed.document;
  return allSentences(indexed).map(({ start, end }) => ({
    place: { document: id, start, end },
    sentence: readTerms(text.slice(start, end), language, tokenize),
  }));
}

function readTerms(text: string, language: string, tokenize: Tokenize): TermedSentence {
  const terms = new Map<string, number>();
  for (const { term } of tokenize(text, language))
    if (term !== null) terms.set(term, (terms.get(term) ?? 0) + 1);
  return { terms, words: text.trim().split(/\s+/).length };
}

const RARITY = 0.25; // power: what a text repeats matters more than what is rare elsewhere

function rarity(statistics: TermStatistics): TermWeight {
  return (term) => informativeness(statistics, term) ** RARITY;
}
