/** A node of the document that an article is looked for in: an element, a text or a comment. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  remove(): void;
}

/** An element of it. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly tagName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

// The types of nodes that are read (dom.spec.whatwg.org).
const ELEMENT = 1;
const TEXT = 3;

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

/** Whether a node is a piece of text. */
export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT;
}
