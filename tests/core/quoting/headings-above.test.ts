import { expect, test } from 'vitest';
import type { IndexedDocument } from '../../../src/core/library/documents/indexed-document.ts';
import { splitPassages } from '../../../src/core/library/documents/passages.ts';
import { headingOf, itemsAbove } from '../../../src/core/quoting/headings-above.ts';
import { HEADED, INDENT } from '../../../src/core/text/paragraphs.ts';

const LAMP = 'The council will rebuild the old lamp of the harbour in spring.';
const TEXT = [
  `Harbour${HEADED}\n`,
  'rename the pier',
  `${INDENT}the mayor asked for a new name`,
  `${INDENT}${INDENT}agreed in May`,
  `${INDENT}${INDENT}the sign is ordered`,
  'the lamp of the harbour',
  `${INDENT}${LAMP}`,
].join('\n');

function passageWith(words: string): [IndexedDocument, number] {
  const passages = splitPassages(TEXT, 'en');
  const at = passages.findIndex(({ start, end }) => TEXT.slice(start, end).includes(words));
  return [{ document: { text: TEXT }, passages } as unknown as IndexedDocument, at];
}

const above = (words: string) =>
  itemsAbove(...passageWith(words)).map(({ start, end }) => TEXT.slice(start, end));

test('an item stands under all items that it is nested in, the nearest first', () => {
  expect(above('the sign')).toEqual(['the mayor asked for a new name', 'rename the pier']);
  expect(above('pier')).toEqual([]);
});

test('what has a heading of its own stands under it, other passages under the nearest before', () => {
  const { start, end, distance } = headingOf(...passageWith('the sign'));
  expect([TEXT.slice(start, end).trim(), distance > 0]).toEqual(['Harbour', true]);
});
