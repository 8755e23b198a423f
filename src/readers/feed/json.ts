import type { JsonFeed } from 'feedsmith';
import type { Feed } from '../../core/collecting/feed.ts';
import { finishItems, languageOf, resolveAddress } from './finish-items.ts';
import { oneLine, toHtml } from './plain-text.ts';

/** A JSON Feed. */
export function fromJson(feed: JsonFeed.Feed<string>, address: string): Feed {
  const base = resolveAddress(feed.home_page_url, address) ?? address;
  const items = (feed.items ?? []).map((item) => ({
    id: item.id,
    title: oneLine(item.title),
    link: item.url ?? item.external_url,
    dates: [item.date_published, item.date_modified],
    author: (item.authors?.[0] ?? feed.authors?.[0])?.name,
    content: item.content_html ?? toHtml(item.content_text),
    summary: toHtml(item.summary),
    enclosures: (item.attachments ?? []).map(({ url, mime_type: type }) => ({ url, type })),
    base,
  }));
  return {
    title: oneLine(feed.title),
    link: resolveAddress(feed.home_page_url, address),
    language: languageOf(feed.language),
    ttl: null,
    items: finishItems(items),
  };
}
