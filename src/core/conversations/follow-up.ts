import { answerTypeOf } from '../quoting/answer-type.ts';
import type { Turn, Understood } from '../quoting/question.ts';
import { conceptInformation } from '../search/parse-query.ts';
import { type Concept, isName, type Query } from '../search/query.ts';
import type { Vocabulary } from '../search/vocabulary.ts';
import type { Conversation } from './conversation.ts';

// The earlier concepts' information, as a share of the question's own.
const SHARE = { incomplete: 0.6, complete: 0.15 };
const NAME_MEANT = 0.4; // the least weight of a name that "it" or "he" may stand for

/** How questions are read, and what is known of their words. */
export interface Understanding {
  readonly vocabulary: Vocabulary;
  read(text: string): Query;
}

/** Completes a question from the turns before it: "And China?" after "What does France think of the office?". */
export function understand(
  text: string,
  conversation: Conversation,
  { read, vocabulary }: Understanding,
): Understood {
  const own = read(text.replace(NEW_SUBJECT, ''));
  const previous = NEW_SUBJECT.test(text) ? undefined : conversation.turns.at(-1);
  const content = own.concepts.filter(({ essential }) => essential);
  const incomplete = previous !== undefined && leavesUnsaid(text, content.length);
  const people = PERSON.test(text) ? read(lastSpeaker(conversation)).concepts : [];
  const carried = carriedConcepts(previous, own, isComparison(text));
  const share = incomplete ? SHARE.incomplete : SHARE.complete;
  const scaled = scaleTo(carried, share * information(content, vocabulary), vocabulary);
  const context = content.length === 0 ? carried : POINTS_BACK.test(text) ? scaled.map(keepName) : scaled;
  const implied = [...people, ...context].map((concept) => ({ ...concept, essential: false }));
  const concepts = [...own.concepts, ...implied];
  const kind = answerTypeOf(text);
  return {
    turn: {
      text,
      kind: kind === 'any' && incomplete ? previous.kind : kind,
      bare: content.every(isName),
      concepts: incomplete ? concepts : own.concepts,
    },
    query: { concepts },
    asked: incomplete ? { concepts } : own,
  };
}

// "Something else: how many …", "New topic: …"
const NEW_SUBJECT =
  /^(?:(?:ok|okay|thanks|right|now),? )?(?:new|different|another|other|changing|switching|something)\b[^:?]{0,30}: /i;

const PERSON = /\b(?:he|him|his|she|her)\b/i;
const POINTS_BACK =
  /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|that|this|these|those|there|one|ones|same|former|latter|others?|else)\b/i;

/** "And China?", "What about France?": the same question of somebody else. */
function isComparison(text: string): boolean {
  return /^(?:and )?(?:what|how) about\b|^(?:and|but|or)(?: \S+){1,3}(?:$|[?.!] )/i.test(text.trim());
}

function leavesUnsaid(text: string, contentWords: number): boolean {
  return contentWords <= 1 || isComparison(text) || (POINTS_BACK.test(text) && contentWords <= 4);
}

/** The concepts of the turn before; in a comparison, without the names that the new name takes the place of. */
function carriedConcepts(previous: Turn | undefined, own: Query, comparison: boolean): Concept[] {
  const mine = new Set(own.concepts.map(conceptKey));
  const replaced = comparison && own.concepts.some(isPlace);
  return (previous?.concepts ?? []).filter(
    (concept) => !mine.has(conceptKey(concept)) && !(replaced && isPlace(concept)),
  );
}

/** "it", "they", "he": most likely what had a name. */
function keepName(concept: Concept): Concept {
  return isName(concept) ? { ...concept, weight: Math.max(concept.weight, NAME_MEANT) } : concept;
}

/** Who "he" or "she" is: the person whom the last reply quoted first, or nobody. */
function lastSpeaker({ last }: Conversation): string {
  return last?.speaker?.split(' ').at(-1) ?? '';
}

/** A name with other names for the same: a state, say. */
function isPlace({ wordings }: Concept): boolean {
  return wordings.length > 1;
}

function conceptKey({ wordings }: Concept): string {
  return wordings[0]?.terms.join(' ') ?? '';
}

/** Lowers the weights of concepts so that together they inform as much as `limit`, and no more than they did. */
function scaleTo(concepts: readonly Concept[], limit: number, vocabulary: Vocabulary): Concept[] {
  const factor = Math.min(1, limit / Math.max(information(concepts, vocabulary), Number.EPSILON));
  return concepts.map((concept) => ({ ...concept, weight: concept.weight * factor }));
}

function information(concepts: readonly Concept[], vocabulary: Vocabulary): number {
  return concepts.reduce((sum, concept) => sum + conceptInformation(concept, vocabulary), 0);
}
