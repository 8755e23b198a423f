import { readStatedDate } from './stated-date.ts';

const OPENING = 120; // characters in which a dateline must end
// "10th July 2024 – (Beijing) As leaders …", "LONDON, March 3, 2024 (Agency) — Talks …"
const DATELINE = /^(?<head>[\p{L}\p{N}\p{M}.,/()’' -]{4,100}?) ?(?:[–—]|--| - )\s*(?=[(“"‘]?\p{Lu})/u;

/** The full date in a dateline that opens a text, as `2024-07-10`; null where there is none, or no year in it. */
export function readDateline(text: string): string | null {
  const line = text.slice(0, OPENING).split('\n', 1)[0] ?? '';
  const head = DATELINE.exec(line)?.groups?.head ?? '';
  if (/(?<![\p{L}\p{N}])\p{Ll}/u.test(head)) return null; // a sentence, not places, days and agencies
  for (const { index } of head.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const date = readStatedDate(head.slice(index).replace(/[()]/g, ' ').trim());
    if (date !== null && date.length === DAY) return date;
  }
  return null;
}

const DAY = '2024-07-10'.length;
