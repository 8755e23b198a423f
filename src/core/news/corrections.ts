import type { DocumentId } from '../library/documents/document.ts';
import { allSentences, type IndexedDocument } from '../library/documents/indexed-document.ts';
import type { Scope } from '../library/library.ts';
import { overlaps } from '../quoting/excerpts.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import { fold } from '../text/fold.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Slice } from '../text/slice.ts';
import { compareWordings, SAME_SENTENCE, type Wording } from './compare-wordings.ts';
import type { EditionContent, ShownExcerpt } from './edition-content.ts';
import type { FindShownStory } from './shown-stories.ts';

/** A sentence that a channel was shown, and that now reads otherwise. */
export interface Correction {
  readonly shown: ShownExcerpt;
  /** The earlier sentence: a slice of the text that was shown. */
  readonly text: string;
}

/** Finds what a slice of a document corrects; null if nothing. */
export type FindCorrection = (indexed: IndexedDocument, slice: Slice) => Correction | null;

/** What a channel was shown, and what is left of it. */
export interface CorrectionPorts {
  /** The channel's earlier editions, latest first. */
  readonly before: readonly EditionContent[];
  readonly shownStoryOf: FindShownStory;
  readonly loaded: LoadedDocuments;
  /** Whether the channel may read a document now. */
  mayRead(indexed: IndexedDocument): boolean;
}

/** Creates a test for documents that a scope contains. */
export function mayReadIn({ collections }: Pick<Scope, 'collections'>): CorrectionPorts['mayRead'] {
  return ({ document }) => collections.includes(document.collection);
}

/**
 * Creates a search for corrections: sentences of a document that has changed since it was shown, which replace one that it
 * no longer contains, or sentences of a near copy with one word replaced. What was shown last decides.
 */
export function findCorrections(ports: CorrectionPorts): FindCorrection {
  const { tokenize } = ports.loaded;
  const known = new Map<IndexedDocument, Past>();
  return (indexed, slice) => {
    const past = known.get(indexed) ?? readPast(indexed, ports);
    known.set(indexed, past);
    if (past.editions.length === 0) return null;
    const { text, language } = indexed.document;
    for (const { start, end } of allSentences(indexed).filter((each) => overlaps(each, slice))) {
      const found = correctionIn(past, readSentence(text.slice(start, end), language, tokenize));
      if (found) return found;
    }
    return null;
  };
}

interface Sentence extends Wording {
  readonly text: string;
  readonly plain: string;
}

interface ShownSentence extends Sentence, Correction {
  /** It was shown from another document than the one that is compared. */
  readonly isCopy: boolean;
  /** The document still contains it. */
  readonly stands: boolean;
}

/** What each edition, latest first, showed of a document and its near copies. */
interface Past {
  readonly editions: readonly (readonly ShownSentence[])[];
}

function readPast(
  indexed: IndexedDocument,
  { before, shownStoryOf, loaded, mayRead }: CorrectionPorts,
): Past {
  const { id, text } = indexed.document;
  const story = new Set(shownStoryOf(indexed)?.shown);
  const readable = (document: DocumentId) => {
    const original = loaded.documents.get(document);
    return original !== undefined && mayRead(original);
  };
  const isOf = (shown: ShownExcerpt) =>
    shown.document === id || (story.has(shown) && readable(shown.document));
  const relevant = before.map(({ shown }) => shown.filter(isOf)).filter((shown) => shown.length > 0);
  if (relevant.length === 0) return { editions: [] };
  const now = plainWords(text);
  const read = (shown: ShownExcerpt) => readShown(shown, indexed, loaded.tokenize);
  const mark = (sentence: Omit<ShownSentence, 'stands'>) => ({
    ...sentence,
    stands: now.includes(sentence.plain),
  });
  return { editions: relevant.map((shown) => shown.flatMap(read).map(mark)) };
}

function readShown(
  shown: ShownExcerpt,
  { document: { id, language } }: IndexedDocument,
  tokenize: Tokenize,
): Omit<ShownSentence, 'stands'>[] {
  const { text = '', document } = shown;
  const isCopy = document !== id;
  return splitSentences(text, { start: 0, end: text.length }, language).map(({ start, end }) => ({
    ...readSentence(text.slice(start, end), language, tokenize),
    ...{ shown, isCopy },
  }));
}

function readSentence(text: string, language: string, tokenize: Tokenize): Sentence {
  return { text, language, words: tokenize(text, language), plain: plainWords(text) };
}

/** The words of a text without case and punctuation, with spaces around each. */
function plainWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
}

/** The latest edition that showed the sentence, in whichever wording, decides. */
function correctionIn({ editions }: Past, now: Sentence): Correction | null {
  for (const sentences of editions) {
    if (sentences.some(({ plain }) => plain.includes(now.plain))) return null;
    const compared = sentences
      .filter(({ stands }) => !stands)
      .map((before) => ({ before, ...compareWordings(before, now) }))
      .filter(({ likeness }) => likeness >= SAME_SENTENCE)
      .sort((a, b) => b.likeness - a.likeness);
    const [nearest] = compared;
    if (!nearest) continue;
    const { before, isCorrected, isOneWord } = nearest;
    return isCorrected && (isOneWord || !before.isCopy) ? { shown: before.shown, text: before.text } : null;
  }
  return null;
}
