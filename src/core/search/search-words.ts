import { echo } from '../text/echo.ts';
import { QUOTED } from '../text/quotation-marks.ts';
import { isDate } from '../text/stated-date.ts';
import { UserError } from '../text/user-error.ts';

/** A parsed search: words to rank by, and conditions that a passage or its document must meet. */
export interface SearchWords {
  readonly words: string;
  /** Each must occur in the passage as written, in any case. */
  readonly phrases: readonly string[];
  /** None may occur in the passage. */
  readonly without: readonly string[];
  readonly title: string | null;
  readonly from: string | null;
  /** Dates as in `Document.published`; an undated document meets neither condition. */
  readonly before: string | null;
  readonly after: string | null;
  readonly limit: string | null;
  readonly page: string | null;
}

const KEYS = 'title|from|before|after|limit|page';
const TOKEN = new RegExp(`(-?)(?:(${KEYS}):)?(?:(${QUOTED})|(\\S+))`, 'giu');
const BARE_KEY = new RegExp(`^(?:${KEYS}):$`, 'i');

/** Parses `words "a phrase" -not title:… from:… before:… after:… limit:… page:…`. */
export function parseSearchWords(text: string): SearchWords {
  const words: string[] = [];
  const phrases: string[] = [];
  const without: string[] = [];
  const named = new Map<string, string>();
  for (const [, minus, key, quoted, bare] of text.matchAll(TOKEN)) {
    if (key === undefined && BARE_KEY.test(bare ?? '')) throw noValue(bare ?? '');
    const value = (quoted?.slice(1, -1) ?? bare ?? '').trim();
    if (!/[\p{L}\p{N}\p{S}]/u.test(value)) continue;
    if (key !== undefined && minus === '-') throw noLeavingOut(key);
    if (key !== undefined) put(named, key.toLowerCase(), value);
    else if (minus === '-') without.push(value);
    else if (quoted !== undefined) phrases.push(value);
    else words.push(value);
  }
  const get = (key: string) => named.get(key) ?? null;
  return {
    words: [...words, ...phrases].join(' '),
    ...{ phrases, without, title: get('title'), from: get('from') },
    ...{ before: checkedDate(get('before')), after: checkedDate(get('after')) },
    ...{ limit: get('limit'), page: get('page') },
  };
}

function checkedDate(value: string | null): string | null {
  if (value === null || isDate(value)) return value;
  throw new UserError(
    `"${echo(value)}" is not a date. Use YYYY-MM-DD, YYYY-MM or YYYY, for example after:2024-07.`,
    {
      code: 'invalid-option',
    },
  );
}

function noValue(key: string): UserError {
  return new UserError(`"${key}" has no value. Type it right after the colon, for example after:2024-07.`, {
    code: 'invalid-option',
  });
}

function put(named: Map<string, string>, key: string, value: string): void {
  if ((named.get(key) ?? value) !== value)
    throw new UserError(`"${key}:" is given twice. Use it once.`, { code: 'invalid-option' });
  named.set(key, value);
}

function noLeavingOut(key: string): UserError {
  return new UserError(`"-${key}:" cannot be excluded. Exclude words or phrases, for example -Ukraine.`, {
    code: 'invalid-option',
  });
}

/** Removes `limit:` and `page:` from the words of a search. */
export function withoutPage(words: string): string {
  return words.replace(/\b(?:limit|page):\S+/gi, '').trim();
}
