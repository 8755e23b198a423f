import { createHash } from 'node:crypto';
import type { FeedItem } from '../../core/collecting/feed.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { oneLine } from './plain-text.ts';

/** An item as its format has it. */
export interface RawItem {
  readonly id: string | undefined;
  readonly title: string | null;
  /** As written, relative perhaps. */
  readonly link: string | undefined;
  /** The first of these that is a date counts. */
  readonly dates: readonly (string | undefined)[];
  readonly author: string | undefined;
  readonly content: string | undefined;
  readonly summary: string | undefined;
  readonly enclosures: readonly { readonly url?: string | undefined; readonly type?: string | undefined }[];
  /** What links are relative to. */
  readonly base: string;
}

/** Makes items whole, without those that are nothing but a title: links absolute, dates read, and a key for each, however carelessly ids were given. */
export function finishItems(raw: readonly RawItem[]): FeedItem[] {
  const items = raw.map(finish).filter(({ html, link, enclosure }) => (html ?? link ?? enclosure) !== null);
  const counts = new Map<string, number>();
  for (const { key } of items) counts.set(key, (counts.get(key) ?? 0) + 1);
  const unique = items.map((item) =>
    counts.get(item.key) === 1 ? item : { ...item, key: `${item.key} ${contentKey(item)}` },
  );
  return [...new Map(unique.toReversed().map((item) => [item.key, item])).values()].reverse();
}

function finish({ id, title, link, dates, author, content, summary, enclosures, base }: RawItem): FeedItem {
  const text = [content, summary].find((each) => each !== undefined && each.trim() !== '');
  const html = text?.replaceAll('\0', '') ?? null;
  const written = dates.find((date) => date !== undefined && parseStatedDate(date) !== null);
  const at = Date.parse(written ?? '');
  const item = {
    ...{ title, html, isContent: text !== undefined && text === content, author: oneLine(author) },
    link: resolveAddress(link, base),
    published: written === undefined ? null : parseStatedDate(written),
    at: Number.isNaN(at) ? null : new Date(at),
    enclosure: resolveAddress(enclosures.find(({ type }) => type === 'application/pdf')?.url, base),
  };
  return { ...item, key: keyOf(id) ?? item.link ?? contentKey(item) };
}

/** An id as it is given, unless it is longer than ids are. */
function keyOf(id: string | undefined): string | null {
  const line = oneLine(id);
  return line?.endsWith('…') ? hash(id) : line;
}

function contentKey({ title, link, html }: Pick<FeedItem, 'title' | 'link' | 'html'>): string {
  return hash([title, link, html]);
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/** An address that may be a link, made absolute; null if it is none. */
export function resolveAddress(href: string | undefined, base: string): string | null {
  if (href === undefined || href.trim() === '' || !URL.canParse(href.trim(), base)) return null;
  const url = withoutTracking(new URL(href.trim(), base).href);
  return isLinkable(url) && url.length <= MOST ? url : null;
}

const MOST = 2048; // characters of an address
const TRACKING = /(?<=[?&])(?:utm_[a-z]+|fbclid|gclid|mc_[ce]id)=[^&#]*(?:&|(?=#|$))/gi;

/** An address without what tells a site where its visitors come from. */
function withoutTracking(url: string): string {
  return url.replace(TRACKING, '').replace(/[?&](?=#|$)/, '');
}

/** What links are relative to: the innermost of these that is an address. */
export function baseOf(address: string, ...inner: readonly (string | undefined)[]): string {
  return inner.reduce<string>((base, each) => resolveAddress(each, base) ?? base, address);
}

/** A language in two letters; null if none is given. */
export function languageOf(tag: string | undefined): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}
