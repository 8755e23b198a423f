/** How much one reply can show. */
export interface ExcerptBudget {
  readonly maxPoints: number;
  /** Of all excerpts together; the first excerpt is shown even if it is longer. */
  readonly maxCharacters: number;
  /** Of one document, if others have something to say too; 2 if absent. */
  readonly maxPerDocument?: number;
}

/** The lengths of a brief: about 450, 900 and 2,000 visible characters with headline, labels and sources. */
export const BRIEF_BUDGETS = {
  '30s': { maxPoints: 2, maxCharacters: 320 },
  '1m': { maxPoints: 4, maxCharacters: 620 },
  '3m': { maxPoints: 8, maxCharacters: 1500 },
} as const satisfies Readonly<Record<string, ExcerptBudget>>;

/** The lengths of a brief, shortest first. */
export const BRIEF_LENGTHS = ['30s', '1m', '3m'] as const;

/** How long a brief can be. */
export type BriefLength = keyof typeof BRIEF_BUDGETS;

/** The lengths of an answer: the same numbers of points, each with more room, as an answer has no headline or labels. */
export const ANSWER_BUDGETS = {
  '30s': { maxPoints: 2, maxCharacters: 450 },
  '1m': { maxPoints: 4, maxCharacters: 900 },
  '3m': { maxPoints: 8, maxCharacters: 1800 },
  /** A page of everything that is relevant; only its points are limited. */
  all: { maxPoints: 12, maxCharacters: Number.POSITIVE_INFINITY },
} as const satisfies Readonly<Record<BriefLength | 'all', ExcerptBudget>>;

/** How long an answer can be. */
export const ANSWER_LENGTHS = ['30s', '1m', '3m', 'all'] as const;

/** One length of an answer. */
export type AnswerLength = (typeof ANSWER_LENGTHS)[number];
