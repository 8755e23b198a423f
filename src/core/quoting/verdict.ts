import type { Candidate } from './candidate.ts';
import type { Excerpt } from './excerpts.ts';

/** Why a candidate is, or is not, in a reply. */
export type Verdict =
  /** It is, as a part of an excerpt. */
  | { readonly kind: 'quoted'; readonly excerpt: Excerpt }
  /** An excerpt that is quoted says the same. */
  | { readonly kind: 'repeats'; readonly excerpt: Excerpt }
  | {
      readonly kind: /** Enough of its document is quoted. */
        | 'document'
        /** Only one other document answers, and fills the reply. */
        | 'outside'
        /** The reply has as many excerpts as its length allows. */
        | 'full'
        /** It is longer than what was left of the reply. */
        | 'long'
        /** No sentence is likely enough to answer. */
        | 'unsure'
        /** It is far below the best. */
        | 'poor'
        /** It covers too little of the topic. */
        | 'weak'
        /** Nothing makes sure who says it. */
        | 'unattributed'
        /** No other document gives another number or date for the same. */
        | 'alike'
        /** The conversation has quoted it before. */
        | 'shown'
        /** It is no complete sentence, and only those were asked for. */
        | 'incomplete'
        /** It is on a later page. */
        | 'later';
    };

/** How a reply was chosen, told by the code that chose it. */
export interface Judgement {
  /** What was considered, likeliest first. */
  readonly considered: readonly Candidate[];
  /** Says why a candidate is, or is not, quoted. */
  verdict(candidate: Candidate): Verdict;
}
