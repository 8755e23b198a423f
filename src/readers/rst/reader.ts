import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { refuseUnreadable } from '../clean/readable-text.ts';
import { removeUnseen, unifyLineBreaks } from '../clean/unseen.ts';
import { rstText } from './rst-text.ts';

/** Reads the text that reStructuredText shows. */
export const rstReader: DocumentReader = {
  format: 'restructuredtext',
  accepts: (name) => /\.(?:rst|rest)$/i.test(name),
  read: async (bytes) => {
    const { title, text } = rstText(removeUnseen(unifyLineBreaks(await decodeText(bytes))));
    refuseUnreadable(text);
    return { title, text, metadata: UNKNOWN };
  },
};
