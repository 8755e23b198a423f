import type { Document } from '../library/documents/document.ts';
import { type PageStart, pagesOf } from '../library/documents/pages.ts';
import type { Point } from '../replies/reply.ts';
import { clip } from '../text/clip.ts';
import type { Slice } from '../text/slice.ts';

/** Says on which pages of its document a slice is, and whether they were read by OCR. */
export function citedPages({ pages }: Document, slice: Slice): Pick<Point, 'page' | 'place' | 'ocr'> {
  const touched = pages ? pagesOf(pages, slice) : [];
  const [first, last] = [touched[0], touched.at(-1)];
  if (!pages || !first || !last) return { page: null, place: null, ocr: false };
  const { one, many } = PARTS[pages.format] ?? PAGES;
  const place =
    first.label === last.label
      ? `${one} ${short(first.label)}`
      : `${many} ${short(first.label)}–${short(last.label)}`;
  const how = howRead(touched);
  return { page: first.label, place: `${place}${how}`, ocr: how !== '' };
}

/** What citations call the parts of a document. */
interface Parts {
  readonly one: string;
  readonly many: string;
}

const PAGES: Parts = { one: 'p.', many: 'pp.' };
const SLIDES: Parts = { one: 'slide', many: 'slides' };
const SHEETS: Parts = { one: 'sheet', many: 'sheets' };

/** By format, as every reader says only where parts start. Elsewhere they are pages. */
const PARTS: Readonly<Record<string, Parts>> = {
  ...{ pptx: SLIDES, odp: SLIDES },
  ...{ xlsx: SHEETS, ods: SHEETS, csv: SHEETS },
};

const MAX_LABEL = 40; // characters; a sheet's name may be a sentence

function short(label: string): string {
  return clip(label, MAX_LABEL);
}

function howRead(pages: readonly PageStart[]): string {
  const scanned = pages.filter(({ ocr }) => ocr).length;
  if (scanned === 0) return '';
  return scanned === pages.length ? ', read by OCR' : ', partly read by OCR';
}
