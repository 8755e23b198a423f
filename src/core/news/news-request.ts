import type { Audience } from '../library/audience.ts';
import type { Narrowing } from '../library/documents/narrowing.ts';
import { summariesOf } from '../library/documents/summaries-of.ts';
import type { Library } from '../library/library.ts';
import type { Topic } from '../library/topics/topic.ts';
import type { BriefLength } from '../quoting/excerpt-budget.ts';
import type { SeenVersion } from './digest.ts';
import type { ShownExcerpt } from './edition-content.ts';
import type { DayOf } from './mark-changes.ts';

/** From when something is new to somebody, and what they were shown before. */
export interface NewSince {
  readonly since: Date;
  /** `brief`: the last one here; `asked`: a date that was asked for; `week`: there was no brief here yet. */
  readonly by: 'brief' | 'asked' | 'week';
  /** The versions of documents that came since, in the order in which they did. */
  readonly seen: readonly SeenVersion[];
  readonly shown: readonly ShownExcerpt[];
}

/** A request for what is new. */
export interface NewsRequest extends NewSince {
  /** Null: everything. */
  readonly topic: Topic | null;
  readonly audience: Audience;
  readonly conversation: string;
  readonly at: Date;
  readonly length: BriefLength;
  /** What it keeps to; its `since` is null. */
  readonly narrowing: Narrowing | null;
  /** How that time is told: `since Fri 21 Nov 08:00`. */
  readonly when: string;
  readonly dayOf: DayOf;
}

/** Keeps the versions of documents that an audience may read now, as far as a request is narrowed; those that have been replaced too. */
export async function readableVersions(
  library: Pick<Library, 'list' | 'scopeFor'>,
  { audience, topic, narrowing, seen }: NewsRequest,
): Promise<readonly SeenVersion[]> {
  const readable = library.scopeFor(audience, topic?.collections ?? null).collections;
  const kept = narrowing?.collections ?? readable;
  const scope = {
    collections: readable.filter((id) => kept.includes(id)),
    ...(narrowing && { filter: narrowing }),
  };
  const found = await summariesOf(
    library,
    scope,
    seen.map(({ id }) => id),
  );
  return seen.filter(({ id }) => found.has(id));
}
