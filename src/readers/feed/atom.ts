import type { AtomFeed } from 'feedsmith';
import type { Feed } from '../../core/collecting/feed.ts';
import { baseOf, finishItems, languageOf, type RawItem, resolveAddress } from './finish-items.ts';
import { oneLine, plainText, toHtml } from './plain-text.ts';

type Entry = AtomFeed.Entry<string>;
type Text = { readonly value?: string; readonly type?: string };
type Links = Entry['links'];

/** An Atom feed. */
export function fromAtom(feed: AtomFeed.Feed<string>, address: string): Feed {
  const base = baseOf(address, feed.xml?.base);
  return {
    title: titleOf(feed.title),
    link: resolveAddress(alternate(feed.links), base),
    language: languageOf(feed.xml?.lang),
    ttl: null,
    items: finishItems((feed.entries ?? []).map((entry) => toRaw(entry, feed, base))),
  };
}

function toRaw(entry: Entry, feed: AtomFeed.Feed<string>, base: string): RawItem {
  const { content, summary, authors, source, dc } = entry;
  const author =
    authors?.[0]?.name ?? dc?.creators?.[0] ?? source?.authors?.[0]?.name ?? feed.authors?.[0]?.name;
  const enclosed = entry.links?.filter(({ rel }) => rel === 'enclosure') ?? [];
  return {
    id: entry.id,
    title: titleOf(entry.title),
    link: alternate(entry.links) ?? content?.src,
    dates: [entry.published, ...(dc?.dates ?? []), entry.updated],
    author,
    content: htmlOf(content),
    summary: htmlOf(summary),
    enclosures: enclosed.map(({ href, type }) => ({ url: href, type })),
    base: baseOf(base, entry.xml?.base),
  };
}

function titleOf(title: Text | undefined): string | null {
  return isMarkup(title) ? plainText(title?.value) : oneLine(title?.value);
}

function htmlOf(text: Text | undefined): string | undefined {
  if (text?.type !== undefined && /^(?:image|audio|video|application\/(?!xhtml))/.test(text.type))
    return undefined;
  return isMarkup(text) ? text?.value : toHtml(text?.value);
}

function isMarkup(text: Text | undefined): boolean {
  return /html/i.test(text?.type ?? '');
}

function alternate(links: Links): string | undefined {
  const pages = links?.filter(({ rel }) => rel === undefined || rel === 'alternate') ?? [];
  return (pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0])?.href;
}
