import type * as z from 'zod';
import { type DocumentMetadata, UNKNOWN } from '../../core/library/documents/document.ts';
import { addressDate } from '../../core/library/facts/path-date.ts';
import { documentKeys } from '../../core/library/sources/sources-file.ts';
import { parseLocalDate } from '../../core/text/local-date.ts';
import { parseStatedDate } from '../../core/text/stated-date.ts';

/** A value of front matter and the line of its key. */
export interface Stated {
  readonly value: unknown;
  readonly line: number;
}

interface Key {
  readonly sets: keyof DocumentMetadata;
  /** Returns the value as metadata has it, or undefined if it states nothing; dates may be written in the document's language. */
  readonly read: (value: unknown, language: string | null) => unknown;
  readonly rule: z.ZodType;
}

const { title, publisher, author, published, url, language } = documentKeys;

/** A later key of the same meaning is used if the earlier one states nothing. Keys of other programs are ignored. */
const KEYS: ReadonlyMap<string, Key> = new Map<string, Key>([
  ['title', { sets: 'title', read: readText, rule: title }],
  ['publisher', { sets: 'publisher', read: readNames, rule: publisher }],
  ['author', { sets: 'author', read: readNames, rule: author }],
  ['authors', { sets: 'author', read: readPeople, rule: author }],
  ['published', { sets: 'published', read: readDate, rule: published }],
  ['date', { sets: 'published', read: readDate, rule: published }],
  ...['publishdate', 'pubdate', 'publish_date', 'publication_date', 'date_published', 'published_at'].map(
    (name) => [name, { sets: 'published', read: readDate, rule: published }] as const,
  ),
  ...['created', 'creation-date', 'created_at', 'creation_date', 'date_created', 'start-date'].map(
    (name) => [name, { sets: 'published', read: readDay, rule: published }] as const,
  ),
  ...['permalink', 'path', 'slug', 'redirect_from', 'aliases'].map(
    (name) => [name, { sets: 'published', read: readPath, rule: published }] as const,
  ),
  ['url', { sets: 'url', read: readAddress, rule: url }],
  ['language', { sets: 'language', read: readLanguage, rule: language }],
  ['lang', { sets: 'language', read: readLanguage, rule: language }],
]);

/** Whether a key states metadata; other programs' keys don't. */
export function isKnownKey(name: string): boolean {
  return KEYS.has(name);
}

/** Reads the metadata that front matter states; a value of another form costs its key only, and is told. */
export function readKeys(stated: ReadonlyMap<string, Stated>): {
  readonly metadata: DocumentMetadata;
  readonly omissions: readonly string[];
} {
  const metadata: Record<string, unknown> = { ...UNKNOWN };
  const omissions: string[] = [];
  const language = tagOf(stated.get('lang') ?? stated.get('language'));
  for (const [name, key] of KEYS) {
    const found = stated.get(name);
    const value = found === undefined || isEmpty(found.value) ? undefined : key.read(found.value, language);
    if (!found || value === undefined) continue;
    const checked = key.rule.safeParse(value);
    if (checked.success) metadata[key.sets] ??= checked.data;
    else
      omissions.push(
        `has front matter with a "${name}" that was ignored: line ${found.line}: ${why(checked.error)}`,
      );
  }
  return { metadata: metadata as unknown as DocumentMetadata, omissions };
}

function tagOf(stated: Stated | undefined): string | null {
  return typeof stated?.value === 'string' ? stated.value.trim().toLowerCase() : null;
}

function why({ issues }: z.ZodError): string {
  return (issues[0]?.message ?? 'not understood').replace(/\.$/, '');
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'string' && /^(?:|~|null)$/i.test(value.trim()))
  );
}

function readText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** One name, a list of names, or a map or maps with the key `name`. */
function readNames(value: unknown): unknown {
  const names = (Array.isArray(value) ? value : [value]).map(nameOf).filter((name) => name !== '');
  if (names.length === 0) return undefined;
  return names.every((name) => typeof name === 'string') ? names.join(', ') : value;
}

/** Sites list their authors by keys of their own, such as "ada-quay", which are no names. */
function readPeople(value: unknown): unknown {
  const names = readNames(value);
  return typeof names === 'string' && !/[^a-z\d, ._-]/.test(names) ? undefined : names;
}

const CONTACT = /\s*(?:<[^<>\s]*@[^<>\s]*>|\(@[\w-]+\))/g; // an address or a handle after a name

function nameOf(value: unknown): unknown {
  const name = value !== null && typeof value === 'object' && 'name' in value ? value.name : value;
  return typeof name === 'string' ? name.replace(CONTACT, '').trim() : name;
}

/** Jekyll's `published: false` is no date; what is none otherwise is passed on to the rule. */
function readDate(value: unknown, language: string | null): unknown {
  if (typeof value === 'boolean' || (typeof value === 'string' && /^(?:true|false|yes|no)$/i.test(value)))
    return undefined;
  return typeof value === 'string'
    ? (parseStatedDate(value) ?? parseLocalDate(value, language) ?? value)
    : value;
}

/** Of keys that are no date's own, a value that is none says nothing. */
function readDay(value: unknown): unknown {
  return typeof value === 'string' ? (parseStatedDate(value) ?? undefined) : undefined;
}

/** Where the site shows the document: "2014/12/12/core-team" is a day that the site's generator wrote. */
function readPath(value: unknown): unknown {
  const days = [value].flat().map((path) => (typeof path === 'string' ? addressDate(path) : null));
  const [day, ...others] = new Set(days.filter((found) => found !== null));
  return others.length === 0 ? day : undefined;
}

/** A site's own path is no address that can be opened. */
function readAddress(value: unknown): unknown {
  return typeof value === 'string' && /^\.{0,2}\//.test(value) ? undefined : value;
}

/** "en-GB" is English. */
function readLanguage(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/^([A-Za-z]{2})[-_]\w+$/, '$1').toLowerCase() : value;
}
