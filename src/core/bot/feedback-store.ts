import type { Audience, Workspace } from '../library/audience.ts';

/** What somebody said about an answer, or about Dossier. */
export interface Feedback {
  readonly audience: Audience;
  /** The answer's id, where it is about one. */
  readonly answer: string | null;
  readonly rating: 'up' | 'down' | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly at: Date;
}

/** Feedback by workspace. */
export interface FeedbackStore {
  add(feedback: Feedback): Promise<void>;
  /** Newest first. */
  list(workspace: Workspace, limit: number): Promise<readonly Feedback[]>;
}
