import type { Scope } from '../library/library.ts';
import type { Retriever } from '../quoting/retriever.ts';
import { lowerEverydayWords } from '../search/everyday-words.ts';
import { type Concept, conceptKey, type Query } from '../search/query.ts';
import type { Conversation } from './conversation.ts';

// Weights relative to 1 for the question's own words, tried on conversations of two judged sets (docs/answers.md).
const EARLIER = { first: 0.4, decay: 0.6 };
const SHOWN = 0.15;
const LAST_SHOWN = 4; // excerpts: about one reply
const MAX_CONCEPTS = 32;

/** Gathers what a conversation was about, the latest first: its questions, and the words of what was shown last. */
export async function surroundings(
  retriever: Pick<Retriever, 'parseQuoted'>,
  { turns, shown }: Conversation,
  scope: Scope,
): Promise<Query> {
  const asked = turns.toReversed().flatMap(({ concepts }, back) => {
    const weight = EARLIER.first * EARLIER.decay ** back;
    return concepts.map((concept) => ({ ...concept, weight: Math.min(1, concept.weight) * weight }));
  });
  const quoted = await retriever.parseQuoted(shown.slice(-LAST_SHOWN), scope);
  const said = quoted.map((concept) => ({ ...concept, weight: SHOWN }));
  return { concepts: strongest(lowerEverydayWords([...asked, ...said])) };
}

/** Keeps each concept once, with its highest weight, and of these the heaviest. */
function strongest(concepts: readonly Concept[]): Concept[] {
  const kept = new Map<string, Concept>();
  for (const concept of concepts) {
    const other = kept.get(conceptKey(concept));
    if (!other || other.weight < concept.weight)
      kept.set(conceptKey(concept), { ...concept, essential: false });
  }
  return [...kept.values()].sort((a, b) => b.weight - a.weight).slice(0, MAX_CONCEPTS);
}
