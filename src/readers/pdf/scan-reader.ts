import { UNKNOWN } from '../../core/library/document.ts';
import { type DocumentReader, type ReadDocument, unreadable } from '../../core/library/document-reader.ts';
import type { PageStart } from '../../core/library/pages.ts';
import { UserError } from '../../core/text/user-error.ts';
import { refuseUnreadable, tidyText } from '../clean/readable-text.ts';
import { insertPages, type ScannedText } from './insert-pages.ts';
import { NO_TEXT } from './no-text.ts';
import type { Recognizer, StartRecognizer } from './recognizer.ts';
import type { ScannedPages } from './scanned-pages.ts';

/** How scans are read. */
export interface ScanOptions {
  readonly start: StartRecognizer;
  /** Called before each page, of so many. */
  page(number: number, of: number): void;
  /** Opens the pictures of a PDF. */
  open(bytes: Uint8Array): Promise<ScannedPages>;
}

const MAX_PAGES = 200; // about 20 minutes
const TOO_MANY = `has more than ${MAX_PAGES} scanned pages; split it`;
const NOT_INSTALLED =
  'contains no text, like a scan; install what DOSSIER_OCR needs to have it read (docs/operating.md)';

/** Reads a PDF by a reader, and pages without text by OCR: all of a scan, or those that it has no text of. */
export function createScanReader(reader: DocumentReader, options: ScanOptions): DocumentReader {
  return {
    ...reader,
    async read(bytes, name) {
      const written = await readWritten(reader, bytes, name);
      if (written && !written.pages) return written;
      const found = await readScans(bytes, written?.pages ?? [], options);
      if (written) return insertPages(written, found ?? []);
      if (found === null) throw unreadable(NOT_INSTALLED);
      const { text, pages } = insertPages({ title: null, text: '', metadata: UNKNOWN }, found);
      refuseUnreadable(text, 'contains no text that OCR could read; scan it again, larger or straighter');
      return { title: null, text, metadata: UNKNOWN, ...(pages && { pages }) };
    },
  };
}

/** What the reader reads; null if the file has no text. */
async function readWritten(
  reader: DocumentReader,
  bytes: Uint8Array,
  name: string,
): Promise<ReadDocument | null> {
  try {
    return await reader.read(bytes, name);
  } catch (cause) {
    if (cause instanceof UserError && cause.message === NO_TEXT) return null;
    throw cause;
  }
}

/** Reads the pages of which nothing is written; null if nothing is installed that could. */
async function readScans(
  bytes: Uint8Array,
  written: readonly PageStart[],
  options: ScanOptions,
): Promise<readonly ScannedText[] | null> {
  const scans = await options.open(bytes);
  try {
    const known = new Set(written.map(({ index }) => index));
    const indexes = Array.from({ length: scans.count }, (_, at) => at + 1).filter(
      (index) => !known.has(index),
    );
    if (indexes.length <= MAX_PAGES) return await recognizeAll(scans, indexes, options);
    if (written.length > 0) return [];
    throw unreadable(TOO_MANY);
  } finally {
    await scans.close();
  }
}

/** Starts a recognizer at the first page that is a picture. */
async function recognizeAll(
  scans: ScannedPages,
  indexes: readonly number[],
  { start, page }: ScanOptions,
): Promise<readonly ScannedText[] | null> {
  let recognizer: Recognizer | null = null;
  const found: ScannedText[] = [];
  try {
    for (const [at, index] of indexes.entries()) {
      page(at + 1, indexes.length);
      const picture = await scans.pictureOf(index);
      if (!picture) continue;
      recognizer ??= await start();
      if (!recognizer) return null;
      const text = tidyText(await recognizer.read(picture));
      if (text !== '') found.push({ index, label: scans.labelOf(index), text });
    }
    return found;
  } finally {
    await recognizer?.stop();
  }
}
