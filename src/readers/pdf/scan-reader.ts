import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { PageStart } from '../../core/library/documents/pages.ts';
import {
  type DocumentReader,
  type ReadDocument,
  unreadable,
} from '../../core/library/reading/document-reader.ts';
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
      const { texts, omissions } = describeScans(found ?? NO_SCANS);
      const document = written ?? { title: null, text: '', metadata: UNKNOWN };
      const { omissions: before = [], ...read } = insertPages(document, texts);
      if (!written && found === null) throw unreadable(NOT_INSTALLED);
      if (!written && texts.length === 0 && omissions.length > 0) throw unreadable(UNKNOWN_PICTURES);
      refuseUnreadable(
        read.text,
        'contains no text that OCR could read; scan it again, larger or straighter',
      );
      return { ...read, omissions: [...before, ...omissions] };
    },
  };
}

/** The scans of a file: what was read in them, and what the pages are called whose pictures can't be unpacked. */
interface Scans {
  readonly texts: readonly ScannedText[];
  readonly unknown: readonly string[];
}

const NO_SCANS: Scans = { texts: [], unknown: [] };
const UNKNOWN_PICTURES =
  'is a scan whose pictures cannot be unpacked (JPEG 2000, for example); print it anew or save its pictures as JPEG';

function describeScans({ texts, unknown }: Scans) {
  const named = unknown.slice(0, NAMED).join(', ');
  const more = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  const why = 'scans whose pictures cannot be unpacked (JPEG 2000, for example)';
  return { texts, omissions: unknown.length === 0 ? [] : [`lacks page ${named}${more}: ${why}`] };
}

const NAMED = 20; // pages

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
): Promise<Scans | null> {
  const scans = await options.open(bytes);
  try {
    const known = new Set(written.map(({ index }) => index));
    const indexes = Array.from({ length: scans.count }, (_, at) => at + 1).filter(
      (index) => !known.has(index),
    );
    if (indexes.length <= MAX_PAGES) return await recognizeAll(scans, indexes, options);
    if (written.length > 0) return NO_SCANS;
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
): Promise<Scans | null> {
  let recognizer: Recognizer | null = null;
  const texts: ScannedText[] = [];
  const unknown: string[] = [];
  try {
    for (const [at, index] of indexes.entries()) {
      page(at + 1, indexes.length);
      const picture = await scans.pictureOf(index);
      if (picture === 'unknown') unknown.push(scans.labelOf(index));
      if (!picture || picture === 'unknown') continue;
      recognizer ??= await start();
      if (!recognizer) return null;
      const text = tidyText(await recognizer.read(picture));
      if (text !== '') texts.push({ index, label: scans.labelOf(index), text });
    }
    return { texts, unknown };
  } finally {
    await recognizer?.stop();
  }
}
