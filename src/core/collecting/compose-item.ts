import type { SourceNote } from '../library/sources/source-notes.ts';
import type { Feed, FeedItem } from './feed.ts';
import type { Fetched } from './fetcher.ts';
import type { FollowedSource } from './source.ts';

/** A document as it is put into the corpus. */
export interface ItemFile {
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
};

/** The ending for what was fetched; null if it is nothing that an article is published as. */
export function endingOf({ type, bytes }: Pick<Fetched, 'type' | 'bytes'>): string | null {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('%PDF-')) return '.pdf';
  return ENDINGS[type] ?? (/^\s*(?:<!doctype html|<html)/i.test(start) ? '.html' : null);
}

/** What is known of an item's document, from its feed and what somebody calls that. */
export function noteOf(item: FeedItem, { title }: Pick<FollowedSource, 'title'>, feed: Feed): SourceNote {
  const publisher = title ?? feed.title;
  return { title: item.title, publisher, author: item.author, published: item.published, url: item.link };
}

/** An item's own text as a page that says what is known of it. */
export function ownPage(item: FeedItem, note: SourceNote, language: string | null): ItemFile {
  const meta = (key: string, value: string | null | undefined) =>
    value ? [`<meta ${key} content="${escapeMarkup(value)}">`] : [];
  const head = [
    '<meta charset="utf-8">',
    ...(item.title ? [`<title>${escapeMarkup(item.title)}</title>`] : []),
    ...meta('name="author"', note.author),
    ...meta('property="og:site_name"', note.publisher),
    ...meta('property="article:published_time"', note.published),
    ...(item.link ? [`<link rel="canonical" href="${escapeMarkup(item.link)}">`] : []),
  ];
  const heading = item.title ? `<h1>${escapeMarkup(item.title)}</h1>\n` : '';
  const page = `<!doctype html>
<html${language === null ? '' : ` lang="${language}"`}>
<head>
${head.join('\n')}
</head>
<body>
<article>
${heading}${item.html ?? ''}
</article>
</body>
</html>
`;
  return { ending: '.html', bytes: Buffer.from(page) };
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
