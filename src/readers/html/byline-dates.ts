import { beforeUpdate, isOtherLabel, isPublicationLine } from '../../core/text/date-labels.ts';
import { findLocalDates, parseLocalDate, plainLine } from '../../core/text/local-date.ts';

/** Characters of the longest line that is read as a byline. */
export const MAX_BYLINE = 120;

/** A line at the head of an article. */
export interface Byline {
  readonly text: string;
  /** `date` where the page marks it as a date or a byline, `author` as its author; a `piece` is a block that is only a date. */
  readonly kind: 'date' | 'author' | 'piece' | 'plain';
}

/** The bylines that say that a date is that of the publication. */
export function labelledBylines(bylines: readonly Byline[]): readonly Byline[] {
  return bylines.filter(({ text }) => isPublicationLine(text));
}

/**
 * The one day that an article's bylines name as that of its publication, or, if none does, blocks that are nothing but a
 * date; null if they name several.
 */
export function bylineDate(bylines: readonly Byline[], language: string | null): string | null {
  const lines = daysOf(withoutPieces(bylines), language);
  return onlyOne(lines.size > 0 ? lines : daysOf(bylines, language));
}

/** The one day that an article's bylines name, without blocks that may be a date of something else. */
export function shownDate(bylines: readonly Byline[], language: string | null): string | null {
  return onlyOne(daysOf(withoutPieces(bylines), language));
}

function withoutPieces(bylines: readonly Byline[]): readonly Byline[] {
  return bylines.filter(({ kind }) => kind !== 'piece');
}

function onlyOne([day, ...others]: ReadonlySet<string>): string | null {
  return others.length === 0 ? (day ?? null) : null;
}

function daysOf(bylines: readonly Byline[], language: string | null): ReadonlySet<string> {
  const days = bylines.flatMap(({ text, kind }) => {
    const published = beforeUpdate(text);
    const isMeant = !isOtherLabel(published) && isByline(published, kind);
    const date = isMeant ? parseLocalDate(published, language) : null;
    return date === null ? [] : [date];
  });
  return new Set(days);
}

function isByline(text: string, kind: Byline['kind']): boolean {
  if (kind === 'author') return AUTHORED.test(text) || NAME_BEFORE_DATE.test(text);
  return kind === 'date' || isBareByline(text);
}

/** Whether a line begins like a byline or a dateline, and is no sentence. */
function isBareByline(text: string): boolean {
  if (/[.!?。]$/u.test(text) || text.split(' ').length > BARE) return false;
  return isPublicationLine(text) || AUTHORED.test(text) || DATED_PLACE.test(text);
}

/** Whether a block is a date, with its hour at most. */
export function isBareDate(block: string): boolean {
  const written = block.length > MAX_BYLINE ? '' : plainLine(block);
  const [date, ...others] = /\d{4}/.test(written) ? findLocalDates(written, 'de') : [];
  if (date === undefined || others.length > 0) return false;
  return HOUR.test(`${written.slice(0, date.start)}${written.slice(date.end)}`);
}

const HOUR =
  /^(?:(?:on|am|le|el|il|op|\p{L}{3,10}day),? )?[\s,|·•–—-]*(?:(?:at|um|à|om)? ?\d{1,2}[:.h]\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}|Uhr))?)?[\s|·•–—-]*$/u;
const BARE = 10; // words
const AUTHORED = /^(?:(?:written |posted |reported |story |words )?by|von|par|por|di|door|av|af)\b/iu;
const NAME_BEFORE_DATE = /^(?:\p{Lu}[\p{L}.’'-]*[ ,|·•–—-]+)*\p{Lo}*[ ,|·•–—-]*\(?\d/u;
const DATED_PLACE = /^(?:\p{Lu}[\p{L} .-]{1,30}[,|·] ?)?(?:\p{L}{2,12}[.,]? )?\(?\d/u;
