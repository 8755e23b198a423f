import type { FeedItem } from './feed.ts';

const SHORT = { content: 250, description: 1000 } as const; // characters of text

/** Whether a feed holds only the beginning or a summary of an item whose page has all of it. */
export function isTeaser({ html, isContent, link }: Pick<FeedItem, 'html' | 'isContent' | 'link'>): boolean {
  if (link === null) return false;
  const text = plainText(html ?? '');
  return text.length < (isContent ? SHORT.content : SHORT.description) || CUT.test(text.slice(-120));
}

const CUT =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&#?\w+;)\]|(?:read|learn|see) more|continue reading|read (?:the )?(?:full|whole|rest).*|weiterlesen|lire la suite|leer más|mehr lesen)\W*$/i;

function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
