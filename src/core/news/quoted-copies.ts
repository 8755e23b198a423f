import type { Document, DocumentId } from '../library/document.ts';
import { allSentences, type IndexedDocument } from '../library/indexed-document.ts';
import { documentsOf } from '../quoting/candidate.ts';
import { type Excerpt, overlaps } from '../quoting/excerpts.ts';
import type { Tokenize } from '../quoting/retriever.ts';
import type { Slice } from '../text/slice.ts';
import { factsOf } from './facts.ts';
import { areNearCopies } from './near-copies.ts';
import type { LoadedDocuments } from './on-topic.ts';
import { SAME_TERMS } from './shown-before.ts';

/**
 * Finds, for each document quoted, its near-identical copies among others that also contain what is quoted. Documents
 * without copies are absent.
 */
export function copiesOfQuoted(
  excerpts: readonly Excerpt[],
  among: ReadonlySet<DocumentId>,
  { documents, tokenize }: LoadedDocuments,
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
      .filter((other) => own.every(({ slice }) => contains(other, { original, slice, tokenize })));
    const ids = same.map(({ document }) => document.id);
    if (ids.length > 0) copies.set(id, ids);
  }
  return copies;
}

/** A place in a document that was quoted. */
interface QuotedSlice {
  readonly original: IndexedDocument;
  readonly slice: Slice;
  readonly tokenize: Tokenize;
}

/** Whether a document contains each sentence of an excerpt: the same words, or nearly, with the same facts. */
function contains(indexed: IndexedDocument, { original, slice, tokenize }: QuotedSlice): boolean {
  const others = allSentences(indexed).map((each) => readSentence(indexed.document, each, tokenize));
  return allSentences(original)
    .filter((each) => overlaps(each, slice))
    .map((each) => readSentence(original.document, each, tokenize))
    .every((sentence) => others.some((other) => saysTheSame(sentence, other)));
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
    facts: factsOf({ text: written, words, language }),
  };
}

function saysTheSame(quoted: Sentence, other: Sentence): boolean {
  if (other.plain.includes(quoted.plain) && quoted.facts.every((fact) => other.facts.includes(fact)))
    return true;
  const shared = [...quoted.terms].filter((term) => other.terms.has(term)).length;
  const isAlike = shared >= SAME_TERMS * Math.max(quoted.terms.size, other.terms.size);
  return isAlike && quoted.facts.join() === other.facts.join();
}
