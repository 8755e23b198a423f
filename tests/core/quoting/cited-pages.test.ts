import { describe, expect, test } from 'vitest';
import type { PageStart } from '../../../src/core/library/documents/pages.ts';
import { citedPages } from '../../../src/core/quoting/cited-pages.ts';
import { createDocument } from '../../fakes/documents.ts';

const ONE_AND_TWO: readonly PageStart[] = [
  { at: 0, label: '12', index: 14 },
  { at: 10, label: '13', index: 15 },
];
const cited = (format: string, end: number, starts = ONE_AND_TWO) =>
  citedPages(createDocument('harbour/a', { text: 'x'.repeat(30), pages: { format, starts } }), {
    start: 5,
    end,
  });

describe('what a citation says of pages', () => {
  test('is the label of the page', () => {
    expect(cited('pdf', 10)).toEqual({ page: '12', place: 'p. 12', ocr: false });
  });

  test('is the first and the last page of an excerpt that runs over a break', () => {
    expect(cited('pdf', 11)).toEqual({ page: '12', place: 'pp. 12–13', ocr: false });
  });

  test.each([
    ['pptx', 'slide 12', 'slides 12–13'],
    ['odp', 'slide 12', 'slides 12–13'],
    ['xlsx', 'sheet 12', 'sheets 12–13'],
    ['ods', 'sheet 12', 'sheets 12–13'],
    ['epub', 'p. 12', 'pp. 12–13'],
  ])('is what the parts of a document are called in its format: %s', (format, one, several) => {
    expect([cited(format, 10).place, cited(format, 20).place]).toEqual([one, several]);
  });

  test('shortens a long name, which programs get whole', () => {
    const label = 'Prices '.repeat(30).trim();
    const { page, place } = cited('xlsx', 10, [{ at: 0, label, index: 1 }]);
    expect([page, place?.length]).toEqual([label, 'sheet '.length + 40]);
  });

  test('is nothing of a document without pages', () => {
    const document = createDocument('harbour/a', { text: 'It rained.' });
    expect(citedPages(document, { start: 0, end: 5 })).toEqual({ page: null, place: null, ocr: false });
  });

  test('is that it was read by OCR, wholly or partly', () => {
    const scanned = ONE_AND_TWO.map((page, nth) => (nth === 1 ? page : { ...page, ocr: true as const }));
    expect(cited('pdf', 10, scanned)).toEqual({ page: '12', place: 'p. 12, read by OCR', ocr: true });
    expect(cited('pdf', 20, scanned).place).toBe('pp. 12–13, partly read by OCR');
  });
});
