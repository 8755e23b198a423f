import type { Audience, Workspace } from '../library/audience.ts';

/** A person's opinion of an answer, or of Dossier. */
export interface Feedback {
  readonly audience: Omit<Audience, 'local'>;
  /** The answer's id; null if it is about none. */
  readonly answer: string | null;
  readonly rating: 'up' | 'down' | null;
  readonly reason: string | null;
  readonly text: string | null;
  readonly at: Date;
}

/** Feedback by workspace. */
export interface FeedbackStore {
  add(feedback: Feedback): Promise<void>;
  /** Latest first. */
  list(workspace: Workspace, limit: number): Promise<readonly Feedback[]>;
}
