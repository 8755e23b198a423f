import { isElement, isText, type PageElement, type PageNode } from './page-element.ts';

// Readability climbs from every element and reads the text in each again, so that nesting costs it more than length.
const MAX_ANCESTORS = 600_000; // of all elements in total
const MAX_REACH = 8_000_000; // characters, each counted once for every element around it; news pages have 150,000

/** Whether an article can be looked for in an element in good time, a few seconds at most. */
export function isSearchable(body: PageElement): boolean {
  const size = { ancestors: 0, reach: 0 };
  measure(body, 0, size);
  return size.ancestors <= MAX_ANCESTORS && size.reach <= MAX_REACH;
}

function measure(node: PageNode, depth: number, size: { ancestors: number; reach: number }) {
  if (isText(node)) size.reach += depth * (node.textContent ?? '').length;
  if (!isElement(node)) return;
  size.ancestors += depth;
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    measure(child, depth + 1, size);
}
