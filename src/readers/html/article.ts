import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { removeFurniture } from '../clean/furniture.ts';
import { markupLines } from './lines.ts';
import type { Page } from './page.ts';

const MAX_NODES = 40_000; // beyond them Readability may take seconds, and hundreds of megabytes
const MAX_ANCESTORS = 600_000; // of all elements in total: it climbs to them again and again

/**
 * The article of a page. Readability finds its place in the document, then the rules for scraped text drop the lines
 * of furniture inside it; if no article stands out, they get the whole page.
 */
export function readArticle(
  { markup, size }: Page,
  title: string | null,
): ReturnType<typeof removeFurniture> {
  const small = size.nodes <= MAX_NODES && size.ancestors <= MAX_ANCESTORS;
  const article = small ? findArticle(markup) : null;
  const text = article === null ? '' : withoutTitle(markupLines(article), title);
  return removeFurniture(/[\p{L}\p{N}]/u.test(text) ? text : markupLines(markup));
}

/** Readability fails on some documents that are not articles; then none was found. */
function findArticle(markup: string): string | null {
  try {
    const { document } = parseHTML(markup);
    return new Readability(document, { disableJSONLD: true }).parse()?.content ?? null;
  } catch {
    return null;
  }
}

function withoutTitle(text: string, title: string | null): string {
  const end = text.indexOf('\n');
  return end !== -1 && text.slice(0, end) === title ? text.slice(end).trimStart() : text;
}
