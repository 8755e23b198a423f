import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../../src/core/library/documents/document.ts';
import type { PageStart } from '../../../src/core/library/documents/pages.ts';
import { type DocumentReader, unreadable } from '../../../src/core/library/reading/document-reader.ts';
import { NO_TEXT } from '../../../src/readers/pdf/no-text.ts';
import { createScanReader, type ScanOptions } from '../../../src/readers/pdf/scan-reader.ts';

const PICTURE = { width: 1, height: 1, grey: new Uint8Array(1) };
const NOTHING = new Uint8Array();

interface MadeScans {
  readonly pages: number;
  readonly pictures: readonly number[];
  /** Pages whose pictures can't be unpacked. */
  readonly unknown?: readonly number[];
}

/** A file of so many pages, of which those given have pictures; a recognizer says what it saw last. */
function open({ pages, pictures, unknown = [] }: MadeScans) {
  const log: string[] = [];
  let seen = 0;
  const options: ScanOptions = {
    page: (number, of) => log.push(`page ${number} of ${of}`),
    open: async () => ({
      count: pages,
      labelOf: (index) => `L${index}`,
      pictureOf: async (index) => {
        seen = index;
        return unknown.includes(index) ? 'unknown' : pictures.includes(index) ? PICTURE : null;
      },
      close: async () => void log.push('closed'),
    }),
    start: async () => {
      log.push('started');
      return { read: async () => `Scan ${seen}.`, stop: async () => void log.push('stopped') };
    },
  };
  return { log, options };
}

/** A reader that finds this text on these pages, or none. */
function reader(text: string, pages?: readonly PageStart[]): DocumentReader {
  return {
    format: 'pdf',
    accepts: () => true,
    read: async () => {
      if (text === '') throw unreadable(NO_TEXT);
      return { title: null, text, metadata: UNKNOWN, ...(pages && { pages }) };
    },
  };
}

const FIRST = [{ at: 0, label: 'L1', index: 1 }];

describe('a PDF of scans', () => {
  test('is read by OCR page by page, each marked', async () => {
    const { log, options } = open({ pages: 3, pictures: [1, 3] });
    const { text, pages } = await createScanReader(reader(''), options).read(NOTHING, 'a.pdf');
    expect(text).toBe('Scan 1.\n\nScan 3.');
    expect(pages).toEqual([
      { at: 0, label: 'L1', index: 1, ocr: true },
      { at: 9, label: 'L3', index: 3, ocr: true },
    ]);
    expect(log).toEqual(['page 1 of 3', 'started', 'page 2 of 3', 'page 3 of 3', 'stopped', 'closed']);
  });

  test('keeps what is written, and adds the scanned pages', async () => {
    const { options } = open({ pages: 2, pictures: [1, 2] });
    const { text } = await createScanReader(reader('One.', FIRST), options).read(NOTHING, 'a.pdf');
    expect(text).toBe('One.\n\nScan 2.');
  });

  test('starts nothing where no page is a picture', async () => {
    const { log, options } = open({ pages: 2, pictures: [] });
    const { text } = await createScanReader(reader('One.', FIRST), options).read(NOTHING, 'a.pdf');
    expect([text, log.includes('started')]).toEqual(['One.', false]);
  });

  test('is refused with the way to read it where nothing is installed', async () => {
    const { options } = open({ pages: 1, pictures: [1] });
    const reading = createScanReader(reader(''), { ...options, start: async () => null }).read(
      NOTHING,
      'a.pdf',
    );
    await expect(reading).rejects.toThrow('install what DOSSIER_OCR needs');
  });

  test('is refused where OCR recognizes nothing', async () => {
    const { options } = open({ pages: 1, pictures: [] });
    const reading = createScanReader(reader(''), options).read(NOTHING, 'a.pdf');
    await expect(reading).rejects.toThrow('no text that OCR could read');
  });

  test('is called a scan where its pictures cannot be unpacked', async () => {
    const { options } = open({ pages: 2, pictures: [], unknown: [1, 2] });
    const reading = createScanReader(reader(''), options).read(NOTHING, 'a.pdf');
    await expect(reading).rejects.toThrow('is a scan whose pictures cannot be unpacked');
  });

  test('tells the pages whose pictures cannot be unpacked', async () => {
    const { options } = open({ pages: 3, pictures: [1], unknown: [2, 3] });
    const { text, omissions } = await createScanReader(reader(''), options).read(NOTHING, 'a.pdf');
    expect(text).toBe('Scan 1.');
    expect(omissions).toEqual([
      'lacks page L2, L3: scans whose pictures cannot be unpacked (JPEG 2000, for example)',
    ]);
  });

  test('is refused where it has too many pages', async () => {
    const { options } = open({ pages: 201, pictures: [1] });
    const reading = createScanReader(reader(''), options).read(NOTHING, 'a.pdf');
    await expect(reading).rejects.toThrow('more than 200 scanned pages');
  });

  test('is refused for any other reason as its reader says', async () => {
    const { log, options } = open({ pages: 1, pictures: [1] });
    const locked = { ...reader(''), read: () => Promise.reject(unreadable('is locked')) };
    await expect(createScanReader(locked, options).read(NOTHING, 'a.pdf')).rejects.toThrow('is locked');
    expect(log).toEqual([]);
  });

  test('leaves nothing open where recognition fails', async () => {
    const { log, options } = open({ pages: 1, pictures: [1] });
    const start = async () => ({
      read: () => Promise.reject(new Error('torn')),
      stop: async () => void log.push('stopped'),
    });
    const reading = createScanReader(reader(''), { ...options, start }).read(NOTHING, 'a.pdf');
    await expect(reading).rejects.toThrow('torn');
    expect(log).toEqual(['page 1 of 1', 'stopped', 'closed']);
  });
});
