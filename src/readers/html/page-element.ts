/** An element of the document that an article is looked for in. */
export interface PageElement {
  readonly parentElement: PageElement | null;
  readonly textContent: string | null;
  readonly tagName: string;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}
