import { UNKNOWN } from '../../core/library/documents/document.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { loadDecoder } from '../clean/decode.ts';
import { refuseUnreadable, tidyLine } from '../clean/readable-text.ts';
import { composeText } from '../office/compose-text.ts';
import { statedAuthor, statedTitle } from '../office/properties.ts';

/** Reads what a document in Rich Text Format shows, without what is deleted or hidden. */
export const rtfReader: DocumentReader = {
  format: 'rtf',
  accepts: (name) => /\.rtf$/i.test(name),
  read: async (bytes) => {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!/^\s{0,9}\{\\rtf/.test(source))
      throw unreadable('is not a readable RTF document (damaged, or another format); save it again');
    const [decode, { readRtf }] = await Promise.all([loadDecoder(), import('./document.ts')]);
    const { blocks, properties } = readRtf(source, (part, encoding) =>
      decode(Buffer.from(part, 'latin1'), encoding),
    );
    const text = composeText(blocks);
    refuseUnreadable(text);
    const embedded = {
      ...UNKNOWN,
      title: statedTitle(tidyLine(properties.title)),
      author: statedAuthor(tidyLine(properties.author)),
    };
    return { title: null, text, metadata: UNKNOWN, embedded };
  },
};
