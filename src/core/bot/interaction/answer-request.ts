import type { ChatRequest } from '../invocation.ts';

/** What someone asks on a platform, and how the reply is shown. */
export interface AnswerRequest {
  readonly request: ChatRequest;
  /** Only the person who asks sees the reply. */
  readonly forAsker: boolean;
  /** The id of the answer that it follows up. */
  readonly replyTo?: string | undefined;
  /** The page of the reply, counted from 1. */
  readonly page?: number;
}
