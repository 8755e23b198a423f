/** How the points of a brief are arranged: by importance, or by date. */
export const BRIEF_STYLES = ['points', 'timeline'] as const;

/** One arrangement of a brief. */
export type BriefStyle = (typeof BRIEF_STYLES)[number];
