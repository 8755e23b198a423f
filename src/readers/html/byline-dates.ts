import { beforeUpdate, isPublicationLine } from '../../core/text/date-labels.ts';
import { parseLocalDate } from '../../core/text/local-date.ts';
import type { Attributes, PageEvents } from './page-events.ts';

const DATED =
  /(?:^|[-_\s])(?:date|datum|datetime|fecha|published|pub-?date|publish-?(?:date|time)|posted-on|byline|dateline|timestamp|(?:post|entry|article|story)-?(?:meta|info|date|time))(?:$|[-_\s])/i;
const ASIDE = new Set(['aside', 'nav', 'footer']);
const PARAGRAPH = 20; // words from which a paragraph is the article's
const OPENING = 2; // paragraphs of an article, after which no byline is looked for
const MAX_BYLINE = 120; // characters

/** A line at the head of an article. */
export interface Byline {
  readonly text: string;
  /** Whether the page marks it as a date or a byline. */
  readonly isMarked: boolean;
}

/** The bylines that say that a date is that of the publication. */
export function labelledBylines(bylines: readonly Byline[]): readonly Byline[] {
  return bylines.filter(({ text }) => isPublicationLine(text));
}

/** The one day that an article's bylines name as that of its publication; null if they name several. */
export function bylineDate(bylines: readonly Byline[], language: string | null): string | null {
  const days = bylines.flatMap(({ text, isMarked }) => {
    const published = beforeUpdate(text);
    const date = isMarked || isBareByline(published) ? parseLocalDate(published, language) : null;
    return date === null ? [] : [date];
  });
  const [day, ...others] = new Set(days);
  return others.length === 0 ? (day ?? null) : null;
}

/** Whether a line begins like a byline or a dateline, and is no sentence. */
function isBareByline(text: string): boolean {
  if (/[.!?。]$/u.test(text) || text.split(' ').length > BARE) return false;
  return isPublicationLine(text) || AUTHORED.test(text) || DATED_PLACE.test(text);
}

const BARE = 10; // words
const AUTHORED = /^(?:by|von|par|por|di|door|av|af)\b/iu;
const DATED_PLACE = /^(?:\p{Lu}[\p{L} .-]{1,30}[,|·] ?)?(?:\p{L}{2,12}[.,]? )?\(?\d/u;

/** Collects the lines of a page that may say when its article was published, at its head and in its own words. */
export function createBylineCollector(): PageEvents & { readonly bylines: readonly Byline[] } {
  const bylines: Byline[] = [];
  const place = { headed: false, articles: 0, asides: 0, paragraphs: 0 };
  let text: string | null = null; // of the line that is open
  let depth = 0;
  let isMarked = false;
  const isOpening = () =>
    (place.headed || place.articles > 0) && place.asides === 0 && place.paragraphs < OPENING;
  const end = (line: string) => {
    if (line.split(/\s+/).length >= PARAGRAPH) place.paragraphs++;
    else if (line.length <= MAX_BYLINE && /\d{4}/.test(line)) bylines.push({ text: line, isMarked });
    text = null;
  };
  return {
    bylines,
    open(name, attributes) {
      if (name === 'h1') place.headed = true;
      if (name === 'article') place.articles++;
      if (ASIDE.has(name)) place.asides++;
      if (text !== null) depth++;
      else if (isOpening() && isLine(name, attributes)) {
        text = '';
        depth = 0;
        isMarked = name !== 'p' || isNamedDate(attributes);
      }
    },
    text(heard) {
      if (text !== null && text.length <= MAX_LINE) text += heard;
    },
    close(name) {
      if (name === 'article') place.articles--;
      if (ASIDE.has(name)) place.asides--;
      if (text !== null && depth-- === 0) end(text.replace(/\s+/g, ' ').trim());
    },
  };
}

const MAX_LINE = 1000; // characters, enough to tell a byline from a paragraph

function isLine(name: string, attributes: Attributes): boolean {
  return name === 'p' || name === 'time' || isNamedDate(attributes);
}

function isNamedDate({ class: classes = '', id = '', itemprop = '' }: Attributes): boolean {
  return /^datePublished$/i.test(itemprop) || DATED.test(classes) || DATED.test(id);
}
