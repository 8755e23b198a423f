import type { Byline } from './byline-dates.ts';
import type { Attributes } from './page-events.ts';

/** What a page says about itself. Names of meta tags are in lower case; the first of several counts. */
export interface PageFacts {
  readonly metas: ReadonlyMap<string, string>;
  /** The texts of its JSON-LD scripts. */
  readonly data: readonly string[];
  /** The `datetime` of time elements in its articles and main part, outside links, lists and boxes of other articles. */
  readonly times: readonly string[];
  /** The dates of publication in its microdata, of which one box of teasers has several. */
  readonly items: readonly string[];
  readonly bylines: readonly Byline[];
  /** The persons whom it names as authors at its head. */
  readonly authors: readonly string[];
  /** Lines that say when it was changed last. */
  readonly updates: readonly string[];
  readonly title: string;
  readonly heading: string;
  readonly canonical: string;
  readonly language: string;
}

const MAX_FACT = 1000; // characters
const MAX_DATA = 500_000; // characters of one JSON-LD script
const OTHERS = new Set(['a', 'li', 'aside', 'nav']); // what is dated inside one is another page

/** Collects a page's facts from a parser's events. */
export function createFactCollector() {
  const stated = createStatements();
  const heard = createListener();
  return {
    open(name: string, attributes: Attributes) {
      stated.open(name, attributes);
      heard.open(name, attributes);
    },
    /** What is between the tags of the source. */
    text: heard.text,
    /** What the page shows of it. */
    hear: heard.hear,
    close(name: string) {
      stated.close(name);
      heard.close();
    },
    facts: (): Omit<PageFacts, 'authors' | 'bylines' | 'updates'> => ({ ...stated.facts, ...heard.facts() }),
  };
}

/** Collects what is in attributes. */
function createStatements() {
  const metas = new Map<string, string>();
  const times: string[] = [];
  const items: string[] = [];
  const facts = { metas, times, items, canonical: '', language: '' };
  const articles: boolean[] = []; // whether each open one is another page's
  let closed = 0; // articles
  let mains = 0;
  let others = 0;
  const isOther = () => others > 0 || articles.includes(true);
  const note = (key: string, value = '') => {
    if (value.trim() !== '' && !metas.has(key)) metas.set(key, value.slice(0, MAX_FACT));
  };
  return {
    facts,
    open(name: string, attributes: Attributes) {
      const item = attributes.itemprop?.toLowerCase() ?? '';
      if (name === 'html') facts.language ||= attributes.lang ?? attributes['xml:lang'] ?? '';
      if (name === 'link' && /\bcanonical\b/i.test(attributes.rel ?? ''))
        facts.canonical ||= attributes.href ?? '';
      if (name === 'main') mains++;
      if (name === 'article') articles.push(articles.length > 0 || closed > 0);
      if (OTHERS.has(name)) others++;
      if (name === 'time' && mains + articles.length > 0 && !isOther() && attributes.datetime)
        times.push(attributes.datetime.slice(0, MAX_FACT));
      if (name === 'meta') {
        for (const key of ['property', 'name', 'itemprop', 'http-equiv'])
          if (attributes[key]) note(attributes[key].trim().toLowerCase(), attributes.content);
      } else if (item === 'author') note('item:author', attributes.content);
      else if (item === 'datepublished' && !isOther())
        items.push((attributes.datetime ?? attributes.content ?? '').slice(0, MAX_FACT));
    },
    close(name: string) {
      if (OTHERS.has(name)) others--;
      if (name === 'main') mains--;
      if (name === 'article' && articles.pop() !== undefined) closed++;
    },
  };
}

type Heard = 'title' | 'heading' | 'data';

/** Collects what is between tags: the first title, the first heading and every JSON-LD script. */
function createListener() {
  const heard: Record<Heard, string[]> = { title: [''], heading: [''], data: [''] };
  let listening: Heard | null = null;
  let depth = 0;
  const keep = (text: string) => {
    if (!listening) return;
    const texts = heard[listening];
    const last = texts.at(-1) ?? '';
    if (last.length < (listening === 'data' ? MAX_DATA : MAX_FACT)) texts[texts.length - 1] = last + text;
  };
  return {
    open(name: string, attributes: Attributes) {
      if (listening) depth++;
      else listening = heardAt(name, attributes, heard.title[0] === '', heard.heading[0] === '');
    },
    text: (text: string) => (listening === 'heading' ? undefined : keep(text)),
    hear: (text: string) => (listening === 'heading' ? keep(text) : undefined),
    close() {
      if (!listening || depth-- > 0) return;
      if (listening === 'data') heard.data.push('');
      listening = null;
      depth = 0;
    },
    facts: () => ({
      data: heard.data.filter((text) => text.trim() !== ''),
      title: heard.title[0] ?? '',
      heading: heard.heading[0] ?? '',
    }),
  };
}

function heardAt(name: string, attributes: Attributes, noTitle: boolean, noHeading: boolean): Heard | null {
  if (name === 'title' && noTitle) return 'title';
  if (name === 'h1' && noHeading) return 'heading';
  return name === 'script' && /ld\+json/i.test(attributes.type ?? '') ? 'data' : null;
}
