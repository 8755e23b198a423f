import type { Attributes, PageEvents } from './page-events.ts';

/** An element with what is in it. */
export interface Subtree {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (Subtree | string)[];
}

type PageEvent =
  | { readonly text: string }
  | { readonly name: string; readonly attributes: Attributes | null };

/** What a parser told of one element. */
export interface Recording {
  readonly name: string;
  readonly attributes: Attributes;
  readonly events: readonly PageEvent[];
}

/** Keeps what a parser tells of one element until it closes; of more than `limit` tags and texts, the first. */
export function recordElement(name: string, attributes: Attributes, limit: number) {
  const events: PageEvent[] = [];
  let depth = 1;
  const keep = (event: PageEvent) => {
    if (events.length < limit) events.push(event);
  };
  return {
    recording: { name, attributes, events } satisfies Recording,
    isFull: () => events.length >= limit,
    open(child: string, its: Attributes) {
      depth++;
      keep({ name: child, attributes: its });
    },
    text: (text: string) => keep({ text }),
    /** Returns whether that closed the element itself. */
    close(child: string): boolean {
      if (--depth > 0) keep({ name: child, attributes: null });
      return depth === 0;
    },
  };
}

/** Tells again of what is in an element. */
export function replay({ events }: Recording, to: PageEvents): void {
  for (const event of events) {
    if ('text' in event) to.text(event.text);
    else if (event.attributes) to.open(event.name, event.attributes);
    else to.close(event.name);
  }
}

const MAX_DEPTH = 100; // what is nested deeper is put into the element above

/** Makes a tree of an element. */
export function growTree({ name, attributes, events }: Recording): Subtree {
  const root: Subtree = { name, attributes, children: [] };
  const open = [root];
  let deeper = 0;
  for (const event of events) {
    if ('text' in event) open.at(-1)?.children.push(event.text);
    else if (event.attributes === null) {
      if (deeper > 0) deeper--;
      else open.pop();
    } else if (open.length > MAX_DEPTH) deeper++;
    else {
      const child: Subtree = { name: event.name, attributes: event.attributes, children: [] };
      open.at(-1)?.children.push(child);
      open.push(child);
    }
  }
  return root;
}

/** The text in an element, without that of styles. */
export function textOf({ name, children }: Subtree): string {
  if (name === 'style') return '';
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The first element in another that passes a test, in the order of the page. */
export function findElement(tree: Subtree, test: (element: Subtree) => boolean): Subtree | null {
  for (const child of tree.children) {
    if (typeof child === 'string') continue;
    const found = test(child) ? child : findElement(child, test);
    if (found) return found;
  }
  return null;
}
