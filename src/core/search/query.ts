/** One way of saying a concept: one term, or several that belong together ("new zealand"). */
export interface Wording {
  readonly terms: readonly string[];
  /** How far it means the same: 1 for the asker's own words. */
  readonly weight: number;
  /** How much it counts when passages are ranked: little for a synonym, which would draw in whatever is near. */
  readonly pull: number;
}

/** One thing that is asked for, as the asker wrote it, and every wording that means it. */
export interface Concept {
  readonly written: string;
  /** 1 for a word of the question, less for what it only implies or what came earlier in the conversation. */
  readonly weight: number;
  /** What an answer must be about, not a word that only asks or was said earlier. */
  readonly essential: boolean;
  /** How much its word tells in the language at large, 0 to 1. */
  readonly specificity: number;
  readonly wordings: readonly Wording[];
}

/** What a search looks for. */
export interface Query {
  readonly concepts: readonly Concept[];
}

/** A name: written with a capital that stands for nothing else, or known under several names. */
export function isName({ written, specificity, wordings }: Concept): boolean {
  return wordings.length > 1 || (/^\p{Lu}/u.test(written) && specificity === 1);
}

/** The weight of each single term of a query; a term that several concepts share counts once, at its highest. */
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

/** How far a set of terms expresses a concept, from 0 to 1. */
export function coverage(concept: Concept, terms: ReadonlySet<string>): number {
  let best = 0;
  for (const wording of concept.wordings) {
    const found = wording.terms.filter((term) => terms.has(term)).length;
    best = Math.max(best, (wording.weight * found) / wording.terms.length);
  }
  return best;
}
