import type { Workspace } from '../library/audience.ts';

/** A question that found nothing, without who asked it. */
export interface UnansweredQuestion {
  readonly channel: string;
  /** As it was typed. */
  readonly question: string;
  /** Words of it that no document had. */
  readonly unknownWords: readonly string[];
  readonly at: Date;
}

/**
 * The questions that found nothing, by workspace. They are read from the stored answers, so they are pruned and erased with
 * them and nothing is kept twice; what was asked in private is not among them.
 */
export interface UnansweredStore {
  /** Latest first. */
  list(workspace: Workspace, limit: number): Promise<readonly UnansweredQuestion[]>;
}
