import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { cleanArticle, removeFurniture } from '../clean/furniture.ts';
import { tidyLine } from '../clean/readable-text.ts';
import { isSearchable } from './article-size.ts';
import { removeCards } from './cards.ts';
import { removeConsent } from './consent.ts';
import { withLead } from './lead.ts';
import { elementLines, markupLines } from './lines.ts';
import type { Page } from './page.ts';
import type { PageElement } from './page-element.ts';

const MAX_NODES = 40_000; // of a document that is built; each takes kilobytes

/**
 * The article of a page. Readability finds its place in the document, then the rules for scraped text drop the lines
 * of furniture inside it; if no article stands out, they get the whole page.
 */
export function readArticle(
  { markup, nodes, facts }: Page,
  title: string | null,
): ReturnType<typeof removeFurniture> {
  const { whole, article } = (nodes <= MAX_NODES ? findArticle(markup) : null) ?? {
    whole: markupLines(markup),
    article: null,
  };
  const names = [title, tidyLine(facts.heading)].filter((name) => name !== null);
  const body = withoutTitle(article ?? '', names);
  if (!/[\p{L}\p{N}]/u.test(body)) return removeFurniture(whole);
  const cleaned = cleanArticle(
    body,
    [title, tidyLine(facts.heading)].filter((name) => name !== null),
  );
  return { ...cleaned, text: withLead(cleaned.text, whole, { ...facts, title }) };
}

interface FoundArticle {
  /** The text of the page without what asks for consent. */
  readonly whole: string;
  /** That of its article. */
  readonly article: string | null;
}

/** Readability fails on some documents that are not articles; then none was found. */
function findArticle(markup: string): FoundArticle | null {
  let whole: string | null = null;
  try {
    const { document } = parseHTML(markup);
    removeConsent(document.body);
    whole = elementLines(document.body);
    if (!isSearchable(document.body)) return { whole, article: null };
    for (const button of [...document.querySelectorAll('button')]) button.remove();
    unhideWhole(document.body);
    const readability = new Readability<PageElement>(document, {
      disableJSONLD: true,
      serializer: (content) => content,
    });
    const found = readability.parse()?.content;
    if (found) removeCards(found);
    return { whole, article: found ? elementLines(found) : null };
  } catch {
    return whole === null ? null : { whole, article: null };
  }
}

/** An open dialog hides the page behind it from screen readers; a page saved then is the page all the same. */
function unhideWhole(body: PageElement): void {
  const length = body.textContent?.length ?? 0;
  for (const element of body.querySelectorAll('[aria-hidden=true]'))
    if ((element.textContent?.length ?? 0) > length / 2) element.removeAttribute('aria-hidden');
}

function withoutTitle(text: string, names: readonly string[]): string {
  const end = text.indexOf('\n');
  return end !== -1 && names.includes(text.slice(0, end)) ? text.slice(end).trimStart() : text;
}
