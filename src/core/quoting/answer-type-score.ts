import { termsOf } from '../search/concept-information.ts';
import type { Concept } from '../search/query.ts';
import type { Word } from '../text/word.ts';
import { englishSpecificity } from '../text/word-frequency.ts';
import type { AnswerType } from './answer-type.ts';
import { answerTypeOf, matchesAnswerType } from './answer-type-of.ts';
import { attributionScore } from './attribution-score.ts';
import { definitionScore } from './definition-score.ts';
import { MAY_NAME, SAYS_UNKNOWN, THAT_DAY, TITLED } from './fact-patterns.ts';
import { withoutReferences } from './figures.ts';
import { saysNumber } from './number-words.ts';
import { type Quantity, SAYS, SPAN } from './quantity-patterns.ts';

/** A sentence, and what is known about the question. */
export interface TypedSentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly answerType: AnswerType;
  /** What the question is about. */
  readonly concepts: readonly Concept[];
  /** Those that don't refer to the document of the sentence; all of them if absent. */
  readonly unreferred?: readonly Concept[] | undefined;
  /** The names among them. */
  readonly names: readonly Concept[];
  /** Whoever the question asks about says it. */
  readonly isSaid?: boolean;
  /** It is known when its document was published. */
  readonly isDated?: boolean;
}

/**
 * Scores how well a sentence fits the answer type of a question, from 0 to 1: a date for "when"; for "how many", a
 * figure that the question doesn't have; for "what is X", a definition; for "what does X think", a statement, and more
 * if X makes it. A name fits "who" the better, the less common it is.
 */
export function answerTypeScore(sentence: TypedSentence): number {
  const { answerType } = sentence;
  return answerType === 'any' ? 0 : WORTH[answerType] * fitOf(beginningOf(sentence));
}

const READ = 2000; // characters of a sentence: more are rows of figures, in which some patterns would try each with all others

function beginningOf(sentence: TypedSentence): TypedSentence {
  const { text, words } = sentence;
  if (text.length <= READ) return sentence;
  return { ...sentence, text: text.slice(0, READ), words: words.filter(({ end }) => end <= READ) };
}

/** Returns how well a sentence has the kind of fact asked for, 0 to 1, by its score. */
export function shareOfFact(score: number, answerType: AnswerType): number {
  return answerType === 'any' ? 0 : Math.min(1, score / WORTH[answerType]);
}

/** What it tells that a sentence has what an answer type asks for, as fitted with the weights of sentence-score.ts. */
const WORTH = {
  ...{ who: 0.8, names: 0.4, statement: 0.4 },
  ...{ definition: 1, number: 1, count: 1, when: 1, reason: 1, where: 1 },
  ...{ duration: 1, frequency: 1, share: 1, money: 1 },
};

/** From 0 to 1; to 2 for a statement by someone named. */
function fitOf(sentence: TypedSentence): number {
  const { text, words, answerType, names } = sentence;
  if (answerType === 'definition') return definitionScore(text, words, sentence);
  if (saysUnknown(text, answerType)) return 1;
  if (answerType === 'duration' && SPAN.test(text)) return 1;
  if (isFigure(answerType)) return figureFit(withoutGivenFigures(sentence), answerType);
  if (answerType === 'who') return namesSomeone(sentence);
  const matches = matchesAnswerType(text, answerType) ? 1 : 0;
  if (answerType === 'when' && matches === 0) return relativeTime(sentence);
  if (answerType !== 'statement' || names.length === 0) return matches;
  if (sentence.isSaid) return STATED;
  const terms = termsOf(names);
  const named = words.find(({ term }) => term !== null && terms.has(term));
  return matches + (named ? attributionScore(text, named.start) : 0);
}

/** What a sentence of a speech is worth where its speaker's statements are asked for. */
const STATED = 1.6;

/** What a sentence without a date tells of a time: “today”, or how long after something else. */
function relativeTime({ text, isDated }: TypedSentence): number {
  return (isDated && THAT_DAY.test(text)) || SAYS.duration.test(text) ? ON_ITS_DAY : 0;
}

/** What “Today we release …” is worth in a document that is dated; “today” may also mean nowadays. */
const ON_ITS_DAY = 0.5;

/** Whether a sentence says that what was asked for is not known: “It remains unclear who will pay.” */
function saysUnknown(text: string, answerType: AnswerType): boolean {
  const question = SAYS_UNKNOWN.exec(text)?.[1];
  return question !== undefined && answerTypeOf(question) === answerType;
}

/** What a figure is worth if it doesn't say what was asked for: a length where a price was. */
const ANY_FIGURE = 0.5;

type Figure = 'number' | 'count' | Quantity;

function isFigure(answerType: AnswerType): answerType is Figure {
  return answerType === 'number' || answerType === 'count' || answerType in SAYS;
}

function figureFit(text: string, answerType: Figure): number {
  if (matchesAnswerType(text, answerType)) return 1;
  return matchesAnswerType(text, 'number') ? ANY_FIGURE : 0;
}

/**
 * How surely a sentence names someone whom the question doesn't, 0 to 1: by its least common word with a capital, or a little
 * by saying “the council”; in scripts without capitals only a title tells.
 */
function namesSomeone({ text, words, concepts }: TypedSentence): number {
  const given = termsOf(concepts);
  let most = 0;
  for (const { written, term } of words.slice(1))
    if (term !== null && CAPITALIZED.test(written) && !given.has(term))
      most = Math.max(most, englishSpecificity(written));
  if (TITLED.test(text)) return Math.max(most, LIKELY);
  return most > 0 || !MAY_NAME.test(text) ? most : UNSURE;
}

const LIKELY = 0.8;
const UNSURE = 0.3;
const CAPITALIZED = /^\p{Lu}\p{Ll}/u;

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const IN_DATE = /^(?:\d{4}-)?\d{2}-\d{2}$/;

/** Removes dates and the figures of the question from a sentence, and those that refer to places: no answer to "how many". */
function withoutGivenFigures({ text, words, concepts }: TypedSentence): string {
  const given = termsOf(concepts);
  const isDate = ({ written, joints }: Word) =>
    YEAR.test(written) || joints.some(({ term }) => IN_DATE.test(term));
  const figures = words.filter(
    (word) =>
      (/\d/.test(word.written) && isDate(word)) ||
      (word.term !== null && given.has(word.term) && saysNumber(word.written)),
  );
  return figures.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    withoutReferences(text),
  );
}
