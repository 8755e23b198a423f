import type { DocumentId } from '../library/documents/document.ts';
import { type Candidate, compareCandidates } from './candidate.ts';
import { unseen } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { contextScore, type SentenceFeatures } from './sentence-score.ts';

const ALREADY_SHOWN = 1.5; // log-odds taken off the score of a sentence that this conversation has quoted
const LEAST_COVERED = 1 / 3; // of what was asked for; less was found by what was said before
const MUCH = 0.5; // of a document; a long one is rarely quoted so far, a short passage in one excerpt

/**
 * Ranks what this conversation has quoted lower, unless it is what answers best. Of a document of which more than half was
 * quoted, what was said before speaks for the rest the less, the more that was: there is little left to tell.
 */
export function demoteShown(
  candidates: readonly Candidate[],
  shown: readonly QuotedPlace[],
): readonly Candidate[] {
  const isUnseen = unseen(shown);
  const spoken = contextLeft(candidates, charactersQuoted(shown));
  return candidates
    .map((candidate, at) => {
      const isKept = isUnseen(candidate) || (at === 0 && answersItself(candidate));
      const { features } = candidate;
      const gain = features ? spoken(candidate, features) - contextScore(features) : 0;
      return { ...candidate, score: candidate.score + gain - (isKept ? 0 : ALREADY_SHOWN) };
    })
    .sort(compareCandidates);
}

/**
 * Returns what tells how much what was said before speaks for a candidate: less for a document of which little is left, and
 * next to the best of those that are whole, as the one that was quoted matches what was said best of all.
 */
function contextLeft(
  candidates: readonly Candidate[],
  quoted: ReadonlyMap<DocumentId, number>,
): (candidate: Candidate, features: SentenceFeatures) => number {
  const whole = candidates.flatMap((each) => (exhaustion(each, quoted) === 0 ? (each.features ?? []) : []));
  const least = whole.length < candidates.length ? LEAST_WHOLE : 1;
  const most = (of: 'contextPassage' | 'contextDocument') =>
    whole.reduce((best, features) => Math.max(best, features[of]), least);
  const [passage, document] = [most('contextPassage'), most('contextDocument')];
  return (candidate, features) => {
    const left = 1 - exhaustion(candidate, quoted);
    return contextScore({
      ...features,
      contextPassage: Math.min(1, features.contextPassage / passage) * left,
      contextDocument: Math.min(1, features.contextDocument / document) * left,
      recent: features.recent * left,
    });
  };
}

const LEAST_WHOLE = 0.5; // of the best score in context; what matches less is not made to match twice as well

/** Whether a candidate has the kind of fact asked for, and something of the question itself. */
function answersItself({ fact = 1, covered }: Candidate): boolean {
  return fact >= 1 && covered >= LEAST_COVERED;
}

function charactersQuoted(shown: readonly QuotedPlace[]): ReadonlyMap<DocumentId, number> {
  const quoted = new Map<DocumentId, number>();
  for (const { document, start, end } of shown)
    quoted.set(document, (quoted.get(document) ?? 0) + end - start);
  return quoted;
}

/** How far a candidate's document was quoted: 0 up to a half of it, 1 if all was. */
function exhaustion({ document }: Candidate, quoted: ReadonlyMap<DocumentId, number>): number {
  const share = (quoted.get(document.id) ?? 0) / document.text.length;
  return Math.min(1, Math.max(0, (share - MUCH) / (1 - MUCH)));
}
