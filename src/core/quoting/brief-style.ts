/** How the points of a brief are arranged: by weight, or by date. */
export const BRIEF_STYLES = ['points', 'timeline'] as const;

/** One of the arrangements of a brief. */
export type BriefStyle = (typeof BRIEF_STYLES)[number];
