import { findLocalDates } from '../../text/local-date.ts';
import { hasVerb } from '../../text/verb-like.ts';

const LABELS = [
  '(?:for )?immediate release|(?:press|news|media) (?:release|advisory|alert|statement|notice)|statement for the press',
  'pressemitteilung|medienmitteilung|presseinformation|communiqué de presse|comunicado de prensa|nota de prensa',
  'comunicato stampa|nota à imprensa|comunicado à imprensa|persbericht|komunikat prasowy',
].join('|');
const RELEASE = new RegExp(`^\\W{0,3}(?:${LABELS})\\s?[:：]\\s*(?<title>\\S.*)$`, 'iu');
const REACH = 12; // lines among which a release has its label
const DAY = 0.4; // of what stands beside a label, from which a day is all that it says
const SHORTEST = 3; // words
const LONGEST = 200; // characters
const REST = 0.8; // of a headline's first line, up to which the next one is its last

/** Finds the headline that a release's first lines give beside its label: “For immediate release: Pier opens again”. */
export function findReleaseTitle(text: string): string | null {
  const lines = text
    .slice(0, LONGEST * REACH)
    .split('\n')
    .map((line) => line.trim());
  let reach = REACH;
  for (const [at, line] of lines.entries()) {
    if (line !== '' && reach-- === 0) return null;
    const title = headlineOf(line);
    if (title !== null) return [title, ...restOf(lines, at)].join(' ');
  }
  return null;
}

/** The headline beside a release's label; null if there is none, or a day in its place. */
export function headlineOf(line: string): string | null {
  const title = RELEASE.exec(line)?.groups?.title;
  return title !== undefined && isHeadline(title) ? title : null;
}

function isHeadline(title: string): boolean {
  const isDay = findLocalDates(title, null).some(({ start, end }) => end - start > title.length * DAY);
  return !isDay && title.split(/\s+/).length >= SHORTEST && title.length <= LONGEST;
}

/** The lines of a headline for which there was no room on the first. */
function restOf(lines: readonly string[], at: number): readonly string[] {
  const width = lines[at]?.length ?? 0;
  if (width < FULL || ENDED.test(lines[at] ?? '')) return [];
  const rest: string[] = [];
  for (const next of lines.slice(at + 1, at + LINES)) {
    const isLast = next.length <= width * REST;
    if (next === '' || isOther(next) || !(isLast || isTitled(next))) break;
    rest.push(next);
    if (isLast) break;
  }
  return rest;
}

/** Whether a line is no headline's: a day, a name to write to, an author, or the beginning of the text. */
function isOther(line: string): boolean {
  const starts = OPENS_TEXT.test(line) || BESIDE.test(line) || ENDED.test(line);
  return starts || findLocalDates(line, null).some(({ start, end }) => end - start > line.length * DAY);
}

/** Whether a line is in the capitals of a headline and says nothing that a sentence would. */
function isTitled(line: string): boolean {
  const words = line.split(/\s+/);
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}|^\P{L}+$/u.test(word));
  return capital.length >= words.length * TITLED && !hasVerb(line);
}

const LINES = 3; // of a headline
const FULL = 50; // characters of a line, below which there was room for more
const BESIDE = /^[\p{L} ]{2,24}[:：]|^(?:by|von|par|por|di|door)\s+\p{Lu}/iu;
const TITLED = 0.6; // of its words begin with a capital
const ENDED = /[.!?:：]$/u;
const OPENS_TEXT = /^[^\p{L}\p{N}]|\s[–—-]{1,2}(?:\s|$)/u; // a quotation, or a dateline
