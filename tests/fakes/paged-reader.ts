import { UNKNOWN } from '../../src/core/library/documents/document.ts';
import type { PageStart } from '../../src/core/library/documents/pages.ts';
import type { DocumentReader } from '../../src/core/library/reading/document-reader.ts';

const BREAK = '\f';

/** Reads text whose pages end with a form feed, as PDFs, slides or sheets; a page may begin with `[label]`, or `[label OCR]` if it was scanned. */
export const pagedReader: DocumentReader = {
  format: 'paged',
  accepts: (name) => /\.(?:pdf|pptx|xlsx)$/.test(name),
  async read(bytes) {
    let text = '';
    const pages: PageStart[] = [];
    for (const [nth, page] of Buffer.from(bytes).toString().split(BREAK).entries()) {
      const [, label = String(nth + 1), ocr, said = ''] = /^(?:\[(\w+)( OCR)?\])?(.*)$/s.exec(page) ?? [];
      pages.push({ at: text.length, label, index: nth + 1, ...(ocr !== undefined && { ocr: true }) });
      text += said;
    }
    return { title: null, text, metadata: UNKNOWN, pages };
  },
};
