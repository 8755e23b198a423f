import type { SentenceKey } from '../library/documents/sentence-key.ts';
import type { Revision } from '../library/versions/revision-store.ts';
import type { Slice } from '../text/slice.ts';

/** A sentence that a document no longer has: a slice of an earlier version's text. */
export interface EarlierSentence extends Slice {
  readonly text: string;
  /** The SHA-256 of that version's text. */
  readonly sha256: string;
  /** When it was replaced or left out. */
  readonly until: Date;
}

/** What all revisions since a version changed together. */
export interface NetRevision {
  /** In the order of the text. Those whose text is not kept are absent. */
  readonly lost: readonly EarlierSentence[];
  /** When each sentence came that is there now. */
  readonly gained: ReadonlyMap<SentenceKey, Date>;
}

/**
 * Adds up the revisions that led to a version from the last one before it that is not fresh. What came and went in between,
 * or went and came back, is no change. Null if they don't lead back to such a version.
 */
export function revise(
  revisions: readonly Revision[],
  now: string,
  isFresh: (sha256: string) => boolean,
): NetRevision | null {
  const steps = stepsTo(revisions, now, isFresh);
  if (!steps) return null;
  const lost = new Map<SentenceKey, EarlierSentence | null>();
  const gained = new Map<SentenceKey, Date>();
  for (const step of steps) {
    for (const { key, text, start, end } of step.lost)
      if (!gained.delete(key))
        lost.set(key, text === null ? null : { text, start, end, sha256: step.before, until: step.at });
    for (const key of step.gained) if (!lost.delete(key)) gained.set(key, step.at);
  }
  return { lost: [...lost.values()].filter((sentence) => sentence !== null), gained };
}

/** The revisions that led to a version, oldest first; of several to one, that which was recorded first, by whoever saw most. */
function stepsTo(
  revisions: readonly Revision[],
  now: string,
  isFresh: (sha256: string) => boolean,
): readonly Revision[] | null {
  const steps: Revision[] = [];
  for (let version = now; steps.length <= revisions.length; ) {
    const step = revisions.find((each) => each.now === version);
    if (!step) return null;
    steps.unshift(step);
    if (!isFresh(step.before)) return steps;
    version = step.before;
  }
  return null;
}
