import { html, type Markup } from '../../adapters/web/markup.ts';
import type { DigestReply, Point, Source } from '../../core/replies/reply.ts';
import { formatDate } from '../../core/text/format-date.ts';
import { isLinkable } from '../../core/text/web-address.ts';
import { writeAtom } from '../../readers/feed/write-atom.ts';

/** An edition that was posted, as it can be read now. */
export interface FeedEntry {
  /** The key of its post. */
  readonly key: string;
  readonly posted: Date;
  readonly title: string;
  readonly reply: DigestReply;
  /** Its page; null if it has none. */
  readonly page: string | null;
}

/** A digest as a feed. */
export interface DigestFeed {
  readonly address: string;
  readonly title: string;
  /** Latest first. */
  readonly entries: readonly FeedEntry[];
  /** When the digest was ordered: what the feed is dated before its first entry. */
  readonly ordered: Date;
}

/** Writes a digest as Atom; each entry quotes an edition word for word, with its citations. */
export function writeFeed({ address, title, entries, ordered }: DigestFeed): string {
  return writeAtom({
    id: address,
    title: { value: inXml(title) },
    updated: entries[0]?.posted ?? ordered,
    links: [{ href: address, rel: 'self', type: 'application/atom+xml' }],
    authors: [{ name: 'Dossier' }],
    entries: entries.map(toEntry),
  });
}

function toEntry({ key, posted, title, reply, page }: FeedEntry) {
  return {
    id: `urn:dossier:edition:${key}`,
    title: { value: inXml(title) },
    updated: posted,
    published: posted,
    links: page === null ? [] : [{ href: page, rel: 'alternate', type: 'text/html' }],
    content: { type: 'html', value: inXml(contentOf(reply).markup) },
  };
}

/** What no XML document may contain (XML 1.0, production 2). */
function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** The excerpts of an edition, and what they are quoted from. */
function contentOf({ points, sources }: Pick<DigestReply, 'points' | 'sources'>): Markup {
  return html`${points.map(quotation)}<ol>${sources.map(listed)}</ol>`;
}

function quotation({ text, citation, label, url, earlier }: Point): Markup {
  const number = linked(url, `[${citation}]`);
  const before = label === null ? '' : html`<b>${label}:</b> `;
  return html`<blockquote><p>${before}${text} ${number}</p>${earlier ? html`<p><i>was:</i> ${earlier.text}</p>` : ''}</blockquote>`;
}

function listed({ title, publisher, published, url }: Source): Markup {
  const known = [publisher, published === null ? null : formatDate(published)].filter(
    (each) => each !== null,
  );
  return html`<li>${linked(url, title)}${known.map((each) => `, ${each}`)}</li>`;
}

function linked(url: string | null, text: string): Markup {
  return url !== null && isLinkable(url) ? html`<a href="${url}">${text}</a>` : html`${text}`;
}
