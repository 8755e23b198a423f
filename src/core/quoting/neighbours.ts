import type { DocumentId } from '../library/documents/document.ts';
import { inverseFrequency } from '../search/term-statistics.ts';

/** What was found of a document: the terms of each of its sentences, and how well the document matches. */
export interface FoundText {
  readonly document: DocumentId;
  readonly score: number;
  readonly sentences: readonly Iterable<string>[];
}

const NEIGHBOURS = 5; // documents that each is compared with: the best ones
const FEWEST = 3; // documents found among which likeness tells anything
const LEAST = 1e-6; // below it, a cosine is an error of rounding

/**
 * Measures how like the best documents found each one is, by the words of what was found of it: their mean cosine. It is a
 * share of the best document's own likeness, at most 1, as a document that is like all others need not be on the topic.
 */
export function likenessToBest(found: readonly FoundText[]): ReadonlyMap<DocumentId, number> {
  const vectors = termVectors(found);
  if (vectors.size < FEWEST) return new Map();
  const order = byScore(found);
  const neighbours = order.slice(0, NEIGHBOURS);
  const sum = addUp(neighbours.flatMap((id) => vectors.get(id) ?? []));
  const likeness = order.map((id, at) => {
    const whole = dot(vectors.get(id) ?? new Map(), sum);
    return at < neighbours.length ? (whole - 1) / (neighbours.length - 1) : whole / neighbours.length;
  });
  const most = Math.max(LEAST, likeness[0] ?? 0);
  return new Map(order.map((id, at) => [id, Math.max(0, Math.min(1, (likeness[at] ?? 0) / most))]));
}

function byScore(found: readonly FoundText[]): readonly DocumentId[] {
  const scores = new Map<DocumentId, number>();
  for (const { document, score } of found) scores.set(document, Math.max(score, scores.get(document) ?? 0));
  return [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}

type Vector = ReadonlyMap<string, number>;

/** Weighs the terms of each document by how rare they are among those found; each vector has length 1. */
function termVectors(found: readonly FoundText[]): ReadonlyMap<DocumentId, Vector> {
  const counts = new Map<DocumentId, Map<string, number>>();
  for (const { document, sentences } of found) {
    const own = counts.get(document) ?? new Map<string, number>();
    counts.set(document, own);
    for (const terms of sentences) for (const term of terms) own.set(term, (own.get(term) ?? 0) + 1);
  }
  const having = new Map<string, number>();
  for (const own of counts.values())
    for (const term of own.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const rarity = Array.from({ length: counts.size + 1 }, (_, some) => inverseFrequency(some, counts.size));
  for (const own of counts.values()) weigh(own, (term) => rarity[having.get(term) ?? 0] ?? 0);
  return counts;
}

function weigh(counts: Map<string, number>, rarity: (term: string) => number): void {
  let squares = 0;
  for (const [term, times] of counts) {
    const weight = (1 + Math.log(times)) * rarity(term);
    counts.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of counts) counts.set(term, weight / length);
}

function addUp(vectors: readonly Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
