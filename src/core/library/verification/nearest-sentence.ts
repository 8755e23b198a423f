import type { Slice } from '../../text/slice.ts';
import { allSentences, type IndexedDocument } from '../documents/indexed-document.ts';

const LONGEST = 300_000; // characters of a document in which one looks; longer ones would make others wait
const ENOUGH = 0.5; // of the words of both

/** The sentence of a document that has most words in common with a quotation; null if none has half of them. */
export function nearestSentence(indexed: IndexedDocument, quotation: string): Slice | null {
  const { text } = indexed.document;
  const wanted = wordsOf(quotation);
  if (wanted.size === 0 || text.length > LONGEST) return null;
  let best: Slice | null = null;
  let most = ENOUGH;
  for (const sentence of allSentences(indexed)) {
    const likeness = overlap(wanted, wordsOf(text.slice(sentence.start, sentence.end)));
    if (likeness > most) [best, most] = [sentence, likeness];
  }
  return best;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
}

/** The share of the words of both that both have. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return (2 * common) / (one.size + other.size);
}
