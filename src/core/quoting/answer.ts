import type { DocumentId } from '../library/documents/document.ts';
import { unknownConcepts } from '../search/concept-information.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import { type AnswerType, hasOwnForm } from './answer-type.ts';
import { type Candidate, compareCandidates, documentsOf } from './candidate.ts';
import type { Quotation } from './citations.ts';
import { ENOUGH, ENOUGH_WITHOUT_FACT } from './confidence.ts';
import { demoteShown } from './demote-shown.ts';
import { chooseEverything, type Everything } from './everything.ts';
import type { ExcerptBudget } from './excerpt-budget.ts';
import { type Excerpt, growExcerpt, placeOf, unseen } from './excerpts.ts';
import type { Question } from './question.ts';
import type { QuotedPlace } from './quoted-place.ts';
import type { RetrievalRequest } from './retriever.ts';
import { Selection } from './selection.ts';
import { formOf } from './sentence-form.ts';
import { contextScore } from './sentence-score.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** What the documents say about a question. */
export interface Findings extends Judgement {
  /** What answers it; if nothing does, the nearest passages, marked weak. */
  readonly quotations: readonly Quotation[];
  readonly answered: boolean;
  /** How likely the best sentence answers it, from 0 to 1. */
  readonly confidence: number;
  readonly unknownWords: readonly string[];
  /** The documents among which copies of those quoted are sought. */
  readonly near: ReadonlySet<DocumentId>;
  /** There is more to show than fitted. */
  readonly more: boolean;
  /** It was sought in what was quoted above alone. */
  readonly isAbove?: true;
  /** How much there is in all, if everything was asked for. */
  readonly total?: Everything['total'];
}

/** What an answer is composed with. */
export interface AnswerOptions {
  /** The statistics of all terms in the question's `asked`. */
  readonly statistics: TermStatistics;
  readonly budget: ExcerptBudget;
  /** Places that this conversation has quoted. */
  readonly shown: readonly QuotedPlace[];
  /** Leave out what was shown, instead of only ranking it lower. */
  readonly onlyNew: boolean;
  /** Quote everything that is relevant, page by page, instead of what answers best. */
  readonly everything?: boolean;
}

const NEAREST: ExcerptBudget = { maxPoints: 2, maxCharacters: 600 };
const MAX_NEAREST = 20; // candidates considered for the nearest passages
const CLOSE = 0.5; // log-odds below the best within which candidates are about as good
// Candidates whose log-odds are so much below the best are not shown, unless they are nearer to it in themselves, whatever
// was quoted before.
const POOR = { inAll: 4, inThemselves: 1.5 };

const JOINED = 2; // log-odds below the best within which a sentence lengthens the excerpt that it stands beside

/** What to retrieve for a question. */
export function answerRetrieval({ turn, query, asked, around }: Question): RetrievalRequest {
  return {
    query,
    explicit: asked,
    answerType: turn.kind,
    bare: turn.bare,
    isAnswer: true,
    latest: turn.latest === true,
    ...(turn.period && { period: turn.period }),
    ...(around && { around }),
  };
}

/** Chooses the candidates that answer a question, or finds that none does. */
export function findAnswer(
  { asked, around, turn }: Question,
  candidates: readonly Candidate[],
  options: AnswerOptions,
): Findings {
  const [best] = candidates;
  const near = documentsOf(candidates);
  const unknownWords = unknownConcepts(asked, options.statistics).map(({ written }) => written);
  const common = { confidence: best?.confidence ?? 0, unknownWords, near, considered: candidates };
  const unanswered = () => ({ ...common, ...nearest(candidates), answered: false, more: false });
  if (!best) return unanswered();
  const poor = best.score - POOR.inAll;
  const ownPoor = ownScore(best) - POOR.inThemselves;
  const isPoor = (candidate: Candidate) => candidate.score < poor && ownScore(candidate) < ownPoor;
  const good = candidates.filter((candidate) => !isPoor(candidate));
  const isFollowUp = around !== undefined;
  const close = good.filter(({ score }) => score >= best.score - CLOSE);
  const likeliest = isFollowUp ? close : [best];
  const surest = Math.max(...likeliest.map(({ confidence }) => confidence));
  if (surest < enoughFor({ kind: turn.kind, isFollowUp }, good)) return unanswered();
  const answering = good.filter(({ confidence }) => confidence >= ENOUGH);
  const chosen = options.everything
    ? everything(good, options)
    : choose(good, documentsOf(answering).size, options);
  const verdict = (candidate: Candidate) =>
    isPoor(candidate) ? ({ kind: 'poor' } as const) : chosen.verdict(candidate);
  return { ...common, ...chosen, verdict, answered: true };
}

/** More is needed where none of the best sentences has the kind of fact asked for; still more if what was said before speaks for them. */
function enoughFor(
  { kind, isFollowUp }: { readonly kind: AnswerType; readonly isFollowUp: boolean },
  good: readonly Candidate[],
): number {
  if (!hasOwnForm(kind)) return ENOUGH;
  const least = LEAST_FACT[kind] ?? 1;
  const has = good.slice(0, BEST).some(({ fact = 1 }) => fact >= least);
  if (has) return ENOUGH;
  return isFollowUp ? ENOUGH_WITHOUT_FACT.followUp : ENOUGH_WITHOUT_FACT.opening;
}

// Any name may be a person's; “within four weeks” may say when.
const LEAST_FACT: Readonly<Partial<Record<AnswerType, number>>> = { who: Number.EPSILON, when: 0.5 };

const BEST = 8; // sentences: about twice as many as an answer shows

function everything(
  good: readonly Candidate[],
  { budget: { maxPoints }, shown, onlyNew }: AnswerOptions,
): Everything {
  return chooseEverything(good, { maxPoints, shown: onlyNew ? shown : [] });
}

function nearest(candidates: readonly Candidate[]): Pick<Findings, 'quotations' | 'verdict'> {
  const selection = new Selection(NEAREST);
  const near = candidates.map((candidate) => ({ ...candidate, score: ownScore(candidate) }));
  for (const candidate of near.sort(compareCandidates).slice(0, MAX_NEAREST))
    selection.offer(growExcerpt(candidate));
  return {
    quotations: selection.chosen.map((excerpt) => ({ excerpt, weak: true })),
    verdict: () => ({ kind: 'unsure' }),
  };
}

/** The score of a candidate whatever was quoted before. */
function ownScore({ score, features }: Candidate): number {
  return features ? score - contextScore(features) : score;
}

/** Takes excerpts in order while they fit; `documents` is how many have an answer. */
function choose(
  good: readonly Candidate[],
  documents: number,
  options: AnswerOptions,
): Pick<Findings, 'quotations' | 'more' | 'verdict'> {
  const { budget, shown, onlyNew } = options;
  const selection = new Selection(budget, documents);
  const grow = (candidate: Candidate) => growExcerpt(candidate, onlyNew ? shown : [], EXPLAINING);
  const ordered = onlyNew ? good.filter(unseen(shown)) : demoteShown(good, shown);
  const likely = (ordered[0]?.score ?? 0) - JOINED;
  for (const candidate of ordered) {
    const excerpt = grow(candidate);
    if (isScrap(excerpt) && selection.chosen.length > 0) continue;
    if (candidate.score < likely || !selection.extend(excerpt)) selection.offer(excerpt);
  }
  const quoted = [...shown, ...selection.chosen.map(placeOf)];
  const isLeftOut = (candidate: Candidate) => onlyNew && !unseen(shown)(candidate);
  const verdict = (candidate: Candidate): Verdict => {
    if (isLeftOut(candidate)) return { kind: 'shown' };
    const excerpt = grow(candidate);
    const said = selection.verdict(excerpt);
    return isScrap(excerpt) && said.kind !== 'quoted' ? { kind: 'incomplete' } : said;
  };
  return {
    quotations: selection.chosen.map((excerpt) => ({ excerpt })),
    more: good.some(unseen(quoted)),
    verdict,
  };
}

const EXPLAINING = 2; // sentences before; a point of a brief has less room
const SCRAP = 80; // characters

/** Whether an excerpt is short and ends like no sentence, as a heading or an item of a list does without what it belongs to. */
function isScrap({ text }: Excerpt): boolean {
  const { ended, announces } = formOf(text);
  return ended + announces === 0 && text.length < SCRAP;
}
