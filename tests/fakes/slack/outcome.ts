import type { Body } from '../json.ts';

/** What came of sending something to the bot once. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly ms: number; readonly payload: Body }
  | { readonly kind: 'failed'; readonly reason: string; readonly noRetry?: boolean };
