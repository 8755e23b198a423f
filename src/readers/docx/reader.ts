import { UNKNOWN } from '../../core/library/documents/document.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { refuseUnreadable, tidyLine } from '../clean/readable-text.ts';
import { headingAbove } from '../office/blocks.ts';
import { composeText } from '../office/compose-text.ts';
import { refuseOldFormat } from '../office/old-format.ts';
import { parseProperties } from '../office/properties.ts';
import { openZip } from '../office/zip-directory.ts';

const KIND = 'Word document';

/** Reads what a Word document shows, without what is deleted or hidden; its zip directory is checked before anything is unpacked. */
export const docxReader: DocumentReader = {
  format: 'docx',
  accepts: (name) => /\.(?:docx|docm|dotx|dotm)$/i.test(name),
  read: async (bytes) => {
    refuseOldFormat(bytes, KIND, '.docx');
    const entries = openZip(bytes, KIND);
    const { readDocument } = await import('./document.ts');
    const read = readDocument(entries);
    if (read === null)
      throw unreadable(`is not a readable ${KIND} (damaged, or another format); save it again`);
    const embedded = parseProperties(entries.get('docProps/core.xml')?.() ?? null);
    const { blocks, inserted } = read;
    const text = composeText(blocks);
    if (inserted.length === 0) refuseUnreadable(text);
    const title = tidyLine(headingAbove(blocks));
    return { title, text, metadata: UNKNOWN, embedded, ...(inserted.length > 0 && { parts: inserted }) };
  },
};
