import type { Candidate, Search } from './candidates.ts';
import { type Excerpt, growExcerpt, refersBack, unseen } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';

/** An excerpt, and what it is worth to a brief or a digest. */
export interface RankedExcerpt {
  readonly excerpt: Excerpt;
  /** How much of the topic it covers, against the sentence that covers most. */
  readonly strength: number;
  /** How much the excerpt says about the topic, and how well it stands alone. */
  readonly worth: number;
  /** Greater for what opens a document. */
  readonly opening: number;
}

/** Of an even share of the room; a longer point would cost another side its place. */
export const MAX_SHARE = 1.3;

const SHORT = 160; // characters, about the median sentence of news; none is cut
const LONG = 200; // characters more that outweigh being wholly on the topic
/** The least strength of a point on no aspect: anything less would be padding. */
export const STRONG = 0.6;

/** What excerpts are ranked against: all candidates there are for the topic. Places in `shown` are left out. */
export interface Ranking {
  readonly all: readonly Candidate[];
  readonly shown: readonly QuotedPlace[];
  readonly search: Search;
}

/** Makes excerpts of candidates and says how much each is worth. */
export function rankExcerpts(
  candidates: readonly Candidate[],
  { all, shown, search }: Ranking,
): RankedExcerpt[] {
  const central = centrality(all);
  const most = (measure: (candidate: Candidate) => number) => Math.max(Number.EPSILON, ...all.map(measure));
  const mostCovered = most(({ covered }) => covered);
  const mostPassage = most(({ passageCovered }) => passageCovered);
  return candidates.filter(unseen(shown)).map((candidate) => {
    const excerpt = growExcerpt(candidate, search.corpus, shown);
    const strength = candidate.covered / mostCovered;
    const around = candidate.passageCovered / mostPassage;
    const worth = (strength + around) / 2 + central(candidate) - awkwardness(excerpt);
    return { excerpt, strength, worth, opening: opening(candidate) };
  });
}

/** What a stranger to the document could not read alone: a dangling "this", a question, a very long sentence. */
function awkwardness({ text }: Excerpt): number {
  let sum = 0;
  if (refersBack(text)) sum += 0.5;
  if (CONNECTIVE.test(text))
    sum += refersBack(text.replace(CONNECTIVE, '').replace(/^./, upperCase)) ? 0.8 : 0.3;
  if (/[?:]$/.test(text)) sum += 0.6;
  return sum + Math.max(0, text.length - SHORT) / LONG;
}

const CONNECTIVE =
  /^(?:However|Moreover|Furthermore|But|And|So|Instead|Another|Other|In other words|Further|Additionally|Interestingly|Meanwhile|Thus|Therefore),? /;

function upperCase(letter: string): string {
  return letter.toUpperCase();
}

/** The first sentences of a document say what it is about. */
function opening({ passage, at }: Candidate): number {
  return passage <= 1 ? 0.5 / (1 + passage + at) : 0;
}

/** How common a sentence's terms are among all candidates, 0 to 1. */
function centrality(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const counts = new Map<string, number>();
  for (const { terms } of candidates) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return ({ terms }) => {
    let sum = 0;
    for (const term of terms) sum += (counts.get(term) ?? 0) / most;
    return sum / Math.max(8, terms.size);
  };
}
