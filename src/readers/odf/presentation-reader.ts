import { UNKNOWN } from '../../core/library/documents/document.ts';
import type { DocumentReader } from '../../core/library/reading/document-reader.ts';
import { refuseUnreadable, tidyLine } from '../clean/readable-text.ts';
import { composeSlides, titleOf } from '../office/slides.ts';

/** Reads the slides of an OpenDocument presentation, with their notes; each is a page. */
export const odpReader: DocumentReader = {
  format: 'odp',
  accepts: (name) => /\.(?:odp|otp)$/i.test(name),
  read: async (bytes) => {
    const [{ openOdf }, { readOdfSlides }] = await Promise.all([import('./file.ts'), import('./slides.ts')]);
    const { body, context, embedded } = openOdf(bytes, 'office:presentation', 'OpenDocument presentation');
    const slides = readOdfSlides(body, context);
    const { text, pages } = composeSlides(slides);
    refuseUnreadable(text);
    const title = tidyLine(titleOf(slides));
    return { title, text, metadata: UNKNOWN, embedded, pages };
  },
};
