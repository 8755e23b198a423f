import type { DocumentReader } from '../../core/library/reading/document-reader.ts';

/**
 * Reads the text of a PDF, its lines joined to paragraphs, and where its pages start. A PDF with only pictures of text is
 * rejected; pages whose letters can't be told are left out and named.
 */
export const pdfReader: DocumentReader = {
  format: 'pdf',
  accepts: (name) => /\.pdf$/i.test(name),
  read: async (bytes) => (await import('./document.ts')).readPdf(bytes),
};
