import { isOcrInstalled } from '../readers/clean/ocr-packages.ts';
import { OCR_LIMITS, type OcrOptions } from './document-limits.ts';
import {
  createDocumentWorker,
  DOCUMENT_LIMITS,
  type DocumentWorker,
  readingThreads,
} from './document-worker.ts';
import { tell } from './operator.ts';
import { readerBuild } from './reader-build.ts';
import { VERSION } from './version.ts';

/** Opens the threads that read documents, as many as there are cores; `ocr`: the languages in which scans are read. */
export function openWorker(ocr: string | null): DocumentWorker {
  return createDocumentWorker({
    ...{ ...DOCUMENT_LIMITS, threads: readingThreads() },
    ...(ocr !== null && { ocr: ocrOptions(ocr) }),
  });
}

/**
 * What is saved was read by this version and build with these languages; whatever else was saved is read again, so that a
 * file which was refused is tried again by readers that may accept it.
 */
export function versionWith(ocr: string | null): string {
  const version = `${VERSION}, readers ${readerBuild(DOCUMENT_LIMITS.script)}`;
  if (ocr === null) return version;
  return `${version}, OCR ${ocr}${isOcrInstalled(ocr) ? '' : ' not installed'}`;
}

/** How scans are read; each page takes seconds, so the operator is told of each. */
function ocrOptions(languages: string): OcrOptions {
  return {
    ...{ languages, ...OCR_LIMITS },
    page: (path, { number, of }) => tell(`Reading ${path} by OCR: page ${number} of ${of}.`),
  };
}
