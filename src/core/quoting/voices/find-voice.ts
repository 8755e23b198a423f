import { type SayingPatterns, sayingIn } from '../../text/saying-verbs.ts';
import type { Slice } from '../../text/slice.ts';
import { readApposition } from './apposition.ts';
import { isSpokesperson } from './office-words.ts';
import { type NamedVoice, parseVoice, parseVoiceAt } from './parse-voice.ts';

/** A text whose quotations are masked, with the offsets of the text. */
export interface Masked {
  readonly text: string;
  readonly language: string;
}

/** Finds everybody to whom a sentence attributes what it says, in the order of the verbs of saying. */
export function findVoices({ text, language }: Masked, sentence: Slice): NamedVoice[] {
  const saying = sayingIn(language);
  if (!saying || !/\p{Ll}/u.test(text.slice(sentence.start, sentence.end))) return []; // in capitals, nothing tells a name
  const line = text.slice(0, sentence.end);
  return [...byVerb(line, sentence, saying), ...bySource(line, sentence, saying)];
}

function byVerb(text: string, { start, end }: Slice, { verb, ...saying }: SayingPatterns): NamedVoice[] {
  return [...text.slice(start, end).matchAll(verb)].flatMap(({ 0: said, index, groups }) => {
    const [from, to] = [start + index, start + index + said.length];
    const follows = text.slice(from - 3, from);
    const isAfterQuotation = /[”“"»],? $/.test(follows);
    const reports =
      groups?.clause === undefined || isAfterQuotation || saying.opensClause.test(text.slice(to, end));
    const subject = subjectBefore(text, { start, end: from }, saying);
    if (subject && (reports || startsAfterQuotation(text, start, subject))) return subject;
    return (isAfterQuotation || /, $/.test(follows)) && reports ? (inverted(text, to, end) ?? []) : [];
  });
}

/** Whether a subject stands right after a quotation: ‘“…,” Beebe argued’. */
function startsAfterQuotation(text: string, start: number, { heading }: NamedVoice): boolean {
  return /[”“"»],? $/.test(text.slice(Math.max(start, heading.start - 3), heading.start));
}

/** Parses what stands before a verb, back to a comma or a quotation, as its subject. */
function subjectBefore(
  text: string,
  { start, end }: Slice,
  { between }: Pick<SayingPatterns, 'between'>,
): NamedVoice | null {
  let to = start + text.slice(start, end).trimEnd().length;
  for (let cut = cutBetween(text, start, to, between); cut < to; cut = cutBetween(text, start, to, between))
    to = cut;
  if (text.charAt(to - 1) !== ',') return parseSubject(text, start, to);
  const comma = text.lastIndexOf(',', to - 2);
  if (comma < start) return null;
  const apposition = readApposition(text, trimmed(text, comma + 1, to - 1));
  const subject = apposition && parseSubject(text, start, comma);
  return subject && apposition.isRole ? withRole(subject, apposition.slice) : subject;
}

function cutBetween(text: string, start: number, end: number, between: RegExp): number {
  return start + text.slice(start, end).replace(between, '').length;
}

const MAX_SUBJECT = 200; // characters before a verb in which its subject is read
const BOUNDARY = /[,;:–—“”"«»„()·]/;

function parseSubject(text: string, start: number, end: number): NamedVoice | null {
  let from = end;
  while (from > start && end - from < MAX_SUBJECT && !BOUNDARY.test(text.charAt(from - 1))) from--;
  return parseVoice(text, trimmed(text, from, end));
}

/** Parses what stands after a verb as its subject, with an apposition if there is one: “said Lin Jian, a spokesperson …”. */
function inverted(text: string, from: number, end: number): NamedVoice | null {
  if (text.charAt(from) !== ' ') return null;
  const voice = parseVoiceAt(text, { start: from + 1, end });
  if (!voice) return null;
  const to = voice.heading.end;
  const rest = text.slice(to, end);
  if (!ENDS_NAME.test(rest)) return null;
  return rest.startsWith(',') ? withApposition(text, voice, { start: to, end }) : voice;
}

// What may follow the name of whoever “said”: the end of the clause, or a place, a time, an occasion.
const ENDS_NAME =
  /^(?:$|[.,;:!?–—”"()]|\s[–—-]|\s(?:in|on|at|after|before|during|as|to|who|of|from|when|while|last|this|earlier|yesterday|today|am|im|bei|zu|nach|vor|gegenüber|à|au|dans|lors|en|el|durante|tras|a|ao|em|durante|na|no|op|tijdens|tegen)(?!\p{L}))/u;

/** Adds what a text says a person is, between the comma after the name and the next one. */
export function withApposition(text: string, voice: NamedVoice, { start, end }: Slice): NamedVoice {
  const [, said = ''] =
    /^,\s([^,.;:“”"()]*(?:\.(?=\p{Lu}|\s?\p{Lu}\.)[^,.;:“”"()]*)*)(?=[,.;]|$)/u.exec(
      text.slice(start, end),
    ) ?? [];
  const slice = trimmed(text, start + 2, start + 2 + said.length);
  return named(text, voice, slice) ?? (readApposition(text, slice)?.isRole ? withRole(voice, slice) : voice);
}

/** Reads an apposition that names who speaks for a body: “said Opera spokeswoman, Berit Hanson”. */
function named(text: string, { heading, form }: NamedVoice, slice: Slice): NamedVoice | null {
  const last = /\S+$/.exec(text.slice(heading.start, heading.end))?.[0] ?? '';
  if (form !== 'full' || !isSpokesperson(last)) return null;
  const person = parseVoice(text, slice);
  return person?.form === 'full'
    ? { ...person, isPerson: true, heading: { start: heading.start, end: slice.end } }
    : null;
}

function withRole(voice: NamedVoice, { end }: Slice): NamedVoice {
  return { ...voice, isPerson: true, heading: { start: voice.heading.start, end } };
}

function bySource(text: string, { start, end }: Slice, { accordingTo }: SayingPatterns): NamedVoice[] {
  return [...text.slice(start, end).matchAll(accordingTo)].flatMap(({ 0: phrase, index }) => {
    const from = start + index + phrase.length;
    const voice = parseVoiceAt(text, { start: from, end });
    if (!voice) return [];
    const to = voice.heading.end;
    if (!/^(?:[.,;:”"–—)]|$)/.test(text.slice(to, end))) return [];
    return withApposition(text, voice, { start: to, end });
  });
}

function trimmed(text: string, start: number, end: number): Slice {
  const line = text.slice(start, end);
  const lead = line.length - line.trimStart().length;
  return { start: start + lead, end: start + lead + line.trim().length };
}
