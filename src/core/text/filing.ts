/** Tags that something has, and a grade that it has or a better one. */
export interface Filing {
  readonly tags?: readonly string[];
  readonly grade?: string;
}

/** A filing in words: `tagged primary and treaty`, `graded B2 or better`. */
export function filingInWords({ tags, grade }: Filing): readonly string[] {
  return [
    tags === undefined ? [] : [`tagged ${tags.join(' and ')}`],
    grade === undefined ? [] : [`graded ${grade} or better`],
  ].flat();
}

/** The options of a command that keep to a filing. */
export function filingOptions({ tags, grade }: Filing): Readonly<Record<string, string>> {
  return { ...(tags && { tag: tags.join(',') }), ...(grade !== undefined && { grade }) };
}

/** Whether two keep to the same. */
export function isSameFiling(one: Filing, other: Filing): boolean {
  return filingInWords(one).join() === filingInWords(other).join();
}
