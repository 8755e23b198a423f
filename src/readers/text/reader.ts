import { UNKNOWN } from '../../core/library/document.ts';
import type { DocumentReader } from '../../core/library/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { removeFurniture } from '../clean/furniture.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { removeUnseen, unifyLineBreaks } from '../clean/unseen.ts';
import { joinWrappedLines } from '../clean/wrapped-lines.ts';

/** Reads plain text, as written or as scraped from a web page: page furniture is left out. */
export const textReader: DocumentReader = {
  format: 'text',
  accepts: (name) => /\.(?:txt|text)$/i.test(name),
  read: async (bytes) => {
    const { title, text: kept } = removeFurniture(
      removeUnseen(unifyLineBreaks(await decodeText(bytes))),
      'file',
    );
    const text = joinWrappedLines(kept);
    refuseUnreadable(text);
    return { title, text, metadata: UNKNOWN };
  },
  readWhole: async (bytes) => removeUnseen(unifyLineBreaks(await decodeText(bytes))),
};
