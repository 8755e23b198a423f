import { type Handler, Parser, type ParserOptions } from 'htmlparser2';
import { readStyleClasses } from '../clean/style-classes.ts';
import { createBylineCollector } from './byline-collector.ts';
import { createFactCollector, type PageFacts } from './facts.ts';
import { createAuthorCollector } from './named-authors.ts';
import { writeNotation } from './notation.ts';
import { type Attributes, BLOCKS, type PageEvents } from './page-events.ts';
import { findPanels } from './panels.ts';
import { showEvents } from './shown.ts';
import { createUpdateCollector } from './update-lines.ts';

/** A page that is safe to build a document from: no scripts or handlers, no URLs except those of links, bounded depth. */
export interface Page {
  readonly markup: string;
  /** About how many elements and pieces of text it contains. */
  readonly nodes: number;
  readonly facts: PageFacts;
}

const MAX_DEPTH = 256; // of elements: 5,000 nested ones cost Readability 12 s, 20,000 overflow the stack

const HEADING = /^(?:h[1-6]|dt|summary)$/; // a button in one opens what it heads; other buttons are controls
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track']);

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
  const writer = createMarkupWriter(facts.hear);
  const { bylines, ...head } = createBylineCollector();
  const { authors, ...signed } = createAuthorCollector();
  const { updates, ...whole } = createUpdateCollector();
  const shown = showEvents(writeNotation(tellBoth(writer, tellBoth(signed, tellBoth(head, whole)))), {
    ...readStyleClasses(styleSheets(source)),
    panels: findPanels(source),
  });
  const heard = tellBoth(facts, shown);
  let open = 0; // elements
  const parser = new BoundedParser(
    {
      onopentag(name, attributes) {
        open++;
        heard.open(name, attributes);
      },
      ontext: heard.text,
      onclosetag(name) {
        open--;
        heard.close(name);
      },
    },
    { open: () => open, recognizeSelfClosing: /^\s*<\?xml/.test(source.slice(0, 200)) },
  );
  parser.end(source);
  return { ...writer.result(), facts: { ...facts.facts(), authors, bylines, updates } };
}

/** What stands in the style elements of a page. */
function styleSheets(source: string): string {
  const parts = source.split(/<style\b/i).slice(1);
  return parts.map((part) => part.split(/<\/style/i, 1)[0]?.replace(/^[^>]*>/, '') ?? '').join('}');
}

function tellBoth(one: PageEvents, other: PageEvents): PageEvents {
  return {
    open(name, attributes) {
      one.open(name, attributes);
      other.open(name, attributes);
    },
    text(text) {
      one.text(text);
      other.text(text);
    },
    close(name) {
      one.close(name);
      other.close(name);
    },
  };
}

/** Writes clean markup; elements nested too deeply leave no more than a break. */
function createMarkupWriter(hear: (text: string) => void) {
  const out: string[] = [];
  const written: boolean[] = []; // for each open element, whether it is in the markup
  const count = { depth: 0, nodes: 0 };
  const breaks = createBreaks();
  let headings = 0;
  return {
    open(name: string, attributes: Attributes) {
      if (HEADING.test(name)) headings++;
      const kept = count.depth < MAX_DEPTH && isElement(name) && !(name === 'button' && headings > 0);
      const bare = kept && isBare(name, attributes);
      written.push(kept && !bare);
      if (bare) return;
      breaks.open(name);
      if (!kept) {
        out.push(BREAKING.test(name) ? '<br><br>' : ' ');
        return;
      }
      count.depth++;
      count.nodes++;
      out.push(openTag(name, attributes));
    },
    text(text: string) {
      hear(text);
      if (breaks.holds(text)) return;
      const escaped = breaks.held() + escapeMarkup(text);
      out.push(escaped);
      count.nodes += 1 + escaped.split('&').length; // a parser makes a piece of text of every character reference
    },
    close(name: string) {
      if (HEADING.test(name)) headings--;
      const isWritten = written.pop() === true;
      breaks.close(name, isWritten);
      if (!isWritten) return;
      count.depth--;
      if (!VOID.has(name)) out.push(`</${name}>`);
    },
    result: () => ({
      markup: `<!doctype html><html><head></head><body>${out.join('')}</body></html>`,
      nodes: count.nodes,
    }),
  };
}

/** Holds back the spaces between blocks until the next text: a piece of text of its own costs as much as an element. */
function createBreaks() {
  let atBreak = true; // whether a block has just begun or ended
  let preformatted = 0;
  let space = '';
  return {
    open(name: string) {
      if (name === 'pre') preformatted++;
      atBreak = BLOCKS.has(name);
    },
    close(name: string, isWritten: boolean) {
      if (name === 'pre') preformatted--;
      if (isWritten) atBreak = BLOCKS.has(name);
    },
    /** Whether a text is no more than such a space. */
    holds(text: string): boolean {
      if (!atBreak || preformatted > 0 || /\S/.test(text)) return false;
      space = ' ';
      return true;
    },
    held(): string {
      const before = space;
      space = '';
      atBreak = false;
      return before;
    },
  };
}

const PLAIN = new Set(['b', 'strong', 'i', 'em', 'u', 'small', 'font', 'cite', 'abbr', 'code']);

/** Whether a tag only sets a word in another type; it costs a document as much as a paragraph. */
function isBare(name: string, attributes: Attributes): boolean {
  return PLAIN.has(name) && !KEPT.some((key) => attributes[key]);
}

const KEPT = [
  'id',
  'class',
  'role',
  'rel',
  'itemprop',
  'aria-hidden',
  'aria-modal',
  'href',
  'rowspan',
  'colspan',
];
const MAX_VALUE = 500; // characters of an attribute; no rule looks at more

function openTag(name: string, attributes: Attributes): string {
  const kept = KEPT.filter((key) => attributes[key] && !(key === 'href' && !/^#./.test(attributes[key]))).map(
    (key) =>
      ` ${key}="${escapeMarkup(attributes[key]?.slice(0, MAX_VALUE) ?? '').replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${kept.join('')}>`;
}

/** Whether a tag has an HTML name; the page's own frame is put around its content again later. */
function isElement(name: string): boolean {
  return /^[a-z][a-z0-9]*$/.test(name) && !/^(?:html|head|body)$/.test(name);
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
