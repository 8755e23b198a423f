import type { DocumentId } from '../library/documents/document.ts';
import type { Aspect } from '../library/topics/topic.ts';
import { firstPlace, isAbout } from './aspects.ts';
import { attributionScore } from './attribution-score.ts';
import type { BriefCandidates } from './brief-candidates.ts';
import { type Candidate, documentsOf } from './candidate.ts';
import type { Quotation } from './citations.ts';
import type { ExcerptBudget } from './excerpt-budget.ts';
import { leadScore, MAX_SHARE, type RankedExcerpt, rankExcerpts, STRONG } from './excerpt-ranking.ts';
import { type Excerpt, growExcerpt, placeOf, unseen } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { Selection } from './selection.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** What a brief may quote, and how much. */
export interface BriefOptions {
  readonly budget: ExcerptBudget;
  /** Places already quoted, which are left out. */
  readonly shown: readonly QuotedPlace[];
  /** The only documents to quote; all if absent. */
  readonly among?: ReadonlySet<DocumentId>;
}

/** The excerpts of a brief in reading order, and whether there is more to show. */
export interface Brief extends Judgement {
  readonly quotations: readonly Quotation[];
  readonly more: boolean;
  /** Of a timeline: what is left to show beyond its ends. */
  readonly beyond?: TimelineEnds;
  /** Of differences: whether any of those shown are in numbers or dates. */
  readonly inFigures?: boolean;
}

/** Whether anything on a topic that was not shown yet is later than the newest point of a timeline, or earlier than the oldest. */
export interface TimelineEnds {
  readonly later: boolean;
  readonly earlier: boolean;
}

/** Composes a brief: what the topic is about, then its aspects, then whatever else is strong. */
export function composeBrief({ topic, aspects }: BriefCandidates, options: BriefOptions): Brief {
  const { budget, shown } = options;
  const ranked = rank(topic, options);
  const rated = aspects.map(({ aspect, candidates }) => ({ aspect, ranked: rank(candidates, options) }));
  const selection = new Selection(budget, documentsOf(ranked.map(({ excerpt }) => excerpt)).size);
  if (shown.length === 0) offerBest(ranked, selection, leadScore);
  const labels = offerAspects(rated, selection);
  const strong = ranked.filter(({ strength }) => strength >= STRONG);
  while (offerBest(strong, selection, ({ quality }) => quality));
  const { chosen } = selection;
  const quoted = [...shown, ...chosen.map(placeOf)];
  return {
    quotations: chosen.map((excerpt) => ({ excerpt, label: labels.get(excerpt) ?? null })),
    more: hasMore(strong, rated, quoted),
    considered: ranked.toSorted((a, b) => b.quality - a.quality).map(({ candidate }) => candidate),
    verdict: createVerdict([...ranked, ...rated.flatMap((each) => each.ranked)], selection),
  };
}

/** Creates the reasons for a selection among ranked excerpts: those not ranked were shown before, or left out. */
function createVerdict(
  ranked: readonly RankedExcerpt[],
  selection: Selection,
): (candidate: Candidate) => Verdict {
  return (candidate) => {
    const entry = ranked.find((each) => isSameSentence(each.candidate, candidate));
    if (!entry) return { kind: 'shown' };
    const judged = selection.verdict(entry.excerpt);
    return judged.kind !== 'quoted' && entry.strength < STRONG ? { kind: 'weak' } : judged;
  };
}

function isSameSentence(a: Candidate, b: Candidate): boolean {
  return a.document.id === b.document.id && a.slice.start === b.slice.start;
}

/** Ranks the excerpts that may be quoted, among all candidates. */
function rank(all: readonly Candidate[], { shown, among }: BriefOptions): RankedExcerpt[] {
  const candidates = among ? all.filter(({ document }) => among.has(document.id)) : all;
  return rankExcerpts(candidates, { all, shown });
}

/** One aspect of the topic, and the excerpts found with it. */
interface RankedAspect {
  readonly aspect: Aspect;
  readonly ranked: readonly RankedExcerpt[];
}

/** Takes the best excerpt on each aspect while there is budget, and labels it. */
function offerAspects(aspects: readonly RankedAspect[], selection: Selection): ReadonlyMap<Excerpt, string> {
  const labels = new Map<Excerpt, string>();
  for (const each of aspects) {
    if (selection.full) break;
    const { aspect } = each;
    const taken = offerBest(onAspect(each, aspects), selection, byAttribution(aspect));
    if (taken) labels.set(taken, aspect.label);
  }
  return labels;
}

/** Returns the excerpts that are certainly on an aspect. */
function onAspect({ aspect, ranked }: RankedAspect, all: readonly RankedAspect[]): RankedExcerpt[] {
  const aspects = all.map((each) => each.aspect);
  return ranked.filter(({ excerpt, strength }) => strength > 0 && isAbout(excerpt.text, aspect, aspects));
}

/**
 * Whether a next brief would show anything. A selection takes the first excerpt that it is offered, so one excerpt not
 * quoted yet is enough if it is strong, or still on an aspect without the sentences quoted.
 */
function hasMore(
  strong: readonly RankedExcerpt[],
  aspects: readonly RankedAspect[],
  quoted: readonly QuotedPlace[],
): boolean {
  const isUnseen = unseen(quoted);
  if (strong.some(({ candidate }) => isUnseen(candidate))) return true;
  return aspects.some(({ aspect, ranked }) => {
    const left = ranked.filter(({ candidate }) => isUnseen(candidate));
    const next = left.map((entry) => ({ ...entry, excerpt: growExcerpt(entry.candidate, quoted) }));
    return onAspect({ aspect, ranked: next }, aspects).length > 0;
  });
}

function byAttribution(aspect: Aspect): (entry: RankedExcerpt) => number {
  return ({ excerpt: { text }, quality }) => quality + attributionScore(text, firstPlace(text, aspect));
}

const QUOTED_ALREADY = 0.3; // taken off for each excerpt of the same document

/** Offers excerpts, best first, until one is taken; those of documents already quoted come later. */
function offerBest(
  ranked: readonly RankedExcerpt[],
  selection: Selection,
  rate: (entry: RankedExcerpt) => number,
): Excerpt | null {
  const quoted = ({ excerpt }: RankedExcerpt) => selection.timesQuoted(excerpt.document.id);
  const limit = selection.chosen.length === 0 ? Number.POSITIVE_INFINITY : MAX_SHARE * selection.share;
  const fitting = ranked.filter(({ excerpt }) => excerpt.text.length <= limit);
  const scored = fitting.map((entry) => ({ entry, score: rate(entry) - QUOTED_ALREADY * quoted(entry) }));
  scored.sort((a, b) => b.score - a.score);
  return scored.find(({ entry }) => selection.offer(entry.excerpt))?.entry.excerpt ?? null;
}
