import type { Slice } from '../../text/slice.ts';

/** Where a page, a slide or a sheet of a document starts. */
export interface PageStart {
  /** The offset of its first character in the text, in UTF-16 units. */
  readonly at: number;
  /** What the document calls it: "12", "xii", "Prices". */
  readonly label: string;
  /** Its place in the file, from 1. */
  readonly index: number;
  /** Its text was read by OCR, so a letter may be wrong. */
  readonly ocr?: true;
}

/** The pages of a document, at least one. */
export interface DocumentPages {
  /** The ending of the file's name in lower case, for example `pdf`: it tells what its pages are called and how one is opened. */
  readonly format: string;
  /** In the order of the text. */
  readonly starts: readonly PageStart[];
}

/** Returns the pages that a slice touches, in order; none if it begins before the first. */
export function pagesOf({ starts }: DocumentPages, { start, end }: Slice): readonly PageStart[] {
  const first = starts.findLastIndex(({ at }) => at <= start);
  return first === -1 ? [] : starts.slice(first).filter(({ at }, nth) => nth === 0 || at < end);
}
