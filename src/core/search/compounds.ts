import { fold } from '../text/fold.ts';
import type { Language } from '../text/languages.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Concept, Query, Wording } from './query.ts';
import { frequencyOf, isRare, type TermStatistics } from './term-statistics.ts';

/** What compounds are recognized by: the question, and the words of the documents. */
export interface CompoundContext {
  readonly text: string;
  readonly language: Language;
  /** The statistics of the terms of the query. */
  readonly statistics: TermStatistics;
  lookUp(terms: Iterable<string>): ReturnType<PassageIndex['statistics']>;
}

/** Whether a language writes compounds as one word, with parts that are found as words of their own. */
export function hasCompounds({ code }: Language): boolean {
  return LINKS[code] !== undefined;
}

/**
 * Adds wordings to concepts in German and Dutch. A compound that the documents hardly have is also meant where its parts
 * stand apart (“Hafenordnung”: “Ordnung für den Hafen”), and two words where the documents join them. A part is a word
 * of the documents.
 */
export async function withCompounds(query: Query, context: CompoundContext): Promise<WithStatistics> {
  const links = LINKS[context.language.code] ?? [];
  const words = query.concepts.map((concept) => toWord(concept, context));
  const divisions = words.map((word) =>
    isDivisible(word, context.text) ? divisionsOf(word, links, context) : [],
  );
  const unions = unionsOf(words, links, context);
  const terms = [...divisions.flat().flatMap(({ terms }) => terms), ...unions.map(({ term }) => term)];
  if (terms.length === 0) return { ...query, statistics: context.statistics };
  const found = await context.lookUp(new Set(terms));
  const isKnown = (term: string) => frequencyOf(found, term) > 0;
  return {
    ...query,
    statistics: joinStatistics(context.statistics, found),
    concepts: query.concepts.map((concept, at) => {
      const parts = divisions[at]?.find((division) => division.terms.every(isKnown));
      const joined = distinct(unions.filter(({ of, term }) => of.includes(at) && isKnown(term)));
      const added = [
        ...(parts ? [toWording(parts.terms, words[at])] : []),
        ...Array.from(joined, ({ term }) => toWording([term], words[at])),
      ];
      return added.length === 0 ? concept : { ...concept, wordings: [...concept.wordings, ...added] };
    }),
  };
}

/** A query, and the statistics of its terms. */
export interface WithStatistics extends Query {
  readonly statistics: TermStatistics;
}

function joinStatistics(one: TermStatistics, other: TermStatistics): TermStatistics {
  return { ...one, frequencies: new Map([...one.frequencies, ...other.frequencies]) };
}

// Letters between two parts, by ISO 639-1.
const LINKS: Readonly<Record<string, readonly string[]>> = {
  de: ['', 's', 'es', 'n', 'en', 'er', 'e'],
  nl: ['', 's', 'en', 'n', 'e', 'er'],
};

// Letters of a part; shorter ones are found in too many words.
const PART = 4;
const HEAD = 3;
const MAX_COMPOUND = 40; // letters
const MAX_PAIRED = 8; // concepts; a long text has too many pairs
const PARTS = { absent: { weight: 0.8, pull: 0.8 }, rare: { weight: 0.7, pull: 0.2 } };

interface QuestionWord {
  readonly written: string;
  /** Folded. */
  readonly plain: string;
  readonly term: string;
  /** The number of passages that have it. */
  readonly frequency: number;
  readonly isRare: boolean;
  readonly isLong: boolean;
}

function toWord(
  { written, wordings, essential }: Concept,
  { statistics }: CompoundContext,
): QuestionWord | null {
  const own = wordings.filter(({ weight, terms }) => weight === 1 && terms.length === 1);
  const plain = fold(written);
  if (!essential || own.length === 0 || !LETTERS.test(plain) || plain.length > MAX_COMPOUND) return null;
  const frequency = Math.max(...own.map(({ terms: [term = ''] }) => frequencyOf(statistics, term)));
  return {
    ...{ written, plain, frequency, term: own[0]?.terms[0] ?? plain },
    isRare: isRare(frequency, statistics),
    isLong: plain.length >= PART + HEAD,
  };
}

const LETTERS = /^\p{L}+$/u;

/** Whether a word is worth dividing: rare, and no part of a name of several words (“Anna Lindemann”). */
function isDivisible(word: QuestionWord | null, text: string): word is QuestionWord {
  if (!word?.isLong || !word.isRare) return false;
  const at = text.indexOf(word.written);
  const isInName =
    NAME_ENDS.test(text.slice(0, at)) || NAME_GOES_ON.test(text.slice(at + word.written.length));
  return !(CAPITAL.test(word.written) && isInName);
}

const CAPITAL = /^\p{Lu}/u;
const NAME_ENDS = /(?<=\S )\p{Lu}[\p{L}-]+ $/u; // the first word of a question has a capital letter anyway
const NAME_GOES_ON = /^ \p{Lu}/u;

/** The terms of a compound's parts, the head last. */
interface Division {
  readonly terms: readonly string[];
}

/** Returns the ways to divide a word, those with the longest heads first, then those with more parts. */
function divisionsOf(
  { plain }: QuestionWord,
  links: readonly string[],
  { language }: CompoundContext,
): Division[] {
  const inTwo: Division[] = [];
  const inThree: Division[] = [];
  for (let at = PART; at <= plain.length - HEAD; at++) {
    const isShort = plain.length - at < PART;
    if (isShort && language.isStopWord(plain.slice(at))) continue; // “voordat” is no kind of “dat”
    const head = language.stem(plain.slice(at));
    for (const modifier of withoutLinks(plain.slice(0, at), links)) {
      inTwo.push({ terms: [language.stem(modifier), head] });
      for (let cut = PART; cut <= modifier.length - PART; cut++)
        for (const first of withoutLinks(modifier.slice(0, cut), links))
          inThree.push({ terms: [language.stem(first), language.stem(modifier.slice(cut)), head] });
    }
  }
  return [...inTwo, ...inThree];
}

function withoutLinks(part: string, links: readonly string[]): string[] {
  return links
    .filter((link) => part.endsWith(link) && part.length - link.length >= PART)
    .map((link) => part.slice(0, part.length - link.length));
}

/** A compound of two words of a question, and the positions of both. */
interface Union {
  readonly term: string;
  readonly of: readonly [number, number];
}

function distinct(unions: readonly Union[]): Iterable<Union> {
  return new Map(unions.map((union) => [union.term, union])).values();
}

/** Returns what two words of a question are when written as one, in either order. */
function unionsOf(
  words: readonly (QuestionWord | null)[],
  links: readonly string[],
  { language }: CompoundContext,
): Union[] {
  if (words.length > MAX_PAIRED) return [];
  const unions: Union[] = [];
  for (const [first, modifier] of words.entries())
    for (const [last, head] of words.entries()) {
      if (!modifier || !head || first === last || modifier.term.length < HEAD || head.term.length < HEAD)
        continue;
      for (const opening of new Set([modifier.term, modifier.plain]))
        for (const link of links)
          unions.push({ term: language.stem(`${opening}${link}${head.plain}`), of: [first, last] });
    }
  return unions;
}

function toWording(terms: readonly string[], word: QuestionWord | null | undefined): Wording {
  return { terms, head: terms.at(-1) ?? '', ...PARTS[word?.frequency === 0 ? 'absent' : 'rare'] };
}
