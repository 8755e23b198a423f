import { UNKNOWN } from '../../core/library/documents/document.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { refuseUnreadable, tidyLine } from '../clean/readable-text.ts';
import { refuseOldFormat } from '../office/old-format.ts';
import { parseProperties } from '../office/properties.ts';
import { composeSlides, titleOf } from '../office/slides.ts';
import { openZip } from '../office/zip-directory.ts';

const KIND = 'PowerPoint presentation';

/** Reads the slides of a presentation that are shown, with their notes; each is a page. */
export const pptxReader: DocumentReader = {
  format: 'pptx',
  accepts: (name) => /\.(?:pptx|pptm|potx|potm|ppsx|ppsm)$/i.test(name),
  read: async (bytes) => {
    refuseOldFormat(bytes, KIND, '.pptx');
    const entries = openZip(bytes, KIND);
    const [{ createOpcFile }, { readSlides }] = await Promise.all([
      import('../office/opc.ts'),
      import('./slides.ts'),
    ]);
    const slides = readSlides(createOpcFile(entries));
    if (slides === null)
      throw unreadable(`is not a readable ${KIND} (damaged, or another format); save it again`);
    const embedded = parseProperties(entries.get('docProps/core.xml')?.() ?? null);
    const { text, pages } = composeSlides(slides);
    refuseUnreadable(text);
    return {
      title: tidyLine(titleOf(slides)),
      text,
      metadata: UNKNOWN,
      embedded,
      pages,
    };
  },
};
