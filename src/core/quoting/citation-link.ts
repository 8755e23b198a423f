import type { Document } from '../library/documents/document.ts';
import { pagesOf } from '../library/documents/pages.ts';
import type { Slice } from '../text/slice.ts';
import { isWebAddress } from '../text/web-address.ts';
import { textFragment } from './text-fragment.ts';

/**
 * Links to an excerpt in its document: to the page of a PDF, `#page=12`, elsewhere by a URL text fragment
 * fragment. Returns null if the document has no URL.
 */
export function citationLink({ url, text, pages }: Document, slice: Slice): string | null {
  if (url === null) return null;
  const [page] = pages?.format === 'pdf' && isWebAddress(url) ? pagesOf(pages, slice) : [];
  if (page) return pageLink(url, page.index);
  const fragment = textFragment(text, slice);
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
}

/** Opens a PDF at its nth page (RFC 8118); other parameters stay. */
function pageLink(url: string, index: number): string {
  const [address = '', ...fragment] = url.split('#');
  const others = fragment.join('#').split('&');
  const kept = others.filter((parameter) => parameter !== '' && !parameter.startsWith('page='));
  return `${address}#${[`page=${index}`, ...kept].join('&')}`;
}
