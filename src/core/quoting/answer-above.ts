import type { Scope } from '../library/library.ts';
import { answerRetrieval, type Findings } from './answer.ts';
import { type Candidate, documentsOf } from './candidate.ts';
import type { ExcerptBudget } from './excerpt-budget.ts';
import { type Excerpt, growExcerpt, overlaps } from './excerpts.ts';
import type { PlacesAbove, Question } from './question.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { Retriever } from './retriever.ts';
import { Selection } from './selection.ts';
import { voicedExcerpt } from './voices/voiced-excerpt.ts';

const BESIDE = 2; // sentences before and after an excerpt that may say what it leaves open

/**
 * Answers “Who said that?” or “When?” out of the excerpts above and the sentences beside them. Null if they don't say it and
 * the question may mean more than them.
 */
export async function answerFromAbove(
  retriever: Pick<Retriever, 'sentencesAt'>,
  scope: Scope,
  { question, above, budget }: { question: Question; above: PlacesAbove; budget: ExcerptBudget },
): Promise<Findings | null> {
  const sentences = await retriever.sentencesAt(above.places, answerRetrieval(question), scope);
  const selection = new Selection(budget, 1);
  for (const place of above.places) {
    const told = toldAt(place, sentences, question);
    if (told) selection.offer(told);
  }
  const answered = selection.chosen.length > 0;
  if (!answered && !above.only) return null;
  return {
    ...{ answered, more: false, unknownWords: [], confidence: answered ? 1 : 0 },
    ...{ considered: sentences, near: documentsOf(sentences), isAbove: true },
    quotations: selection.chosen.map((excerpt) => ({ excerpt })),
    verdict: (candidate) => (answered ? selection.verdict(growExcerpt(candidate)) : { kind: 'unsure' }),
  };
}

/** The excerpt that tells what is asked of a place: its own sentences before those beside it, the nearest first. */
function toldAt(place: QuotedPlace, sentences: readonly Candidate[], { turn }: Question): Excerpt | null {
  const tell = turn.kind === 'who' ? namesSpeaker : hasFact;
  const near = sentences
    .map((candidate) => ({ candidate, distance: distanceFrom(place, candidate, sentences) }))
    .filter(({ distance }) => distance <= BESIDE)
    .sort((a, b) => a.distance - b.distance || a.candidate.slice.start - b.candidate.slice.start);
  for (const { candidate } of near) {
    const told = tell(candidate);
    if (told) return told;
  }
  return null;
}

function namesSpeaker(candidate: Candidate): Excerpt | null {
  return voicedExcerpt(candidate)?.excerpt ?? null;
}

function hasFact(candidate: Candidate): Excerpt | null {
  return (candidate.features?.answerType ?? 0) > 0 ? growExcerpt(candidate) : null;
}

/** How many sentences a candidate is away from a place in its passage; 0 within it. */
function distanceFrom(place: QuotedPlace, candidate: Candidate, all: readonly Candidate[]): number {
  const isThere = (other: Candidate) => other.document.id === place.document && overlaps(other.slice, place);
  if (isThere(candidate)) return 0;
  const there = all.filter((other) => isThere(other) && other.passage === candidate.passage);
  if (candidate.document.id !== place.document || there.length === 0) return Number.POSITIVE_INFINITY;
  return Math.min(...there.map((other) => Math.abs(other.at - candidate.at)));
}
