import type { DocumentId } from '../library/document.ts';
import type { Aspect, Topic } from '../library/topic.ts';
import type { Concept, Query } from '../search/query.ts';
import { DEFAULT_LANGUAGE } from '../text/languages.ts';
import { firstPlace, opensWith } from './aspects.ts';
import { type Candidate, findCandidates, type Search } from './candidates.ts';
import type { Quotation } from './citations.ts';
import { MAX_SHARE, type RankedExcerpt, rankExcerpts, STRONG } from './excerpt-ranking.ts';
import type { Excerpt } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { type ExcerptBudget, Selection } from './selection.ts';
import { voice } from './voice.ts';

/** What a brief is made for. */
export interface BriefOptions {
  readonly topic: Topic;
  readonly query: Query;
  readonly budget: ExcerptBudget;
  /** Places already quoted, which are left out. */
  readonly shown: readonly QuotedPlace[];
  /** The only documents that may be quoted; all where it is absent. */
  readonly among?: ReadonlySet<DocumentId>;
}

/** The excerpts of a brief in reading order: what the topic is about, then its aspects, then what else matters. */
export function composeBrief(options: BriefOptions, search: Search): Quotation[] {
  const { topic, budget, shown } = options;
  const ranked = rank(options, [], search);
  const selection = new Selection(budget, new Set(ranked.map(({ excerpt }) => excerpt.document.id)).size);
  const labels = new Map<Excerpt, string>();
  if (shown.length === 0)
    offerBest(ranked, selection, ({ worth, strength, opening }) => worth + strength + opening);
  for (const aspect of topic.aspects) {
    const taken = selection.full
      ? null
      : offerBest(sideOf(aspect, options, search), selection, byVoice(aspect));
    if (taken) labels.set(taken, aspect.label);
  }
  const strong = ranked.filter(({ strength }) => strength >= STRONG);
  while (offerBest(strong, selection, ({ worth }) => worth));
  return selection.chosen.map((excerpt) => ({ excerpt, label: labels.get(excerpt) ?? null, weak: false }));
}

/** What there is on one side of a topic. */
function sideOf(aspect: Aspect, options: BriefOptions, search: Search): RankedExcerpt[] {
  const others = options.topic.aspects.filter((other) => other !== aspect);
  return rank(options, [toConcept(aspect, search)], search).filter(
    ({ excerpt, strength }) => strength > 0 && opensWith(excerpt.text, aspect, others),
  );
}

function byVoice(aspect: Aspect): (entry: RankedExcerpt) => number {
  return ({ excerpt: { text }, worth }) => worth + voice(text, firstPlace(text, aspect));
}

const ASPECT_WEIGHT = 2; // against 1 for each concept of the topic

/** An aspect as something to search for: any of its terms. */
function toConcept({ label, terms }: Aspect, search: Search): Concept {
  const wordings = terms
    .map((term) => ({
      terms: search.wordsOf(term, DEFAULT_LANGUAGE).flatMap((word) => word.term ?? []),
      weight: 1,
      pull: 1,
    }))
    .filter((wording) => wording.terms.length > 0);
  return { written: label, weight: ASPECT_WEIGHT, essential: false, specificity: 1, wordings };
}

/** The excerpts that a topic finds, with further concepts if given, and how much each is worth to a brief. */
function rank(
  { query, shown, among }: BriefOptions,
  further: readonly Concept[],
  search: Search,
): RankedExcerpt[] {
  const all = candidatesFor(query, further, search);
  const candidates = among ? all.filter(({ document }) => among.has(document.id)) : all;
  return rankExcerpts(candidates, { all, shown, search });
}

const found = new WeakMap<Search, Map<string, readonly Candidate[]>>();

/** The candidates for a topic's query and further concepts; looked for once in a request, though asked for again. */
export function candidatesFor(
  query: Query,
  further: readonly Concept[],
  search: Search,
): readonly Candidate[] {
  const known = found.get(search) ?? new Map<string, readonly Candidate[]>();
  found.set(search, known);
  const concepts = [...query.concepts, ...further];
  const key = JSON.stringify(concepts);
  const candidates =
    known.get(key) ?? findCandidates({ query: { concepts }, asked: query, kind: 'any' }, search);
  known.set(key, candidates);
  return candidates;
}

/** Offers entries, best first, until one is taken; documents already quoted come later. */
function offerBest(
  ranked: readonly RankedExcerpt[],
  selection: Selection,
  value: (entry: RankedExcerpt) => number,
): Excerpt | null {
  const quoted = (entry: RankedExcerpt) =>
    selection.chosen.filter(({ document }) => document.id === entry.excerpt.document.id).length;
  const limit = selection.chosen.length === 0 ? Number.POSITIVE_INFINITY : MAX_SHARE * selection.share;
  const fitting = ranked.filter(({ excerpt }) => excerpt.text.length <= limit);
  const scored = fitting.map((entry) => ({ entry, score: value(entry) - 0.3 * quoted(entry) }));
  scored.sort((a, b) => b.score - a.score);
  return scored.find(({ entry }) => selection.offer(entry.excerpt))?.entry.excerpt ?? null;
}
