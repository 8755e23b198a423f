import { Parser } from 'htmlparser2';

const FEED = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|json)$/i;
const MOST = 10;

/** The addresses of feeds that a page names in its `link` elements, absolute, in their order. */
export function feedLinks(html: string, address: string): readonly string[] {
  const found = new Set<string>();
  let base = address;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      if (name === 'base' && URL.canParse(href, address)) base = new URL(href, address).href;
      if (name !== 'link' || !/\balternate\b/i.test(rel) || !FEED.test(type.trim())) return;
      if (URL.canParse(href, base) && found.size < MOST) found.add(new URL(href, base).href);
    },
  });
  parser.end(html);
  return [...found];
}
