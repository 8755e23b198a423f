import { UNKNOWN } from '../../core/library/documents/document.ts';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { refuseUnreadable, tidyText } from '../clean/readable-text.ts';
import { pixelsOf } from './picture-size.ts';
import type { StartRecognizer } from './recognizer.ts';

/** How pictures are read. */
export interface PictureOptions {
  readonly start: StartRecognizer;
  /** Called before a page, of so many. */
  page(number: number, of: number): void;
}

const MAX_PIXELS = 40_000_000; // A3 at 400 dpi has 31 million
const MIN_PIXELS = 250_000; // A5 at 75 dpi has 270,000; icons of web pages have fewer
const OFF = 'is a picture; set DOSSIER_OCR to have it read (docs/operating.md)';
const NOT_INSTALLED = 'is a picture; install what DOSSIER_OCR needs to have it read (docs/operating.md)';

/** Creates a reader of photographed or scanned pages in PNG or JPEG, by OCR; `null` where that is off. */
export function createPictureReader(options: PictureOptions | null): DocumentReader {
  return {
    format: 'picture',
    accepts: (name) => /\.(?:png|jpe?g|tiff?)$/i.test(name),
    async read(bytes) {
      if (options === null) throw unreadable(OFF);
      refuseUnsuitable(bytes);
      options.page(1, 1);
      const text = await recognize(bytes, options);
      refuseUnreadable(text, 'contains no text that OCR could read; scan it again, larger or straighter');
      const pages = [{ at: 0, label: '1', index: 1, ocr: true as const }];
      return { title: null, text, metadata: UNKNOWN, pages };
    },
  };
}

function refuseUnsuitable(bytes: Uint8Array): void {
  const pixels = pixelsOf(bytes);
  if (pixels === null) throw unreadable('is no PNG or JPEG picture, as OCR needs; save it as one, or as PDF');
  if (pixels < MIN_PIXELS) throw unreadable('is too small a picture for a page of text');
  if (pixels > MAX_PIXELS)
    throw unreadable(`has more than ${MAX_PIXELS / 1_000_000} million pixels; make it smaller`);
}

async function recognize(bytes: Uint8Array, { start }: PictureOptions): Promise<string> {
  const recognizer = await start();
  if (!recognizer) throw unreadable(NOT_INSTALLED);
  try {
    return tidyText(await recognizer.read(bytes));
  } finally {
    await recognizer.stop();
  }
}
