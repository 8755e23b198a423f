import { termsOf } from '../search/concept-information.ts';
import type { Concept } from '../search/query.ts';
import type { Word } from '../text/word.ts';

/**
 * Scores how clearly a sentence defines what a question names, from 0 to 1: it opens with the whole name, and then says
 * what that is (“X is a …”, “X – programs that …”, “X, a …”) or what it stands for (“known as X”, “X means”). The name
 * need not have the words by which the question refers to the document (“What is X in the Harbour Act?”).
 */
export function definitionScore(
  text: string,
  words: readonly Word[],
  { concepts, unreferred = concepts }: Defined,
): number {
  const whole = scoreName(text, words, concepts);
  return whole > 0 || unreferred.length === concepts.length ? whole : scoreName(text, words, unreferred);
}

/** What a question asks to define, and what is left of it without the words that refer to the document. */
export interface Defined {
  readonly concepts: readonly Concept[];
  readonly unreferred?: readonly Concept[] | undefined;
}

function scoreName(text: string, words: readonly Word[], concepts: readonly Concept[]): number {
  const name = nameIn(words, concepts);
  if (name === null) return 0;
  const before = text.slice(0, name.start);
  const after = text.slice(name.end);
  if (NAMES.test(before)) return 0.8;
  if (!SAYS_WHAT.test(after)) return 0;
  return SUBJECT.test(before) ? 1 : 0.5;
}

/** Returns where a sentence has the words of all concepts next to each other; null if it doesn't. */
function nameIn(words: readonly Word[], concepts: readonly Concept[]): { start: number; end: number } | null {
  const essential = concepts.filter((concept) => concept.essential);
  if (essential.length === 0) return null;
  const terms = essential.map((concept) => termsOf([concept]));
  for (const [at, word] of words.entries()) {
    const run = words.slice(at, at + essential.length + GAPS);
    const found = terms.map((wanted) => run.findIndex((each) => matches(each, wanted)));
    if (!matchesAny(word, terms) || found.includes(-1)) continue;
    return { start: word.start, end: run[Math.max(...found)]?.end ?? word.end };
  }
  return null;
}

const GAPS = 2; // function words within a name

function matches({ term, forms, joints }: Word, wanted: ReadonlySet<string>): boolean {
  if (term !== null && wanted.has(term)) return true;
  return forms.some((form) => wanted.has(form)) || joints.some((joint) => wanted.has(joint.term));
}

function matchesAny(word: Word, terms: readonly ReadonlySet<string>[]): boolean {
  return terms.some((wanted) => matches(word, wanted));
}

const BRACKETS = String.raw`(?:["”“’'»]?\s*\([^)]{1,40}\))?["”“’'»]?`;
const ARTICLE =
  'an?|the|one|eine?|der|die|das|un|une|le|la|les|una|el|los|las|il|lo|gli|uma?|os?|as|een|de|het|intended|designed|used|defined';
const SAYS_WHAT = new RegExp(
  String.raw`^${BRACKETS}(?:\s(?:is|are|was|were|ist|sind|est|sont|es|son|é|è|sono|são|is|zijn)\s(?:${ARTICLE})(?!\p{L})|\s(?:means|refers to|stands for|describes|denotes|consists of|bedeutet|heißt|bezeichnet|désigne|signifie|significa|se refiere|indica|betekent)(?!\p{L})|\s[–—-]\s\p{L}|:\s\p{L}|,\s(?:an?|the|eine?|der|die|das|une?|una|uma?|een)\s|\s?(?:とは|은|는|란|是(?:一|指)))`,
  'u',
);
const SUBJECT =
  /^["“„«'‘(]*(?:(?:an?|the|eine?|der|die|das|une?|le|la|les|una|el|los|il|lo|uma?|os?|as?|een|de|het)\s)?["“„«'‘(]*$/iu;
const NAMES =
  /(?:called|known as|named|termed|dubbed|short for|abbreviated|genannt|als|appelée?s?|llamad[oa]s?|chiamat[oa]|chamad[oa]|genaamd)\s["“„«'‘(]*(?:(?:an?|the)\s)?$/iu;
