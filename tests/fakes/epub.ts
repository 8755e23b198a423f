import { createZip } from './zip.ts';

/** The parts of a made book. */
interface MadeBook {
  /** The inside of each chapter's body, in reading order. */
  readonly chapters: readonly string[];
  /** The inside of its metadata. */
  readonly metadata?: string;
  /** Items of the manifest and the spine beside the chapters, as XML. */
  readonly manifest?: string;
  readonly spine?: string;
  readonly more?: Parameters<typeof createZip>[0];
}

/** A book with these chapters. */
export function createEpub({
  chapters,
  metadata = '',
  manifest = '',
  spine = '',
  more = [],
}: MadeBook): Uint8Array {
  const items = chapters.map(
    (_, at) => `<item id="c${at}" href="text/c%20${at}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const order = chapters.map((_, at) => `<itemref idref="c${at}"/>`);
  const book = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest>${manifest}${items.join('')}</manifest><spine>${spine}${order.join('')}</spine></package>`;
  return createZip([
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    },
    { name: 'OPS/book.opf', content: book },
    ...chapters.map((body, at) => ({ name: `OPS/text/c ${at}.xhtml`, content: epubPage(body) })),
    ...more,
  ]);
}

/** A page of a book with this inside its body. */
export function epubPage(body: string): string {
  return `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Never read</title></head><body>${body}</body></html>`;
}
