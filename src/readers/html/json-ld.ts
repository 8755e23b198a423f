import { parseFaultyJson } from './faulty-json.ts';

/** What a page's JSON-LD says about its article. */
export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

const ARTICLE = /(?:Article|Posting|Report|Review|WebPage)$/;

/** Parses the JSON-LD scripts of a page; an article takes precedence over the page that contains it. */
export function parseLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap((script) => listThings(parse(script)));
  const told = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const ranked = [...told].sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
  const first = (read: (thing: Thing) => string | null) =>
    ranked.reduce<string | null>((found, thing) => found ?? read(thing), null);
  return {
    headline: first((thing) => (isPage(thing) ? null : nameOf(thing.headline))),
    author: first((thing) => nameOf(thing.author)),
    publisher: first((thing) => nameOf(thing.publisher)),
    published: first((thing) => nameOf(thing.datePublished)),
    language: first((thing) => nameOf(thing.inLanguage)),
  };
}

type Thing = Readonly<Record<string, unknown>>;

function parse(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return parseFaultyJson(script);
  }
}

/** The top-level things of a script, in a list or in a graph. */
function listThings(value: unknown, depth = 0): Thing[] {
  if (Array.isArray(value)) return depth > 2 ? [] : value.flatMap((each) => listThings(each, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...listThings(value['@graph'] ?? null, depth + 1)];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function isPage(thing: Thing): boolean {
  return typesOf(thing).every((type) => type.endsWith('WebPage'));
}

/** A text, the name of a thing, or the names of several. */
function nameOf(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value;
  if (isThing(value)) return typeof value.name === 'string' ? value.name : null;
  if (!Array.isArray(value) || depth > 0) return null;
  const names = value.map((each) => nameOf(each, depth + 1)).filter((name) => name !== null);
  return names.length > 0 ? [...new Set(names)].join(', ') : null;
}
