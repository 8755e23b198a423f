import type { Document } from '../library/document.ts';
import { pagesOf } from '../library/pages.ts';
import type { Slice } from '../text/slice.ts';
import { isWebAddress } from '../text/web-address.ts';

const WORDS = 4; // at each end of the excerpt
const MAX_WORDS = 16; // at its start, if fewer would match an earlier place

/**
 * Links to an excerpt in its document: to the page of a PDF, `#page=12`, elsewhere by a URL text fragment
 * (wicg.github.io/scroll-to-text-fragment), `#:~:text=first words,last words`. A browser opens the first match, so the
 * link has enough words to make that match the excerpt. Returns null if the document has no URL.
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

function textFragment(text: string, { start, end }: Slice): string {
  const words = [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }));
  if (words.length <= 2 * WORDS) return withPrefix(text, start, text.slice(start, end));
  const upTo = (count: number) => text.slice(start, start + (words[count - 1]?.to ?? 0));
  let count = WORDS;
  while (count < Math.min(MAX_WORDS, words.length - 1) && text.indexOf(upTo(count)) !== start) count++;
  const last = text.slice(start + (words.at(-WORDS)?.from ?? 0), end);
  return `${withPrefix(text, start, upTo(count))},${encode(last)}`;
}

/** Adds the words before the excerpt if its words also occur earlier: `before-,words`. */
function withPrefix(text: string, start: number, words: string): string {
  if (text.indexOf(words) === start) return encode(words);
  const before = /(?:\S+\s+){1,4}$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  return before === '' ? encode(words) : `${encode(before)}-,${encode(words)}`;
}

/** Escapes "-", "," and "&", which have a meaning in a fragment; white space becomes one space, as on the page. */
function encode(words: string): string {
  return encodeURIComponent(words.replace(/\s+/g, ' ').trim().toWellFormed()).replace(/-/g, '%2D');
}
