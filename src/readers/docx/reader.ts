import { UNKNOWN } from '../../core/corpus/document.ts';
import { refuseUnreadable, tidyText } from '../../core/corpus/readable-text.ts';
import type { DocumentReader } from '../../core/corpus/reader.ts';
import { UserError } from '../../core/errors.ts';
import { readProperties } from './properties.ts';
import { checkedEntries } from './zip-directory.ts';

/** Reads the text of a Word document; its zip directory is checked before anything is unpacked. */
export const docxReader: DocumentReader = {
  format: 'docx',
  accepts: (name) => /\.docx$/i.test(name),
  read: async (bytes) => {
    const entries = checkedEntries(bytes);
    const embedded = readProperties(entries.get('docProps/core.xml')?.() ?? null);
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
    throw new UserError('is not a Word document that can be read (it is damaged); save it anew', {
      code: 'unreadable-document',
      cause,
    });
  }
}
