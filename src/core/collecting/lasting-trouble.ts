import { formatDate } from '../text/format-date.ts';
import type { FollowedSource, SourceState } from './source.ts';
import { sourceTitle } from './source-troubles.ts';

const WEEK = 7 * 86_400_000; // milliseconds

type Trouble = Pick<SourceState, 'problem' | 'next' | 'lookedAt' | 'failingSince'>;

/**
 * Whether a source has just begun to need somebody: it has failed for a week, or is looked at no longer. Of several failed looks in a
 * row this holds for one, and one process records it: so it is told once.
 */
export function becomesLasting(before: Trouble, after: Trouble): boolean {
  return isLasting(after) && !isLasting(before);
}

function isLasting({ problem, next, lookedAt, failingSince }: Trouble): boolean {
  if (problem === null) return false;
  return next === null || (lookedAt?.valueOf() ?? 0) - (failingSince?.valueOf() ?? Infinity) >= WEEK;
}

/** Says to a person what is wrong with a source, and what happens now. */
export function describeLasting(source: FollowedSource): string {
  const { collection, problem, failingSince, next } = source;
  const since = failingSince === null ? '' : ` since ${formatDate(failingSince.toISOString().slice(0, 10))}`;
  const then = next === null ? 'It is no longer looked at by itself' : 'Dossier keeps trying';
  return `${sourceTitle(source)}, which the collection ${collection} follows, has failed${since}: it ${problem}. ${then}.`;
}
