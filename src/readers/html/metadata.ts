import type { DocumentMetadata } from '../../core/library/documents/document.ts';
import { parseLocalDate } from '../../core/text/local-date.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';
import { isWebAddress } from '../../core/text/web-address.ts';
import { tidyLine } from '../clean/readable-text.ts';
import { bylineDate, labelledBylines, shownDate } from './byline-dates.ts';
import type { PageFacts } from './facts.ts';
import { parseLinkedData } from './json-ld.ts';
import { markupLines } from './lines.ts';
import { withoutSite } from './site-title.ts';

const TITLES = ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title'];
const PUBLISHERS = ['og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher', 'publisher'];
const AUTHORS = [
  ...['author', 'article:author', 'citation_author', 'parsely-author', 'sailthru.author', 'dc.creator'],
  ...['dcterms.creator', 'byl', 'item:author'],
];
const DATES = [
  ...[
    'article:published_time',
    'og:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'citation_online_date',
  ],
  ...['sailthru.date', 'citation_publication_date', 'citation_date', 'dc.date.issued', 'dcterms.issued'],
  ...['dcterms.created', 'dc.date', 'dcterms.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date'],
  ...['publication_date', 'date'],
];
const LANGUAGES = ['content-language', 'og:locale', 'dc.language', 'dcterms.language', 'language'];

/** What a page states about its article in meta tags, JSON-LD and its head; everything else is unknown. */
export function statedMetadata(facts: PageFacts): DocumentMetadata {
  const data = parseLinkedData(facts.data);
  const metas = (keys: readonly string[]) => keys.map((key) => facts.metas.get(key) ?? null);
  const [openGraphTitle = null, ...titles] = metas(TITLES);
  const publisher = first([...metas(PUBLISHERS), data.publisher], parseName);
  const [published = null, ...dates] = metas(DATES);
  const languages = [facts.language, ...metas(LANGUAGES), data.language];
  const tag = languageTag(languages);
  const parseDate = dateParser(tag);
  return {
    publisher,
    title: first([openGraphTitle, data.headline, ...titles, facts.title, facts.heading], (text) =>
      withoutSite(parsePlain(text), publisher, parsePlain(facts.heading)),
    ),
    author: authorOf(first([...metas(AUTHORS), data.author], parseName), publisher, facts.authors),
    published:
      localDay(
        first([published, data.published, ...dates], (text) => (parseDate(text) ? text : null)),
        {
          parseDate,
          shown: shownDate(facts.bylines, tag),
        },
      ) ??
      onlyDay(facts.items, parseDate) ??
      bylineDate(labelledBylines(facts.bylines), tag) ??
      onlyDay(facts.times, parseDate) ??
      bylineDate(facts.bylines, tag),
    url: first([facts.canonical, facts.metas.get('og:url') ?? null], parseAddress),
    language: first(languages, parseLanguage),
  };
}

/** The day on which a page says that it was changed last; null if it names none, or several. */
export function statedUpdate({ updates, language, metas }: PageFacts): string | null {
  const tag = languageTag([language, ...LANGUAGES.map((key) => metas.get(key) ?? null)]);
  return onlyDay(updates, (text) => parseLocalDate(text, tag));
}

/** A language with its country, as far as the page tells it: "en-GB". */
function languageTag(languages: readonly (string | null)[]): string | null {
  return first(languages, (text) => (parseLanguage(text) === null ? null : text.trim()));
}

function dateParser(tag: string | null): (text: string) => string | null {
  return (text) => parseStatedDate(text) ?? parseLocalDate(text, tag);
}

/** Whether a name is one that people sign in with: “mcason”, “editor2”, “Admin”. */
function isAccount(name: string): boolean {
  return /^(?:\p{Ll}\S*|\S*[\d_]\S*)$/u.test(name) || ROLE.test(name);
}

const ROLE = /^(?:admin|administrator|webmaster|editor|author|guest|user)$/i;

/** Who is stated as the author, unless that is an account or the publisher and the page names persons. */
function authorOf(
  stated: string | null,
  publisher: string | null,
  persons: readonly string[],
): string | null {
  const isNoPerson = stated === null || isAccount(stated) || stated === publisher;
  return isNoPerson && persons.length > 0 ? persons.join(', ') : stated;
}

/** The day of an instant; one of universal time is on the day that the page itself shows, if some place on earth has it then. */
function localDay(
  instant: string | null,
  { parseDate, shown }: { parseDate: (text: string) => string | null; shown: string | null },
): string | null {
  const day = instant === null ? null : parseDate(instant);
  if (instant === null || day === null || shown === null || !UNIVERSAL.test(instant.trim())) return day;
  const hours = (Date.parse(instant.trim()) - Date.parse(shown)) / HOUR; // since the day began in universal time
  return hours >= -EAST && hours <= 24 + WEST ? shown : day;
}

const HOUR = 3_600_000; // milliseconds
const [EAST, WEST] = [14, 12]; // hours by which the clocks of the earth differ from universal time, at most
const UNIVERSAL = /T\d\d:?\d\d.*(?:Z|[+-]00:?00)$/;

function first(stated: readonly (string | null)[], read: (text: string) => string | null): string | null {
  for (const text of stated) {
    const found = text === null || text.trim() === '' ? null : read(text);
    if (found !== null) return found;
  }
  return null;
}

/** Meta tags and JSON-LD often contain markup or doubly escaped character references. */
function parsePlain(text: string): string | null {
  return tidyLine(/[<&]/.test(text) ? markupLines(text) : text);
}

const MAX_NAME = 120; // characters; a longer one is a description

/** A person's or publisher's name; a URL, which stands for a profile, is not a name. */
// A list of what an agent is called (AGLS and other profiles of Dublin Core): “scheme=…; corporateName=Harbour Board”.
const AGENT = /(?:^|;)\s*(?:personalName|corporateName|name)=([^;]+)/i;

function parseName(text: string): string | null {
  const plain = parsePlain(text)?.replace(/^by:?\s+/i, '') ?? null;
  const name = plain && (AGENT.exec(plain)?.[1] ?? plain);
  return name === null || name.length > MAX_NAME || /^@|^https?:|^www\.|\w@\w/i.test(name) ? null : name;
}

/** The one day that all time elements in the articles name; if there are several, it is not known which is meant. */
function onlyDay(times: readonly string[], parseDate: (text: string) => string | null): string | null {
  const [day, ...others] = new Set(times.map(parseDate));
  return others.length === 0 ? (day ?? null) : null;
}

function parseAddress(text: string): string | null {
  const address = text.trim();
  return isWebAddress(address) && new URL(address).username === '' ? address : null;
}

function parseLanguage(text: string): string | null {
  const [language = ''] = text
    .trim()
    .toLowerCase()
    .split(/[-_,;]/);
  return /^[a-z]{2}$/.test(language) ? language : null;
}
