/** One way to express a concept: one term, or several that belong together ("new zealand"). */
export interface Wording {
  readonly terms: readonly string[];
  /** How closely it matches the concept: 1 for the person's own words. */
  readonly weight: number;
  /** How much it counts in ranking passages: little for a synonym, which would also find what is merely related. */
  readonly pull: number;
  /** Of a compound written as one word or apart: the term of its last part, without which the others say nothing. */
  readonly head?: string;
  /** It counts only if the documents hardly have the person's own words. */
  readonly ifRare?: true;
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
  /** It has other names, as a country has. */
  readonly aliased?: true;
  /** A capital letter tells nothing: its language writes every noun with one. */
  readonly noun?: true;
  /** It consists of function words (“The Who”), and is left out if no document contains it. */
  readonly tentative?: true;
}

/** The concepts that a search looks for. */
export interface Query {
  readonly concepts: readonly Concept[];
  /** The language (ISO 639-1) in which a question was asked, as far as its words tell. */
  readonly language?: string;
  /** Its function words tell that language for certain. */
  readonly isSure?: true;
}

/** Returns what tells a concept from others: the terms of its first wording. */
export function conceptKey({ wordings }: Concept): string {
  return wordings[0]?.terms.join(' ') ?? '';
}

/** Whether a concept may be a name: capitalized and specific, with other names, or like a word that documents have. */
export function isName({ written, specificity, aliased, misspelt }: Concept): boolean {
  return aliased === true || misspelt === true || (specificity === 1 && LIKE_A_NAME.test(written));
}

// With a capital letter, or letters joined by a dot or with figures: login.gov, gRPC, 18F.
const LIKE_A_NAME = /^\p{Lu}|\p{Ll}\p{Lu}|\p{L}[.@]\p{L}|\p{L}\p{Nd}|\p{Nd}\p{L}/u;

/** Whether a concept is surely a name, and not any noun of a language that writes all of them with a capital letter. */
export function isProperName(concept: Concept): boolean {
  return isName(concept) && !concept.noun;
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
    if (wording.head !== undefined && !terms.has(wording.head)) continue;
    let found = 0; // counted, as this is asked of every sentence that is read
    for (const term of wording.terms) if (terms.has(term)) found++;
    if (found > 0) best = Math.max(best, (wording.weight * found) / wording.terms.length);
  }
  return best;
}
