import type { RdfFeed, RssFeed } from 'feedsmith';
import type { Feed } from '../../core/collecting/feed.ts';
import { baseOf, finishItems, languageOf, type RawItem, resolveAddress } from './finish-items.ts';
import { plainText } from './plain-text.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

/** A feed of RSS 0.9 to 2.0, RSS 1.0 (RDF) included. */
export function fromRss(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>, address: string): Feed {
  const base = baseOf(address, feed.link, feed.xml?.base);
  return {
    title: plainText(feed.title),
    link: resolveAddress(feed.link, address),
    language: languageOf(('language' in feed ? feed.language : undefined) ?? feed.dc?.languages?.[0]),
    ttl: ('ttl' in feed ? feed.ttl : undefined) ?? null,
    items: finishItems((feed.items ?? []).map((item) => toRaw(item, base))),
  };
}

function toRaw(item: RssItem | RdfItem, base: string): RawItem {
  const { dc, dcterms, atom, content } = item;
  const own =
    'guid' in item || 'pubDate' in item || 'authors' in item || 'enclosures' in item ? (item as RssItem) : {};
  const { guid, pubDate, authors, enclosures } = own;
  const permanent =
    guid?.isPermaLink === false || !/^https?:/.test(guid?.value ?? '') ? undefined : guid?.value;
  const alternate = atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
  return {
    id: guid?.value ?? atom?.id ?? ('rdf' in item ? item.rdf?.about : undefined),
    title: plainText(item.title ?? dc?.titles?.[0]),
    link: item.link ?? permanent ?? alternate,
    dates: [
      pubDate,
      ...(dc?.dates ?? []),
      ...(dcterms?.issued ?? []),
      ...(dcterms?.created ?? []),
      atom?.published,
      atom?.updated,
    ],
    author: authors?.[0]?.name ?? dc?.creators?.join(', ') ?? atom?.authors?.[0]?.name,
    content: content?.encoded ?? atom?.content?.value,
    summary: item.description ?? dc?.descriptions?.[0] ?? atom?.summary?.value,
    enclosures: enclosures ?? [],
    base: baseOf(base, item.xml?.base),
  };
}
