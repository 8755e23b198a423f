import type { Byline } from './byline-dates.ts';
import type { Attributes } from './page-events.ts';

/** What a page says about itself. Names of meta tags are in lower case; the first of several counts. */
export interface PageFacts {
  readonly metas: ReadonlyMap<string, string>;
  /** The texts of its JSON-LD scripts. */
  readonly data: readonly string[];
  /** The `datetime` of time elements in its articles and main part. */
  readonly times: readonly string[];
  readonly bylines: readonly Byline[];
  readonly title: string;
  readonly heading: string;
  readonly canonical: string;
  readonly language: string;
}

const MAX_FACT = 1000; // characters
const MAX_DATA = 500_000; // characters of one JSON-LD script
const ITEMS = new Set(['datepublished', 'author']); // microdata, which is often on visible elements

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
    facts: (): Omit<PageFacts, 'bylines'> => ({ ...stated.facts, ...heard.facts() }),
  };
}

/** Collects what is in attributes. */
function createStatements() {
  const metas = new Map<string, string>();
  const times: string[] = [];
  const facts = { metas, times, canonical: '', language: '' };
  let articles = 0;
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
      if (name === 'article' || name === 'main') articles++;
      if (name === 'time' && articles > 0 && attributes.datetime)
        times.push(attributes.datetime.slice(0, MAX_FACT));
      if (name === 'meta') {
        for (const key of ['property', 'name', 'itemprop', 'http-equiv'])
          if (attributes[key]) note(attributes[key].trim().toLowerCase(), attributes.content);
      } else if (ITEMS.has(item)) note(`item:${item}`, attributes.datetime ?? attributes.content);
    },
    close(name: string) {
      if (name === 'article' || name === 'main') articles--;
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
