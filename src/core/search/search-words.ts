import { echo } from '../text/echo.ts';
import { QUOTED } from '../text/quotation-marks.ts';
import { UserError } from '../text/user-error.ts';
import { isOr, joinAlternatives, type SearchItem } from './alternatives.ts';

/** A parsed search: words to rank by, and conditions that a passage or its document must meet. */
export interface SearchWords {
  readonly words: string;
  /** Each must occur in the passage as written, in any case. */
  readonly phrases: readonly string[];
  /** Of each group, one must occur likewise. */
  readonly either: readonly (readonly string[])[];
  /** None may occur in the passage. */
  readonly without: readonly string[];
  readonly title: string | null;
  /** What narrows the search, as typed; `after:` is another name of `since:`. */
  readonly since: string | null;
  readonly before: string | null;
  readonly from: string | null;
  readonly collection: string | null;
  readonly tag: string | null;
  readonly grade: string | null;
  readonly length: string | null;
  readonly limit: string | null;
  readonly page: string | null;
}

const KEYS = 'title|since|after|before|from|collection|tag|grade|length|limit|page';
const SAME_AS: Readonly<Record<string, string>> = { after: 'since' };
const TOKEN = new RegExp(`(-?)(?:(${KEYS}):)?(?:(${QUOTED})|(\\S+))`, 'giu');
const BARE_KEY = new RegExp(`^(?:${KEYS}):$`, 'i');

/** Parses `words "a phrase" OR "another" -not title:… since:… before:… from:… collection:… length:… limit:… page:…`. */
export function parseSearchWords(text: string): SearchWords {
  const items: SearchItem[] = [];
  const without: string[] = [];
  const named = new Map<string, string>();
  for (const [, minus, key, quoted, bare] of text.matchAll(TOKEN)) {
    if (key === undefined && BARE_KEY.test(bare ?? '')) throw noValue(bare ?? '');
    const value = (quoted?.slice(1, -1) ?? bare ?? '').trim();
    if (!/[\p{L}\p{N}\p{S}]/u.test(value)) continue;
    if (key !== undefined && minus === '-') throw noLeavingOut(key);
    if (key !== undefined) put(named, key.toLowerCase(), value);
    else if (minus !== '-') items.push({ text: value, isPhrase: quoted !== undefined });
    else if (items.slice(-1).some(isOr)) throw noAlternative(value);
    else without.push(value);
  }
  const { words, phrases, either } = joinAlternatives(items);
  const get = (key: string) => named.get(key) ?? null;
  return {
    words: words.join(' '),
    ...{ phrases, either, without, title: get('title') },
    ...{ since: get('since'), before: get('before'), from: get('from'), collection: get('collection') },
    ...{ tag: get('tag'), grade: get('grade') },
    ...{ length: get('length'), limit: get('limit'), page: get('page') },
  };
}

function noValue(key: string): UserError {
  return new UserError(`"${key}" has no value. Type it right after the colon, for example since:2024-07.`, {
    code: 'invalid-option',
  });
}

function put(named: Map<string, string>, typed: string, value: string): void {
  const key = SAME_AS[typed] ?? typed;
  if ((named.get(key) ?? value) !== value)
    throw new UserError(`"${typed}:" is given twice. Use it once.`, { code: 'invalid-option' });
  named.set(key, value);
}

function noLeavingOut(key: string): UserError {
  return new UserError(`"-${key}:" cannot be excluded. Exclude words or phrases, for example -Ukraine.`, {
    code: 'invalid-option',
  });
}

function noAlternative(value: string): UserError {
  return new UserError(
    `OR cannot be followed by "-${echo(value)}". Put OR between words or phrases, for example: "liaison office" OR bureau`,
    { code: 'invalid-option' },
  );
}

/** Removes `limit:` and `page:` from the words of a search. */
export function withoutPage(words: string): string {
  return words.replace(/\b(?:limit|page):\S+/gi, '').trim();
}

/** Conditions by name; null: none. */
type Conditions = Readonly<Record<string, string | null>>;

/** Adds conditions to the words of a search, as one would type them. */
export function withConditions(words: string, conditions: Conditions): string {
  const added = Object.entries(conditions).flatMap(([key, value]) =>
    value === null ? [] : [`${key}:${/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`],
  );
  return [words.trim(), ...added].join(' ').trim();
}

/** Replaces conditions in the words of a search. */
export function replaceConditions(words: string, conditions: Conditions): string {
  const kept = [...words.matchAll(TOKEN)].filter(([, , key]) => {
    const name = key?.toLowerCase() ?? '';
    return !Object.hasOwn(conditions, SAME_AS[name] ?? name);
  });
  return withConditions(kept.map(([token]) => token).join(' '), conditions);
}
