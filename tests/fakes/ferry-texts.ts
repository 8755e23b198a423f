import fc from 'fast-check';
import type { Document } from '../../src/core/library/documents/document.ts';
import { createDocument } from './documents.ts';

const sentence = fc
  .tuple(
    fc.constantFrom('The ferry to the island', 'The council', 'The island', 'Ada Lund', 'He', 'However, it'),
    fc.constantFrom('was sold', 'sank', 'did not sail', 'said: “The ferry burned', 'warned', 'was painted'),
    fc.constantFrom('in May 2023', 'in a storm', 'to Mr. Lund', 'for 12 crowns', 'twice', 'there”', ''),
  )
  .map((parts) => `${parts.join(' ').trim()}.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 10 }).map(inParagraphs);

/** A few made-up documents about a ferry, an island and a council; some have a date, some a publisher. */
export const ferryDocuments: fc.Arbitrary<readonly Document[]> = fc
  .array(
    fc.record({
      text,
      publisher: fc.constantFrom(null, 'Herald', 'Gazette'),
      published: fc.constantFrom(null, '2023-05-02', '2024-07-10'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map((facts, at) => createDocument(`harbour/${at}`, facts)));

/** A topic that they are about, with two aspects. */
export const FERRY_TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island', collections: null, synonyms: [] },
  aspects: [
    { label: 'Council', terms: ['council'] },
    { label: 'Lund', terms: ['Lund', 'he'] },
  ],
};

/** Two sentences to a paragraph. */
function inParagraphs(sentences: readonly string[]): string {
  return sentences.reduce((all, each, at) => `${all}${at % 2 === 0 ? '\n\n' : ' '}${each}`).trim();
}
