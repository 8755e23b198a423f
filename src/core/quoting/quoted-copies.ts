import type { Document, DocumentId } from '../library/documents/document.ts';
import { allSentences, type IndexedDocument } from '../library/documents/indexed-document.ts';
import { hash } from '../text/hash.ts';
import type { Slice } from '../text/slice.ts';
import { documentsOf } from './candidate.ts';
import { type Excerpt, overlaps } from './excerpts.ts';
import { factsOf } from './facts.ts';
import type { LoadedDocuments } from './loaded-documents.ts';
import { areNearCopies } from './near-copies.ts';
import { numberWordsOf } from './number-words.ts';
import type { Tokenize } from './retriever.ts';

/** The least share of the terms of the shorter of two excerpts that say the same. */
export const SAME_TERMS = 0.7;

/** Whether a copy may have another word in the place of one that is quoted: another adjective, or the opposite. */
type Replaced = 'allowed' | 'refused';

/**
 * Finds, for each document quoted, its near-identical copies among others that also contain what is quoted. Documents
 * without copies are absent.
 */
export function copiesOfQuoted(
  excerpts: readonly Excerpt[],
  among: ReadonlySet<DocumentId>,
  { documents, tokenize }: LoadedDocuments,
  replaced: Replaced = 'allowed',
): ReadonlyMap<DocumentId, readonly DocumentId[]> {
  const quoted = documentsOf(excerpts);
  const others = [...among].sort().flatMap((id) => (quoted.has(id) ? [] : (documents.get(id) ?? [])));
  const copies = new Map<DocumentId, readonly DocumentId[]>();
  for (const id of quoted) {
    const original = documents.get(id);
    if (!original) continue;
    const own = excerpts.filter(({ document }) => document.id === id);
    const same = others
      .filter((other) => areNearCopies(original, other))
      .filter((other) => own.every(({ slice }) => contains(other, { original, slice, tokenize, replaced })));
    const ids = same.map(({ document }) => document.id);
    if (ids.length > 0) copies.set(id, ids);
  }
  return copies;
}

/** What is left of hits when copies are folded, and the copies of each document that is left. */
export interface FoldedHits<Hit> {
  readonly hits: readonly Hit[];
  readonly copies: ReadonlyMap<DocumentId, readonly DocumentId[]>;
}

const MAX_FOLDED = 200; // hits; few people read that far

/** Folds the hits, best first, that a better hit's near-identical document contains as well. */
export function foldCopies<Hit extends Pick<Excerpt, 'document' | 'slice'>>(
  hits: readonly Hit[],
  { documents, tokenize }: LoadedDocuments,
): FoldedHits<Hit> {
  const kept: Hit[] = [];
  const copies = new Map<DocumentId, readonly DocumentId[]>();
  for (const hit of hits.slice(0, MAX_FOLDED)) {
    const own = documents.get(hit.document.id);
    const original = kept.find(({ document: { id } }) => {
      const better = documents.get(id);
      if (!own || !better || own === better || !areNearCopies(better, own)) return false;
      return contains(better, { original: own, slice: hit.slice, tokenize, replaced: 'refused' });
    });
    if (original) addCopy(copies, original.document.id, hit.document.id);
    else kept.push(hit);
  }
  const shown = documentsOf(kept);
  const folded = [...copies].map(
    ([id, others]) => [id, others.filter((other) => !shown.has(other))] as const,
  );
  return { hits: [...kept, ...hits.slice(MAX_FOLDED)], copies: new Map(folded) };
}

function addCopy(copies: Map<DocumentId, readonly DocumentId[]>, of: DocumentId, copy: DocumentId): void {
  copies.set(of, [...new Set([...(copies.get(of) ?? []), copy])].sort());
}

/** A place in a document that was quoted. */
interface QuotedSlice {
  readonly original: IndexedDocument;
  readonly slice: Slice;
  readonly tokenize: Tokenize;
  readonly replaced: Replaced;
}

/** Whether a document contains each sentence of an excerpt: the same words, or nearly, with the same facts. */
function contains(indexed: IndexedDocument, { original, slice, tokenize, replaced }: QuotedSlice): boolean {
  const others = allSentences(indexed).map((each) => readSentence(indexed.document, each, tokenize));
  return allSentences(original)
    .filter((each) => overlaps(each, slice))
    .map((each) => readSentence(original.document, each, tokenize))
    .every((sentence) => others.some((other) => saysTheSame(sentence, other, replaced)));
}

interface Sentence {
  /** Its words in lower case, with spaces around each. */
  readonly plain: string;
  readonly terms: ReadonlySet<string>;
  readonly facts: readonly number[];
}

function readSentence({ text, language }: Document, { start, end }: Slice, tokenize: Tokenize): Sentence {
  const written = text.slice(start, end);
  const words = tokenize(written, language);
  return {
    plain: ` ${words.map((word) => word.written.toLowerCase()).join(' ')} `,
    terms: new Set(words.flatMap(({ term }) => term ?? [])),
    facts: [...new Set([...factsOf({ text: written, words, language }), ...hashedNumbers(written)])].sort(
      (a, b) => a - b,
    ),
  };
}

/** The numbers that a text writes out, as `factsOf` hashes figures. */
function hashedNumbers(text: string): readonly number[] {
  return numberWordsOf(text).map((number) => hash(`number ${number}`));
}

function saysTheSame(quoted: Sentence, other: Sentence, replaced: Replaced): boolean {
  if (other.plain.includes(quoted.plain) && quoted.facts.every((fact) => other.facts.includes(fact)))
    return true;
  const shared = [...quoted.terms].filter((term) => other.terms.has(term)).length;
  const [fewer, more] = [quoted.terms.size, other.terms.size].sort((a, b) => a - b) as [number, number];
  const isReplaced = replaced === 'refused' && shared < fewer; // both have a word that the other lacks: approved, rejected
  const isAlike = shared >= SAME_TERMS * more && !isReplaced;
  return isAlike && quoted.facts.join() === other.facts.join();
}
