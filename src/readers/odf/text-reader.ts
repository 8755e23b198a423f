import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { refuseUnreadable, tidyLine } from '../clean/readable-text.ts';
import { headingAbove } from '../office/blocks.ts';
import { composeText } from '../office/compose-text.ts';

/** Reads what an OpenDocument text shows, without what is deleted or hidden; its zip directory is checked first. */
export const odtReader: DocumentReader = {
  format: 'odt',
  accepts: (name) => /\.(?:odt|ott)$/i.test(name),
  read: async (bytes) => {
    const [{ openOdf }, { readOdfText }] = await Promise.all([import('./file.ts'), import('./text.ts')]);
    const { body, context, embedded } = openOdf(bytes, 'office:text', 'OpenDocument text');
    const blocks = readOdfText(body, context);
    const text = composeText(blocks);
    refuseUnreadable(text);
    return { title: tidyLine(headingAbove(blocks)), text, metadata: UNKNOWN, embedded };
  },
};
