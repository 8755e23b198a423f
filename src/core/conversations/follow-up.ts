import type { Scope } from '../library/library.ts';
import { answerTypeOf } from '../quoting/answer-type-of.ts';
import { collectionNames } from '../quoting/named-places.ts';
import { opensSubject, withoutNewSubject } from '../quoting/new-subject.ts';
import { asksForLatest } from '../quoting/newness.ts';
import type { Question, Turn } from '../quoting/question.ts';
import type { Retriever, Synonyms } from '../quoting/retriever.ts';
import { conceptInformation, isKnown } from '../search/concept-information.ts';
import { type Concept, conceptKey, isName, isProperName, type Query } from '../search/query.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import { DEFAULT_LANGUAGE } from '../text/languages.ts';
import { isTimeWord, type Period, periodIn } from '../text/period.ts';
import type { Conversation } from './conversation.ts';
import { kindPointedAt, placesMeant } from './places-meant.ts';
import { isComparison, pointsBack } from './pointing-words.ts';
import { surroundings } from './surroundings.ts';

/** A question as typed, and what it is parsed with. */
export interface QuestionText {
  readonly text: string;
  readonly conversation: Conversation;
  readonly scope: Scope;
  /** The synonyms of the topic it is asked within. */
  readonly synonyms: Synonyms;
  readonly at: Date;
}

/** Parses a question in the context of its conversation. */
export async function parseQuestion(
  retriever: Pick<Retriever, 'parse' | 'parseQuoted' | 'statistics'>,
  { text, conversation, scope, synonyms, at }: QuestionText,
): Promise<Question> {
  const own = await retriever.parse(withoutNewSubject(text), scope, synonyms);
  const person = personMeant(text, conversation);
  const people = person === '' ? [] : (await retriever.parse(person, scope, synonyms)).concepts;
  const earlier = previousTurn(text, conversation)?.concepts ?? [];
  const statistics = await retriever.statistics([...own.concepts, ...earlier], scope);
  const period = askedPeriod({ text, conversation, at }, own.language);
  const { language = DEFAULT_LANGUAGE } = own;
  const isAnother = isForeign(text, own, statistics) && !isComparison(text, language);
  const previous = isAnother ? undefined : previousTurn(text, conversation);
  const question = understand(text, previous, { own, people, statistics, period, scope });
  if (previous === undefined) return question;
  const kind = kindPointedAt(text, question.turn.kind);
  const above = placesMeant({ text, language, kind, concepts: own.concepts }, conversation);
  const around = await surroundings(retriever, conversation, scope);
  return { ...question, ...(above && { above, turn: { ...question.turn, kind } }), around };
}

// The information of earlier concepts, as a share of the question's own.
const SHARE = { incomplete: 0.6, complete: 0.15 };
const NAME_MEANT = 0.4; // the lowest weight of a name that "it" or "he" may stand for

/** A question's parsed texts, and the statistics of their terms and of the turn before. */
interface ParsedTexts {
  readonly own: Query;
  /** The person that "he" or "she" stands for. */
  readonly people: readonly Concept[];
  readonly statistics: TermStatistics;
  readonly period: Period | null;
  readonly scope: Scope;
}

/** Completes a question from the turns before it: "And China?" after "What does France think of the office?". */
function understand(
  text: string,
  previous: Turn | undefined,
  { own, people, statistics, period, scope }: ParsedTexts,
): Question {
  const { language = DEFAULT_LANGUAGE } = own;
  const content = contentOf(own, period);
  const compares = isComparison(text, language);
  const incomplete = previous !== undefined && leavesUnsaid(text, content.length, language);
  const earlier = previous?.concepts ?? [];
  const replaced = compares ? replacedNames(earlier, own, scope) : NONE;
  const carried = carriedConcepts(earlier, own).filter(
    (concept) => !replaced.has(concept) && !isTime(concept, period),
  );
  const limit = SHARE[incomplete ? 'incomplete' : 'complete'] * information(content, statistics);
  const scaled = scaleTo(carried, limit, statistics);
  const context =
    content.length === 0 ? carried : pointsBack(text, language) ? scaled.map(keepSubject) : scaled;
  const implied = [...people, ...context].map((concept) => ({ ...concept, essential: false }));
  const concepts = [...own.concepts, ...implied];
  const whole = { ...own, concepts };
  const kind = answerTypeOf(text);
  const isLatest = asksForLatest(text) || (compares && staysLatest(previous, period));
  return {
    turn: {
      text,
      kind: kind === 'any' && incomplete && compares ? previous.kind : kind,
      bare: content.every(isProperName),
      ...(period && { period }),
      ...(isLatest && { latest: true }),
      concepts: incomplete ? concepts : [...own.concepts, ...subjectsOf(implied, content)],
    },
    query: whole,
    asked: incomplete ? whole : own,
  };
}

/** Whether “And the ECB?” still asks for how things stand last: not if it names a time, as “And in 2022?” does. */
function staysLatest(previous: Turn | undefined, period: Period | null): boolean {
  return previous?.latest === true && (period ?? undefined) === previous.period;
}

/** Whether a line consists of words that no document has: it asks nothing about what was said before. */
function isForeign(text: string, { concepts }: Query, statistics: TermStatistics): boolean {
  const foreign = concepts.filter((concept) => concept.essential && !isKnown(concept, statistics));
  return foreign.length > 0 && foreign.length === countWords(text);
}

/** The number of words in a line; of one in a script without spaces, that its dictionary tells. */
function countWords(text: string): number {
  if (!UNSPACED.test(text)) return text.trim().split(/\s+/).length;
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...words].filter(({ isWordLike }) => isWordLike).length;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** What a question names, times aside. */
function contentOf({ concepts }: Query, period: Period | null): readonly Concept[] {
  return concepts.filter((concept) => concept.essential && !isTime(concept, period));
}

function isTime({ written }: Concept, period: Period | null): boolean {
  return period !== null && isTimeWord(written);
}

/** The period that a question asks about; one that leaves its subject unsaid keeps that of the turn before. */
function askedPeriod(
  { text, conversation, at }: Pick<QuestionText, 'text' | 'conversation' | 'at'>,
  language = DEFAULT_LANGUAGE,
): Period | null {
  const earlier = previousTurn(text, conversation)?.period ?? null;
  return periodIn(text, { now: at, earlier }) ?? (isComparison(text, language) ? earlier : null);
}

/** Returns the turn that a question may follow up; undefined if it opens a new subject. */
function previousTurn(text: string, { turns }: Conversation): Turn | undefined {
  return opensSubject(text) ? undefined : turns.at(-1);
}

const PERSON = /\b(?:he|him|his|she|her)\b/i;

/** Returns the last name of the person that "he" or "she" stands for: the first whom the last reply quoted; '' if none. */
function personMeant(text: string, { last }: Conversation): string {
  return PERSON.test(text) ? (last?.speaker?.split(' ').at(-1) ?? '') : '';
}

function leavesUnsaid(text: string, contentWords: number, language: string): boolean {
  return (
    contentWords <= 1 || isComparison(text, language) || (pointsBack(text, language) && contentWords <= 4)
  );
}

/** The concepts of the turn before that a question doesn't name itself. */
function carriedConcepts(earlier: readonly Concept[], own: Query): readonly Concept[] {
  const mine = new Set(own.concepts.map(conceptKey));
  return earlier.filter((concept) => !mine.has(conceptKey(concept)));
}

/** The names of the turn before that names of their kind replace: countries, and collections. */
function replacedNames(
  earlier: readonly Concept[],
  own: Query,
  { collections }: Scope,
): ReadonlySet<Concept> {
  const places = own.concepts.some(isPlace) ? earlier.filter(isPlace) : [];
  const isNamed = collectionNames(own.concepts, collections).size > 0;
  return new Set([...places, ...(isNamed ? collectionNames(earlier, collections) : [])]);
}

const NONE: ReadonlySet<Concept> = new Set();

/** What a question that names nothing of its own still is about, which "it" may stand for later. */
function subjectsOf(implied: readonly Concept[], content: readonly Concept[]): readonly Concept[] {
  return content.some(isName) ? [] : implied.filter(isSubject);
}

/** What a conversation may be about: a name, or a word that is no everyday one. */
function isSubject(concept: Concept): boolean {
  return isName(concept) || concept.specificity === 1;
}

/** "it", "they", "he" most likely stand for what the conversation is about. */
function keepSubject(concept: Concept): Concept {
  return isSubject(concept) ? { ...concept, weight: Math.max(concept.weight, NAME_MEANT) } : concept;
}

/** A name with other names, as a country has. */
function isPlace({ aliased }: Concept): boolean {
  return aliased === true;
}

/** Lowers the weights of concepts until together they carry at most `limit` information. */
function scaleTo(concepts: readonly Concept[], limit: number, statistics: TermStatistics): Concept[] {
  const factor = Math.min(1, limit / Math.max(information(concepts, statistics), Number.EPSILON));
  return concepts.map((concept) => ({ ...concept, weight: concept.weight * factor }));
}

function information(concepts: readonly Concept[], statistics: TermStatistics): number {
  return concepts.reduce((sum, concept) => sum + conceptInformation(concept, statistics), 0);
}
