import { decodeText } from '../core/corpus/decode.ts';
import { UNKNOWN } from '../core/corpus/document.ts';
import { removeFurniture } from '../core/corpus/furniture.ts';
import { refuseUnreadable } from '../core/corpus/readable-text.ts';
import type { DocumentReader } from '../core/corpus/reader.ts';

/** Reads plain text, as written or as scraped from a web page: page furniture is left out. */
export const textReader: DocumentReader = {
  format: 'text',
  accepts: (name) => /\.(?:txt|text)$/i.test(name),
  read: async (bytes) => {
    const { title, text } = removeFurniture(await decodeText(bytes));
    refuseUnreadable(text);
    return { title, text, metadata: UNKNOWN };
  },
};
