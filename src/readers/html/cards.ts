import { isElement, type PageElement, type PageNode } from './page-element.ts';

const LEAST = 2; // cards that make a list of other articles
const STATEMENT = 8; // words from which a text between cards is the article's own
const HEADING = /^h[1-6]$/;
const INSIDE = 'h1,h2,h3,h4,h5,h6,p,div,time,figure'; // what a card's link wraps, and no link in a sentence

/** Removes the cards that lead to other articles, with the heading over them, from the end of an article. */
export function removeCards(article: PageElement): void {
  const parts = [...listParts(article)];
  const own = parts.findLastIndex(({ kind, text }) => kind !== 'card' && isStatement(text));
  const start = parts.findIndex(({ kind }, at) => at > own && kind === 'card');
  const cards = parts.slice(start).filter(({ kind }) => kind === 'card');
  if (own === -1 || start === -1 || cards.length < LEAST) return;
  const from = parts[start - 1]?.kind === 'heading' && start - 1 > own ? start - 1 : start;
  for (const { node } of parts.slice(from)) node.remove();
}

interface Part {
  readonly kind: 'card' | 'heading' | 'text';
  readonly node: PageNode;
  readonly text: string;
}

/** The cards, headings and pieces of text in an element, in their order. */
function* listParts(element: PageElement): Generator<Part> {
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    const kind = isElement(node) ? kindOf(node) : 'text';
    const text = kind === null ? '' : (node.textContent ?? '').trim();
    if (kind === null && isElement(node)) yield* listParts(node);
    else if (kind !== null && text !== '') yield { kind, node, text };
  }
}

function kindOf(element: PageElement): 'card' | 'heading' | null {
  if (element.localName === 'a') return element.querySelector(INSIDE) ? 'card' : null;
  if (!HEADING.test(element.localName)) return null;
  const link = element.querySelector('a');
  return link && link.textContent?.trim() === element.textContent?.trim() ? 'card' : 'heading';
}

function isStatement(text: string): boolean {
  return text.split(/\s+/).length >= STATEMENT;
}
