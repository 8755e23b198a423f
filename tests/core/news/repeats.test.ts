import { expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { findRepeats } from '../../../src/core/news/repeats.ts';
import { createIndexedDocument } from '../../fakes/documents.ts';

const STORY = [
  'The council decided on Monday to build a pier for the ferry to the island.',
  'It will cost 5,000,000 crowns, and the work begins in May.',
  'Fishermen said that the old pier had been good enough for their boats.',
];
const OLD = createIndexedDocument('harbour/pier', { text: STORY.join(' ') });

/** What of a newer document repeats the old one: all of it, and each sentence. */
function repeatsIn(...sentences: readonly string[]) {
  const text = sentences.join(' ');
  const indexed = createIndexedDocument('news/later', { text });
  const repeats = findRepeats([OLD], new Map([['news/later' as DocumentId, indexed]]));
  const isRepeated = (sentence: string) => {
    const start = text.indexOf(sentence);
    const slice = { start, end: start + sentence.length };
    return repeats.isRepeated({ document: indexed.document, slice });
  };
  return { isCopy: repeats.isCopy(indexed), repeated: sentences.map(isRepeated) };
}

const [first = '', second = '', third = ''] = STORY;

test('a document that tells an older one again with a word changed repeats all of it', () => {
  expect(repeatsIn(first, second, third.replace('good enough', 'fine'))).toEqual({
    ...{ isCopy: true, repeated: [true, true, true] },
  });
});

test('what a near copy adds is new', () => {
  const added = 'The mayor resigned over it on Friday.';
  expect(repeatsIn(...STORY, added)).toEqual({ isCopy: false, repeated: [true, true, true, false] });
});

test('other numbers are new', () => {
  const corrected = second.replace('5,000,000', '7,000,000');
  expect(repeatsIn(first, corrected, third)).toMatchObject({ isCopy: false, repeated: [true, false, true] });
});

test('a sentence that stands in an older document is repeated, whatever else the newer one says', () => {
  const others = Array.from({ length: 9 }, (_, at) => `Lamp number ${at} on the quay was lit by the keeper.`);
  const spaced = second.replace('crowns, and', 'crowns,\nand');
  expect(repeatsIn(...others, spaced)).toEqual({
    isCopy: false,
    repeated: [...others.map(() => false), true],
  });
});
