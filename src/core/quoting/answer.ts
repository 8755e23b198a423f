import { type Candidate, compareCandidates, findCandidates, type Search } from './candidates.ts';
import type { Quotation } from './citations.ts';
import { confidence, leastConfidence, unknownWords } from './confidence.ts';
import { type Excerpt, growExcerpt, placeOf, unseen } from './excerpts.ts';
import type { Understood } from './question.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { type ExcerptBudget, Selection } from './selection.ts';

/** What the documents have on a question. */
export interface Findings {
  /** What answers; where nothing does, the nearest there is, marked weak. */
  readonly quotations: readonly Quotation[];
  readonly answered: boolean;
  /** How sure it is that the best of them answers, from 0 to 1. */
  readonly confidence: number;
  readonly unknownWords: readonly string[];
  /** Says whether there is more to show than fitted. */
  readonly more: boolean;
}

/** How an answer is made: how much it may show, and what the conversation has shown already. */
export interface AnswerOptions {
  readonly budget: ExcerptBudget;
  readonly shown: readonly QuotedPlace[];
  /** Leave out what was shown, instead of only ranking it lower. */
  readonly onlyNew: boolean;
}

const NEAREST: ExcerptBudget = { maxPoints: 2, maxCharacters: 600 };
const ALREADY_SHOWN = 0.25; // taken off the score of a sentence that this conversation has seen
const MAX_NEAREST = 20; // candidates looked through for the nearest
const POOR = 0.6; // a point worth less than this share of the best one is not shown

/** Finds what answers a question, or says that nothing does. */
export function findAnswer(
  { turn, query, asked }: Understood,
  search: Search,
  options: AnswerOptions,
): Findings {
  const candidates = findCandidates({ query, asked, kind: turn.kind, bare: turn.bare }, search);
  const vocabulary = search.index.vocabulary(search.collections);
  const unknown = unknownWords(asked, vocabulary);
  const [best] = candidates;
  const sure = best ? confidence(best) : 0;
  const least = best ? leastConfidence(best, { question: turn.text, asked, vocabulary }) : 1;
  if (!best || sure < least) {
    const nearest = select(candidates.slice(0, MAX_NEAREST), search, { budget: NEAREST });
    return {
      quotations: nearest.map((excerpt) => quote(excerpt, true)),
      answered: false,
      confidence: sure,
      unknownWords: unknown,
      more: false,
    };
  }
  const good = candidates.filter(({ score }) => score >= POOR * best.score);
  const answering = good.filter((candidate) => confidence(candidate) >= least);
  const { budget, shown, onlyNew } = options;
  const avoided = onlyNew ? shown : [];
  const chosen = select(demote(good, options), search, {
    budget,
    documents: countDocuments(answering),
    avoided,
  });
  const after = [...shown, ...chosen.map(placeOf)];
  const rest = select(good.filter(unseen(after)), search, { budget, avoided: after });
  const quotations = chosen.map((excerpt) => quote(excerpt, false));
  return { quotations, answered: true, confidence: sure, unknownWords: unknown, more: rest.length > 0 };
}

function quote(excerpt: Excerpt, weak: boolean): Quotation {
  return { excerpt, label: null, weak };
}

function countDocuments(candidates: readonly Candidate[]): number {
  return new Set(candidates.map(({ document }) => document.id)).size;
}

/** What a conversation has seen comes later, or not at all. */
function demote(candidates: readonly Candidate[], { shown, onlyNew }: AnswerOptions): readonly Candidate[] {
  const isNew = unseen(shown);
  if (onlyNew) return candidates.filter(isNew);
  return candidates
    .map((candidate) =>
      isNew(candidate) ? candidate : { ...candidate, score: candidate.score - ALREADY_SHOWN },
    )
    .sort(compareCandidates);
}

interface Taking {
  readonly budget: ExcerptBudget;
  /** How many documents have an answer. */
  readonly documents?: number;
  /** Places that are not quoted again. */
  readonly avoided?: readonly QuotedPlace[];
}

/** Takes excerpts in order while there is room. */
function select(candidates: readonly Candidate[], { corpus }: Search, taking: Taking): readonly Excerpt[] {
  const { budget, documents = Number.POSITIVE_INFINITY, avoided = [] } = taking;
  const selection = new Selection(budget, documents);
  for (const candidate of candidates) selection.offer(growExcerpt(candidate, corpus, avoided));
  return selection.chosen;
}
