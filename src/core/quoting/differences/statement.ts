import { datesInText } from '../../text/dates-in-text.ts';
import { monthsOf } from '../../text/months.ts';
import type { Slice } from '../../text/slice.ts';
import type { Word } from '../../text/word.ts';
import type { Candidate } from '../candidate.ts';
import type { Tokenize } from '../retriever.ts';
import type { NamedVoice } from '../voices/parse-voice.ts';
import { voicedExcerpt } from '../voices/voiced-excerpt.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';

/** A sentence with what it may differ in from another. */
export interface Statement {
  readonly candidate: Candidate;
  readonly words: readonly Word[];
  /** The terms of its words, without numbers, dates and whoever says it. */
  readonly terms: ReadonlySet<string>;
  /** Those that are names. */
  readonly names: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly string[];
  /** The times that it speaks of: years, months, quarters, but for that of its document. */
  readonly times: ReadonlySet<string>;
  readonly voice: NamedVoice | null;
}

/** Reads a sentence as a statement. */
export function readStatement(candidate: Candidate, tokenize: Tokenize): Statement {
  const { document, slice } = candidate;
  const { language } = document;
  const text = document.text.slice(slice.start, slice.end).replace(/\n/g, ' ');
  const all = tokenize(text, language);
  const voice = voicedExcerpt(candidate)?.voice ?? null;
  const own = voice && { start: voice.heading.start - slice.start, end: voice.heading.end - slice.start };
  const words = all.filter((word) => !own || !isWithin(word, own));
  const telling = words.filter(
    ({ written, term }) => term !== null && !/\d/.test(written) && !isTime(written, language),
  );
  return {
    candidate,
    words,
    voice,
    terms: new Set(telling.flatMap(({ term }) => term ?? [])),
    names: new Set(telling.filter((word) => isNamed(word, text)).flatMap(({ term }) => term ?? [])),
    quantities: quantitiesIn(text, words, language),
    dates: datesInText(text, language).map(({ date }) => date),
    times: timesIn(text, candidate),
  };
}

function isWithin(word: Word, { start, end }: Slice): boolean {
  return word.start >= start && word.end <= end;
}

function isNamed({ written, start }: Word, text: string): boolean {
  return (
    /^\p{Lu}/u.test(written) && !/(?:^|[.!?:]\s|["“„«])$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

const DAYS = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)$/i;

function isTime(written: string, language: string): boolean {
  return DAYS.test(written) || monthsOf(language).has(written.toLowerCase());
}

const PERIODS =
  /\b(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)|\bQ[1-4]\b|\b(?:last|this|next|previous) (?:year|month|quarter|week)\b|\b(?:1[5-9]|20|21)\d\d\b/gi;

/** The times that a text speaks of; not those that its document is from. */
function timesIn(text: string, { document: { published, language } }: Candidate): ReadonlySet<string> {
  const months = monthsOf(language);
  const named = (text.match(/\p{L}+/gu) ?? []).flatMap((word) =>
    /^\p{Lu}/u.test(word) ? (months.get(word.toLowerCase()) ?? []) : [],
  );
  const [year = '', month] = published?.split('-') ?? [];
  const times = [
    ...(text.match(PERIODS) ?? []).map((period) => period.toLowerCase()),
    ...named.map((number) => `month ${number}`),
  ];
  return new Set(times.filter((time) => time !== year && time !== `month ${Number(month)}`));
}
