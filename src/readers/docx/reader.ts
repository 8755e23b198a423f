import { UNKNOWN } from '../../core/library/document.ts';
import type { DocumentReader } from '../../core/library/document-reader.ts';
import { unreadable } from '../../core/library/document-reader.ts';
import { refuseUnreadable, tidyText } from '../clean/readable-text.ts';
import { parseProperties } from './properties.ts';
import { checkedEntries } from './zip-directory.ts';

/** Reads the text of a Word document; its zip directory is checked before anything is unpacked. */
export const docxReader: DocumentReader = {
  format: 'docx',
  accepts: (name) => /\.docx$/i.test(name),
  read: async (bytes) => {
    const entries = checkedEntries(bytes);
    const embedded = parseProperties(entries.get('docProps/core.xml')?.() ?? null);
    const text = tidyText(await extractText(bytes));
    refuseUnreadable(text);
    return { title: null, text, metadata: UNKNOWN, embedded };
  },
};

async function extractText(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return value;
  } catch (cause) {
    throw unreadable('is a damaged Word document; save it again', cause);
  }
}
