/** A sentence by its terms, and how long it is in words. */
export interface TermedSentence {
  /** How often each of its terms occurs in it. */
  readonly terms: ReadonlyMap<string, number>;
  readonly words: number;
}

/** How much telling a term once counts, by how rare it is among documents; 1 if nothing is known. */
export type TermWeight = (term: string) => number;

/** What a summary is chosen by. */
export interface CentralOptions {
  /** Of the whole summary, in words. */
  readonly maxWords: number;
  readonly weightOf: TermWeight;
}

const BREVITY = 1.5; // power of a sentence's length by which its likeness is divided: short, dense sentences say most
const NOVELTY = 0.05; // share that being unlike what was chosen before has in the score
// Both fitted on summaries of 129 news stories (docs/answers.md).

/**
 * Chooses the sentences of a text that are most like all of it together (its centroid), preferring those that are unlike the ones
 * chosen before (maximal marginal relevance), until no further one fits. Returns their indexes in the order in which they were chosen.
 */
export function chooseCentral(
  sentences: readonly TermedSentence[],
  { maxWords, weightOf }: CentralOptions,
): number[] {
  const vectors = sentences.map(({ terms }) => weigh(terms, weightOf));
  const scores = centralities(vectors);
  const chosen: number[] = [];
  const nearest = vectors.map(() => 0); // likeness to the most similar sentence chosen
  for (let left = maxWords; ; ) {
    const next = bestOf(sentences, {
      left,
      score: (at) => marginal(scores[at] ?? 0, nearest[at] ?? 0),
      chosen,
    });
    if (next === null) return chosen;
    chosen.push(next);
    left -= sentences[next]?.words ?? 0;
    for (const [at, vector] of vectors.entries())
      nearest[at] = Math.max(nearest[at] ?? 0, cosine(vector, vectors[next] ?? EMPTY));
  }
}

type Vector = ReadonlyMap<string, number>;

const EMPTY: Vector = new Map();

function weigh(terms: ReadonlyMap<string, number>, weightOf: TermWeight): Vector {
  return new Map([...terms].map(([term, count]) => [term, count * weightOf(term)]));
}

/** How like each sentence is to all of them together, relative to the one that is most. */
export function centralities(vectors: readonly Vector[]): readonly number[] {
  const centroid = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) centroid.set(term, (centroid.get(term) ?? 0) + weight);
  const likeness = vectors.map((vector) => dot(vector, centroid) / (lengthOf(vector) ** BREVITY || 1));
  const most = Math.max(Number.EPSILON, ...likeness);
  return likeness.map((each) => each / most);
}

function marginal(central: number, nearest: number): number {
  return (1 - NOVELTY) * central - NOVELTY * nearest;
}

/** The best sentence that is not chosen yet and still fits; null if there is none. */
function bestOf(
  sentences: readonly TermedSentence[],
  { left, score, chosen }: { left: number; score(at: number): number; chosen: readonly number[] },
): number | null {
  let best: number | null = null;
  for (const [at, { words, terms }] of sentences.entries())
    if (words <= left && terms.size > 0 && !chosen.includes(at) && (best === null || score(at) > score(best)))
      best = at;
  return best;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

function lengthOf(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

function cosine(a: Vector, b: Vector): number {
  return dot(a, b) / (lengthOf(a) * lengthOf(b) || 1);
}
