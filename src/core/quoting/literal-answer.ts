import type { Scope } from '../library/library.ts';
import type { Query } from '../search/query.ts';
import { answerRetrieval, type Findings } from './answer.ts';
import { documentsOf } from './candidate.ts';
import type { ExcerptBudget } from './excerpt-budget.ts';
import { growExcerpt, overlaps, unseen } from './excerpts.ts';
import { withoutNewSubject } from './new-subject.ts';
import type { Question } from './question.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { Retriever } from './retriever.ts';
import { Selection } from './selection.ts';

interface LiteralOptions {
  readonly question: Question;
  readonly budget: ExcerptBudget;
  /** Places that this conversation has quoted, to leave out. */
  readonly left: readonly QuotedPlace[];
}

/** Answers a saying of function words alone, “to be or not to be”, with the sentences that hold it. Null for all else. */
export async function answerLiterally(
  retriever: Pick<Retriever, 'placesOf' | 'sentencesAt'>,
  scope: Scope,
  { question, budget, left }: LiteralOptions,
): Promise<Findings | null> {
  if (!isSaying(question)) return null;
  const places = await retriever.placesOf(wordsOnly(question.turn.text), scope);
  const sentences = await retriever.sentencesAt(places, answerRetrieval(question), scope);
  const holding = sentences
    .filter(({ document, slice }) =>
      places.some((place) => place.document === document.id && overlaps(slice, place)),
    )
    .filter(unseen(left));
  if (holding.length === 0) return null;
  const selection = new Selection(budget, documentsOf(holding).size);
  for (const candidate of holding) selection.offer(growExcerpt(candidate));
  return {
    ...{ answered: true, confidence: 1, unknownWords: [] },
    ...{ considered: holding, near: documentsOf(holding), more: selection.chosen.length < holding.length },
    quotations: selection.chosen.map((excerpt) => ({ excerpt })),
    verdict: (candidate) => selection.verdict(growExcerpt(candidate)),
  };
}

const MIN_WORDS = 3; // “and then” says too little to be meant as it stands

/** Whether a question asks for nothing but has words: none of them is indexed, and nothing said before carries it. */
function isSaying({ turn: { kind, text }, query, around }: Question): boolean {
  const words = wordsOnly(text).split(/\s+/);
  return kind === 'any' && [query, around].every(isEmpty) && words.length >= MIN_WORDS;
}

function isEmpty(query: Query | undefined): boolean {
  return (query?.concepts ?? []).length === 0;
}

function wordsOnly(text: string): string {
  return withoutNewSubject(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
