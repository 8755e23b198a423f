import { UNKNOWN } from '../../core/library/document.ts';
import type { DocumentReader } from '../../core/library/document-reader.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';

/** Reads the text of a PDF, its lines joined to paragraphs; a PDF with only pictures of text is rejected. */
export const pdfReader: DocumentReader = {
  format: 'pdf',
  accepts: (name) => /\.pdf$/i.test(name),
  read: async (bytes) => {
    const [{ readPages }, { dropRunningLines }, { joinParagraphs }, { findHeadline }] = await Promise.all([
      import('./pages.ts'),
      import('./running-lines.ts'),
      import('./paragraphs.ts'),
      import('./headline.ts'),
    ]);
    const { pages, properties } = await readPages(bytes);
    const lines = dropRunningLines(pages);
    const text = joinParagraphs(lines);
    refuseUnreadable(text, 'contains no text, like a scan; run text recognition (OCR) on it');
    return { title: findHeadline(lines), text, metadata: UNKNOWN, embedded: properties };
  },
};
