import type { PageStart } from '../../core/library/documents/pages.ts';
import type { ReadDocument } from '../../core/library/reading/document-reader.ts';

/** A page that was read by OCR. */
export interface ScannedText extends Pick<PageStart, 'index' | 'label'> {
  readonly text: string;
}

const GAP = '\n\n';

/**
 * Adds pages that were read by OCR to a document, in the order of the file. One that lies inside a running paragraph, such
 * as a plate, is left out: it would cut a sentence.
 */
export function insertPages(document: ReadDocument, scanned: readonly ScannedText[]): ReadDocument {
  const { pages = [] } = document;
  if (scanned.length === 0) return document;
  const starts: PageStart[] = [];
  let text = document.text.slice(0, pages[0]?.at ?? 0);
  const add = (page: Omit<PageStart, 'at'>, said: string) => {
    starts.push({ ...page, at: text.length });
    text += said;
  };
  const scans = [...scanned];
  const addScans = (before: number) => {
    while ((scans[0]?.index ?? before) < before) {
      const { text: said, ...page } = scans.shift() as ScannedText;
      if (text !== '' && !text.endsWith(GAP)) continue;
      add({ ...page, ocr: true }, `${said}${GAP}`);
    }
  };
  for (const [nth, { at, ...page }] of pages.entries()) {
    addScans(page.index);
    add(page, document.text.slice(at, pages[nth + 1]?.at));
  }
  if (text !== '' && scans.length > 0 && !text.endsWith(GAP)) text += GAP;
  addScans(Number.POSITIVE_INFINITY);
  return { ...document, text: text.trimEnd(), pages: starts };
}
