import type { Document } from './document.ts';

/**
 * Returns the words by which people refer to a document beyond its text: its title, publisher and author, the folders
 * and the file that it is in, and the day of its publication as its language writes it.
 */
export function referenceWords({ id, title, publisher, author, published, language }: Document): string {
  const path = id.replace(SEPARATORS, ' ');
  return [title, publisher, author, path, published && spellDate(published, language)]
    .filter(Boolean)
    .join(' · ');
}

const SEPARATORS = /[/_.-]+/g;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Spells `2024-07-10` or `2024-07` with the name of its month; a year stays a year. */
function spellDate(published: string, language: string): string {
  const [year = '', month, day] = published.split('-');
  if (month === undefined) return year;
  const key = `${language} ${day === undefined}`;
  const format = formats.get(key) ?? createFormat(language, day !== undefined);
  formats.set(key, format);
  return format.format(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
}

function createFormat(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const day = hasDay ? 'numeric' : undefined;
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day, timeZone: 'UTC' });
}
