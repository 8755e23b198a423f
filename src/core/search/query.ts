/** One way to express a concept: one term, or several that belong together ("new zealand"). */
export interface Wording {
  readonly terms: readonly string[];
  /** How closely it matches the concept: 1 for the person's own words. */
  readonly weight: number;
  /** How much it counts in ranking passages: little for a synonym, which would also find what is merely related. */
  readonly pull: number;
}

/** One thing that a query asks for, as the person wrote it, with every wording that means it. */
export interface Concept {
  readonly written: string;
  /** 1 for a word of the question, less for a word it only implies or that comes from an earlier turn. */
  readonly weight: number;
  /** Whether an answer must be about it; false for words that only ask or come from an earlier turn. */
  readonly essential: boolean;
  /** How specific its words are in the language at large, 0 to 1. */
  readonly specificity: number;
  readonly wordings: readonly Wording[];
  /** No document has it as written; its wordings include what is similar. */
  readonly misspelt?: true;
  /** It consists of function words (“The Who”), and is left out if no document contains it. */
  readonly tentative?: true;
}

/** The concepts that a search looks for. */
export interface Query {
  readonly concepts: readonly Concept[];
}

/** Returns what tells a concept from others: the terms of its first wording. */
export function conceptKey({ wordings }: Concept): string {
  return wordings[0]?.terms.join(' ') ?? '';
}

/** Whether a concept is a name: capitalized and specific, or with wordings other than the person's own. */
export function isName({ written, specificity, wordings }: Concept): boolean {
  return wordings.some(({ weight }) => weight < 1) || (/^\p{Lu}/u.test(written) && specificity === 1);
}

/** Returns the weight of each term of a query; a term that several concepts share has its highest weight. */
export function termWeights(query: Query): Map<string, number> {
  const weights = new Map<string, number>();
  for (const concept of query.concepts) {
    for (const wording of concept.wordings) {
      for (const term of wording.terms) {
        const weight = (concept.weight * wording.pull) / Math.sqrt(wording.terms.length);
        weights.set(term, Math.max(weights.get(term) ?? 0, weight));
      }
    }
  }
  return weights;
}

/** Returns how far a set of terms expresses a concept, from 0 to 1. */
export function coverage(concept: Concept, terms: ReadonlySet<string>): number {
  let best = 0;
  for (const wording of concept.wordings) {
    const found = wording.terms.filter((term) => terms.has(term)).length;
    best = Math.max(best, (wording.weight * found) / wording.terms.length);
  }
  return best;
}
