import { partsOf, phrasesIn, wordsAndPairs, wordsByReading } from '../../text/phrases.ts';
import type { Slice } from '../../text/slice.ts';
import type { Library, Scope } from '../library.ts';
import type { Document } from './document.ts';
import { allSentences, type IndexedDocument } from './indexed-document.ts';
import { loadEach } from './load-each.ts';

/** Where a phrase stands. */
export interface PhraseHits {
  readonly phrase: string;
  /** How many documents have it. */
  readonly documents: number;
  /** The newest of them, as many as asked for. */
  readonly hits: readonly PhraseHit[];
}

/** A document that has a phrase, and the first sentence with it; null if it stands in none that can be quoted. */
export interface PhraseHit {
  readonly document: Document;
  readonly slice: Slice | null;
}

/** The phrases sought, and how many documents are listed for each. */
export interface PhraseRequest {
  readonly phrases: readonly string[];
  readonly most: number;
  /** Told how many documents have been read, every few. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Finds every document of a scope that has a phrase, for many phrases in one pass through the texts: whole
 * words in their order, as `phrasesIn` compares them. Waiting work goes first every few documents.
 */
export async function findPhrases(
  library: Pick<Library, 'list' | 'load'>,
  scope: Scope,
  { phrases, most, progress }: PhraseRequest,
): Promise<readonly PhraseHits[]> {
  const sought = phrases.map((phrase) => ({
    phrase,
    readings: wordsByReading(phrase)?.map(partsOf) ?? null,
  }));
  const found = new Map(phrases.map((phrase) => [phrase, { documents: 0, hits: [] as PhraseHit[] }]));
  let done = 0;
  for await (const few of loadEach(library, scope, { having: [phrases] })) {
    for (const indexed of few) {
      for (const phrase of phrasesOf(indexed, sought)) {
        const known = found.get(phrase);
        if (!known) continue;
        known.documents++;
        keepNewest(known.hits, indexed, { phrase, most });
      }
    }
    done += few.length;
    progress?.(done, scope.coverage.documents);
  }
  progress?.(scope.coverage.documents, scope.coverage.documents);
  return phrases.map((phrase) => ({ phrase, documents: 0, hits: [], ...found.get(phrase) }));
}

/** Adds a hit in its place, if it is among the newest. */
function keepNewest(
  hits: PhraseHit[],
  indexed: IndexedDocument,
  { phrase, most }: { readonly phrase: string; readonly most: number },
): void {
  const later = hits.findIndex(({ document }) => newestFirst(indexed.document, document) < 0);
  const place = later < 0 ? hits.length : later;
  if (place >= most) return;
  hits.splice(place, 0, hitOf(indexed, phrase));
  hits.splice(most);
}

interface SoughtPhrase {
  readonly phrase: string;
  /** A text that has it has all of one of these; null: any text may. */
  readonly readings: readonly (readonly string[])[] | null;
}

/** The phrases that a document has. Most are ruled out by its words. */
function phrasesOf({ document }: IndexedDocument, sought: readonly SoughtPhrase[]): string[] {
  const texts = wordsByReading(document.text);
  const words = new Set(texts?.flatMap(wordsAndPairs));
  const isPossible = ({ readings }: SoughtPhrase) =>
    texts === null || readings === null || readings.some((each) => each.every((word) => words.has(word)));
  const possible = sought.filter(isPossible);
  if (possible.length === 0) return [];
  const contains = phrasesIn(document.text);
  return possible.map(({ phrase }) => phrase).filter(contains);
}

function hitOf(indexed: IndexedDocument, phrase: string): PhraseHit {
  const { document } = indexed;
  const slice = allSentences(indexed).find(({ start, end }) =>
    phrasesIn(document.text.slice(start, end))(phrase),
  );
  return { document, slice: slice ?? null };
}

function newestFirst(a: Document, b: Document): number {
  const [one, other] = [a.published ?? '', b.published ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
