import { parentPort, workerData } from 'node:worker_threads';
import { createFileReader } from '../core/library/reading/read-document.ts';
import { csvReader } from '../readers/csv/reader.ts';
import { docxReader } from '../readers/docx/reader.ts';
import { epubReader } from '../readers/epub/reader.ts';
import { markupText } from '../readers/html/markup-text.ts';
import { htmlReader } from '../readers/html/reader.ts';
import { createEmlReader } from '../readers/mail/eml-reader.ts';
import { mboxReader } from '../readers/mail/mbox-reader.ts';
import { createMsgReader } from '../readers/mail/msg-reader.ts';
import { markdownReader } from '../readers/markdown/reader.ts';
import { odpReader } from '../readers/odf/presentation-reader.ts';
import { odtReader } from '../readers/odf/text-reader.ts';
import { createPictureReader } from '../readers/pdf/picture-reader.ts';
import { pdfReader } from '../readers/pdf/reader.ts';
import { createTesseract } from '../readers/pdf/recognizer.ts';
import { createScanReader, type ScanOptions } from '../readers/pdf/scan-reader.ts';
import { pptxReader } from '../readers/pptx/reader.ts';
import { rstReader } from '../readers/rst/reader.ts';
import { rtfReader } from '../readers/rtf/reader.ts';
import { textReader } from '../readers/text/reader.ts';
import { xlsxReader } from '../readers/xlsx/reader.ts';
import type { ScannedPage, WorkerData } from './document-limits.ts';
import type { Postponed, ThreadTask } from './document-thread.ts';

// What it unpacks stays in the process's memory after the thread has ended; without it pdf.js unpacks by its own means.
Reflect.deleteProperty(globalThis, 'DecompressionStream');

// The entry of the thread that reads documents: a file in, its outcome out, one at a time.
const { ocr } = workerData as WorkerData;
const scans = ocr === null ? null : scanOptions(ocr);
const pdfs = scans === null ? pdfReader : createScanReader(pdfReader, scans);
const READERS = [
  ...[textReader, markdownReader, rstReader, htmlReader, pdfs, createPictureReader(scans)],
  ...[docxReader, odtReader, rtfReader, epubReader],
  ...[pptxReader, odpReader, csvReader, xlsxReader],
  ...[createEmlReader(markupText), mboxReader, createMsgReader(markupText)],
];
const read = createFileReader(READERS);
const current = { readsScans: true, isPostponed: false };
parentPort?.on('message', async ({ scans, ...file }: ThreadTask) => {
  Object.assign(current, { readsScans: scans, isPostponed: false });
  const outcome = await read(file);
  parentPort?.postMessage(current.isPostponed ? ({ kind: 'postponed' } satisfies Postponed) : outcome);
});
parentPort?.postMessage('ready');

function scanOptions(languages: string): ScanOptions {
  return {
    start: createTesseract(languages),
    page(number, of) {
      if (!current.readsScans) {
        current.isPostponed = true;
        throw new Error('Another thread reads scans.');
      }
      parentPort?.postMessage({ kind: 'page', number, of } satisfies ScannedPage);
    },
    open: async (bytes) => (await import('../readers/pdf/scanned-pages.ts')).openScannedPages(bytes),
  };
}
