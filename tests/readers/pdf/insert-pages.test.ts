import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/core/library/documents/document.ts';
import { insertPages, type ScannedText } from '../../../src/readers/pdf/insert-pages.ts';

const scan = (index: number, text = `Scan ${index}.`): ScannedText => ({ index, label: String(index), text });

/** A document of pages, by their place in the file. */
function written(pages: Readonly<Record<number, string>>) {
  let text = '';
  const starts = Object.entries(pages).map(([index, said]) => {
    const at = text.length;
    text += said;
    return { at, label: index, index: Number(index) };
  });
  return { title: null, text, metadata: UNKNOWN, pages: starts };
}

/** What each page says, by its place; those read by OCR in brackets. */
function said({ text, pages = [] }: ReturnType<typeof insertPages>) {
  return pages.map(({ at, index, ocr }, nth) => {
    const words = text.slice(at, pages[nth + 1]?.at).trim();
    return `${index} ${ocr ? `[${words}]` : words}`;
  });
}

describe('pages read by OCR', () => {
  test('stand in the order of the file', () => {
    const made = insertPages(written({ 2: 'Two.\n\n', 4: 'Four.' }), [scan(1), scan(3), scan(5), scan(6)]);
    expect(made.text).toBe('Scan 1.\n\nTwo.\n\nScan 3.\n\nFour.\n\nScan 5.\n\nScan 6.');
    expect(said(made)).toEqual([
      '1 [Scan 1.]',
      '2 Two.',
      '3 [Scan 3.]',
      '4 Four.',
      '5 [Scan 5.]',
      '6 [Scan 6.]',
    ]);
  });

  test('are a document where nothing is written', () => {
    expect(said(insertPages(written({}), [scan(2), scan(3)]))).toEqual(['2 [Scan 2.]', '3 [Scan 3.]']);
  });

  test('never cut a sentence that runs from page to page', () => {
    const document = written({ 1: 'The council voted to ', 3: 'rebuild it.' });
    expect(insertPages(document, [scan(2)]).text).toBe(document.text);
  });

  test('leave a document as it is if there are none', () => {
    const document = written({ 1: 'One.' });
    expect(insertPages(document, [])).toEqual(document);
  });
});
