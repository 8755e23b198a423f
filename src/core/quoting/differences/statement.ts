import { datesInText } from '../../text/dates-in-text.ts';
import { monthsOf } from '../../text/months.ts';
import type { Slice } from '../../text/slice.ts';
import type { Word } from '../../text/word.ts';
import type { Candidate } from '../candidate.ts';
import type { Tokenize } from '../retriever.ts';
import { knownNames } from '../voices/known-names.ts';
import type { NamedVoice } from '../voices/parse-voice.ts';
import { voicedExcerpt } from '../voices/voiced-excerpt.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';

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
  /** It speaks of something that a sentence before it names: the company, it. */
  readonly isVague: boolean;
  /** Whether it says that something goes up, or down; null if neither or both. */
  readonly direction: 'up' | 'down' | null;
}

/** Reads a sentence as a statement; null if it is none: a question, a heading, what introduces a list. */
export function readStatement(candidate: Candidate, tokenize: Tokenize): Statement | null {
  const { document, slice } = candidate;
  const { language } = document;
  if (!COMPLETE.test(document.text.slice(slice.start, slice.end))) return null;
  const text = document.text.slice(slice.start, slice.end).replace(/\n/g, ' ');
  const all = tokenize(text, language);
  const voice = voicedExcerpt(candidate)?.voice ?? null;
  const own = voice && { start: voice.heading.start - slice.start, end: voice.heading.end - slice.start };
  const words = all.filter((word) => !own || !isWithin(word, own));
  const { small } = knownNames(document);
  const telling = words.filter(
    ({ written, term }) => term !== null && !/\d/.test(written) && !isTime(written, language),
  );
  return {
    candidate,
    words,
    voice,
    terms: new Set(telling.flatMap(({ term }) => term ?? [])),
    names: new Set(telling.filter((word) => isNamed(word, text, small)).flatMap(({ term }) => term ?? [])),
    quantities: quantitiesIn({ text, words, language }),
    dates: datesInText(text, language).flatMap(({ date, start }) =>
      NAMED_YEAR.test(text.slice(start)) ? [] : date,
    ),
    times: timesIn(text, candidate),
    isVague: VAGUE.test(text),
    direction: directionOf(text),
  };
}

const COMPLETE = /[.!。][”"’»)\]]*$/;
const NAMED_YEAR = /^(?:[Tt]he|[LlDd]e|[Ll]a|[Ll]es|[Ee]l|[Ll]os|[Ii]l|[Hh]et) \d{4} \p{Lu}/u; // “the 2024 Harbour Survey” is not that of 2023
const VAGUE =
  /\b(?:the (?:company|firm|group|bank|unit|airline|carrier|maker|country|city|region|state|government|club|party|agency|ministry|organi[sz]ation|project|programme|program|study|survey|report|figure)|it|its|they|their|he|his|she|her)\b/i;

const UP = /\b(?:rais|increas|ris(?:e|ing)|rose|gr[eo]w|gain|climb|higher|up\b|add(?:ed|s)\b|expan)/i;
const DOWN =
  /\b(?:lower|cut|reduc|f[ae]ll|drop|declin|decreas|shr[iua]nk|slump|down\b|lost\b|los[es]|contract(?:ed|ion))/i;

function directionOf(text: string): Statement['direction'] {
  const [up, down] = [UP.test(text), DOWN.test(text)];
  if (up === down) return null;
  return up ? 'up' : 'down';
}

function isWithin(word: Word, { start, end }: Slice): boolean {
  return word.start >= start && word.end <= end;
}

/** Whether a word is a name: capitalized, also at the start of a sentence if its document never writes it small. */
function isNamed({ written, start }: Word, text: string, small: ReadonlySet<string>): boolean {
  if (!/^\p{Lu}/u.test(written)) return false;
  const opens = /(?:^|[.!?:]\s|["“„«])$/u.test(text.slice(Math.max(0, start - 2), start));
  return !opens || !small.has(written.toLowerCase());
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
