import type { Candidate } from './candidate.ts';
import { refersBack, withoutConnective } from './dangling.ts';
import { type Excerpt, growExcerpt, unseen } from './excerpts.ts';
import { completesList } from './list-excerpt.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** An excerpt, and how well it suits a brief or a digest. */
export interface RankedExcerpt {
  readonly excerpt: Excerpt;
  /** The sentence that it was grown from. */
  readonly candidate: Candidate;
  /** How much of the topic its sentence covers, relative to the sentence that covers most: 0 to 1. */
  readonly strength: number;
  /** How much it says about the topic, and how well it can be read alone. */
  readonly quality: number;
  /** A bonus for the first sentences of a document. */
  readonly opening: number;
}

/** The longest excerpt, in even shares of what is left of the budget; a longer one would crowd out another aspect. */
export const MAX_SHARE = 1.3;

/** The least strength of an excerpt that is on no aspect; anything weaker would be padding. */
export const STRONG = 0.6;

const NEWNESS = 0.3; // what being of the newest document is worth: not quite a third of being fully on the topic
const TITLED = 0.5; // what a lead gains if its document’s title has all of the topic
const SHORT = 160; // characters, about the median sentence of news; nothing shorter loses quality
const LONG = 200; // characters beyond SHORT that cost as much as being fully on the topic gains

/** What excerpts are ranked against. */
export interface RankingContext {
  /** All candidates for the topic. */
  readonly all: readonly Candidate[];
  /** Places that are left out. */
  readonly shown: readonly QuotedPlace[];
}

/** Makes excerpts of candidates, in their order, and rates each. */
export function rankExcerpts(
  candidates: readonly Candidate[],
  { all, shown }: RankingContext,
): RankedExcerpt[] {
  const centrality = centralityAmong(all);
  const strength = strengthAmong(all);
  const mostPassage = greatest(all.map(({ passageCovered }) => passageCovered));
  return candidates.filter(unseen(shown)).map((candidate) => {
    const excerpt = growExcerpt(candidate, shown);
    const own = strength(candidate);
    const around = candidate.passageCovered / mostPassage;
    const { newness = 0, facts = 0 } = candidate.features ?? {};
    const quality =
      (own + around) / 2 +
      centrality(candidate) +
      NEWNESS * newness -
      awkwardness(excerpt) -
      outOfPlace(candidate);
    return { excerpt, candidate, strength: own, quality, opening: openingBonus(candidate) + TITLED * facts };
  });
}

/** Creates a measure of how much a candidate covers, relative to the one that covers most. */
export function strengthAmong(all: readonly Candidate[]): (candidate: Candidate) => number {
  const most = greatest(all.map(({ covered }) => covered));
  return ({ covered }) => covered / most;
}

/** Rates an excerpt as the first of a brief or a digest: quality, strength and opening count alike. */
export function leadScore({ quality, strength, opening }: RankedExcerpt): number {
  return quality + strength + opening;
}

function greatest(values: readonly number[]): number {
  return Math.max(Number.EPSILON, ...values);
}

/** Rates what makes a text hard to read alone: a dangling "this", a question, a very long sentence. */
function awkwardness(excerpt: Excerpt): number {
  const { text } = excerpt;
  let sum = 0;
  if (refersBack(text, excerpt)) sum += 0.5;
  const rest = withoutConnective(text);
  if (rest !== null) sum += refersBack(rest, excerpt) ? 0.8 : 0.3;
  if (/[?:]$/.test(text)) sum += 0.6;
  return sum + Math.max(0, text.length - SHORT) / LONG;
}

/** Rates what makes a sentence no statement of its own: it completes a list's introduction, or somebody puts it as a question. */
function outOfPlace(candidate: Candidate): number {
  const { question = 0, repeated = 0 } = candidate.features ?? {};
  return (completesList(candidate) ? 0.6 : 0) + 0.6 * question + 0.5 * repeated;
}

/** The first sentences of a document say what it is about. */
function openingBonus({ passage, at }: Candidate): number {
  return passage <= 1 ? 0.5 / (1 + passage + at) : 0;
}

/** Creates a measure of how common a candidate's terms are among all candidates, 0 to 1. */
function centralityAmong(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const counts = new Map<string, number>();
  for (const { terms } of candidates) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return ({ terms }) => {
    let sum = 0;
    for (const term of terms) sum += (counts.get(term) ?? 0) / most;
    return sum / Math.max(8, terms.size);
  };
}
