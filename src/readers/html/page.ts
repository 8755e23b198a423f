import { type Handler, Parser, type ParserOptions } from 'htmlparser2';
import { type Attributes, createFactCollector, type PageFacts } from './facts.ts';

/** A page that is safe to build a document from: no scripts or handlers, no URLs except those of links, bounded depth. */
export interface Page {
  readonly markup: string;
  /** About how many elements and pieces of text it contains, and how many ancestors all its elements have in total. */
  readonly size: { readonly nodes: number; readonly ancestors: number };
  readonly facts: PageFacts;
}

const MAX_DEPTH = 256; // of elements: 5,000 nested ones cost Readability 12 s, 20,000 overflow the stack

const DROPPED = new Set(
  'script style template noscript iframe frame object embed applet svg math canvas audio video select option textarea button input link meta base figcaption img title'.split(
    ' ',
  ),
);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);

const BREAKING = /^(?:p|div|section|article|h[1-6]|li|tr|blockquote|br)$/;
const MAX_OPEN = 2000; // elements at a time: beyond that, closing one takes the parser ever longer

/** Leaves out the tags, but not the text, of elements that are nested more deeply than in any real page. */
class BoundedParser extends Parser {
  readonly #open: () => number;

  constructor(handler: Partial<Handler>, { open, ...options }: ParserOptions & { open: () => number }) {
    super(handler, options);
    this.#open = open;
  }

  override onopentagname(start: number, end: number): void {
    if (this.#open() < MAX_OPEN) super.onopentagname(start, end);
  }
}

/** Cleans a page in one pass, in which deep nesting costs no more than length. */
export function scanPage(source: string): Page {
  const facts = createFactCollector();
  const out: string[] = [];
  const written: boolean[] = []; // for each open element, whether it is in the markup
  const count = { depth: 0, dropped: 0, nodes: 0, ancestors: 0 };
  const parser = new BoundedParser(
    {
      onopentag(name, attributes) {
        facts.open(name, attributes);
        if (count.dropped > 0 || DROPPED.has(name)) count.dropped++;
        const kept = count.dropped === 0 && count.depth < MAX_DEPTH && isElement(name);
        written.push(kept);
        if (kept) {
          count.depth++;
          count.nodes++;
          count.ancestors += count.depth;
          out.push(openTag(name, attributes));
        } else if (count.dropped === 0) out.push(BREAKING.test(name) ? '<br><br>' : ' ');
      },
      ontext(text) {
        facts.text(text);
        if (count.dropped > 0) return;
        const escaped = escapeMarkup(text);
        out.push(escaped);
        count.nodes += 1 + escaped.split('&').length; // a parser makes a piece of text of every character reference
      },
      onclosetag(name) {
        facts.close(name);
        if (count.dropped > 0) count.dropped--;
        if (!written.pop()) return;
        count.depth--;
        if (!VOID.has(name)) out.push(`</${name}>`);
      },
    },
    { open: () => written.length, recognizeSelfClosing: /^\s*<\?xml/.test(source.slice(0, 200)) },
  );
  parser.end(source);
  const markup = `<!doctype html><html><head></head><body>${out.join('')}</body></html>`;
  return { markup, size: count, facts: facts.facts() };
}

const KEPT = ['id', 'class', 'role', 'rel', 'itemprop', 'aria-hidden', 'aria-modal', 'href'];
const MAX_VALUE = 500; // characters of an attribute; no rule looks at more
const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

function openTag(name: string, attributes: Attributes): string {
  const kept = KEPT.filter((key) => attributes[key]).map(
    (key) =>
      ` ${key}="${escapeMarkup(attributes[key]?.slice(0, MAX_VALUE) ?? '').replaceAll('"', '&quot;')}"`,
  );
  const hidden = 'hidden' in attributes || INVISIBLE.test(attributes.style ?? '');
  return `<${name}${kept.join('')}${hidden ? ' hidden=""' : ''}>`;
}

/** Whether a tag has an HTML name; the page's own frame is put around its content again later. */
function isElement(name: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(name) && !/^(?:html|head|body)$/.test(name);
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
