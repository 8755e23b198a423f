import { isElement, isText, type PageElement, type PageNode } from './page-element.ts';

const MAX_NODES = 2000;

/** The first characters of an element's text; `isWhole` is whether there are no more. It costs no more than they do. */
export function openingText(element: PageElement, limit: number): { text: string; isWhole: boolean } {
  let text = '';
  let nodes = 0;
  const isRead = (node: PageNode): boolean => {
    if (++nodes > MAX_NODES) return false;
    if (isText(node)) text += node.textContent ?? '';
    if (text.length > limit) return false;
    for (let child = isElement(node) ? node.firstChild : null; child !== null; child = child.nextSibling)
      if (!isRead(child)) return false;
    return true;
  };
  const isWhole = isRead(element);
  return { text: text.slice(0, limit), isWhole };
}
