import type { Scope } from '../library/library.ts';
import type { Aspect } from '../library/topics/topic.ts';
import type { Concept, Query } from '../search/query.ts';
import { DEFAULT_LANGUAGE } from '../text/languages.ts';
import type { Candidate } from './candidate.ts';
import type { RetrievalRequest, Retriever, Tokenize } from './retriever.ts';

/** The candidates for one aspect of a topic. */
export interface AspectCandidates {
  readonly aspect: Aspect;
  readonly candidates: readonly Candidate[];
}

/** What a brief chooses from: candidates for its topic, and for each of the topic's aspects in order. */
export interface BriefCandidates {
  readonly topic: readonly Candidate[];
  readonly aspects: readonly AspectCandidates[];
}

/** What to retrieve for a topic's query, with further concepts if given. */
export function topicRetrieval(query: Query, further: readonly Concept[] = []): RetrievalRequest {
  return { query: { concepts: [...query.concepts, ...further] }, explicit: query, answerType: 'any' };
}

/** Retrieves all candidates for a brief in one step; none if no document is on its topic. */
export async function retrieveForBrief(
  retriever: Retriever,
  scope: Scope,
  { query, aspects }: { readonly query: Query; readonly aspects: readonly Aspect[] },
): Promise<BriefCandidates> {
  const tokenize = await retriever.tokenizer();
  const further = aspects.map((aspect) => topicRetrieval(query, [toConcept(aspect, tokenize)]));
  const [topic = [], ...found] = await retriever.retrieve([topicRetrieval(query), ...further], scope);
  if (!topic.some((candidate) => saysEnough(candidate, query))) return { topic: [], aspects: [] };
  return { topic, aspects: aspects.map((aspect, at) => ({ aspect, candidates: found[at] ?? [] })) };
}

/**
 * Whether a passage, with what is known of its document, says so much of a topic that documents are on it: of two or three
 * words, one found alone is chance. A longer query lists what may be said.
 */
function saysEnough({ features }: Candidate, { concepts }: Query): boolean {
  return (features?.factsAndPassage ?? 1) >= (ENOUGH[concepts.length] ?? 0);
}

const ENOUGH: Readonly<Record<number, number>> = { 2: 0.6, 3: 0.5 }; // of a topic's information, by its words

const ASPECT_WEIGHT = 2; // relative to 1 for each concept of the topic

/** Makes an aspect a concept to search for: any of its terms. */
function toConcept({ label, terms }: Aspect, tokenize: Tokenize): Concept {
  const wordings = terms
    .map((term) => ({
      terms: tokenize(term, DEFAULT_LANGUAGE).flatMap((word) => word.term ?? []),
      weight: 1,
      pull: 1,
    }))
    .filter((wording) => wording.terms.length > 0);
  return { written: label, weight: ASPECT_WEIGHT, essential: false, specificity: 1, wordings };
}
