import type { DocumentId } from '../../library/documents/document.ts';
import type { Hit } from '../passage-index.ts';
import { TopScores } from './top-scores.ts';

/** A passage and its scores. */
export interface Candidate<Owner> {
  /** What tells its document. */
  readonly owner: Owner;
  readonly passage: number;
  readonly score: number;
  readonly documentScore: number;
}

const SPARE = 1000; // candidates kept beyond four times the limit, at least, before those that are none any more are dropped

/**
 * Keeps the best of the candidates offered to it, and all that are as good as the last of them: which of those are hits
 * depends on the ids of their documents, which need not be known before the end.
 */
export class BestHits<Owner> {
  readonly limit: number;
  readonly #scores: TopScores;
  #candidates: Candidate<Owner>[] = [];
  #most: number; // candidates before the next drop

  constructor(limit: number) {
    this.limit = limit;
    this.#scores = new TopScores(limit);
    this.#most = 4 * limit + SPARE;
  }

  /** The score below which a candidate is not among the best. */
  get least(): number {
    return this.#scores.least;
  }

  /** In no order. */
  get candidates(): readonly Candidate<Owner>[] {
    this.#drop();
    return this.#candidates;
  }

  offer(candidate: Candidate<Owner>): void {
    if (candidate.score < this.least) return;
    this.#scores.add(candidate.score);
    this.#candidates.push(candidate);
    if (this.#candidates.length > this.#most) this.#drop();
  }

  /** Best first; equal ones are ordered by document and passage, so that the same question always has the same answer. */
  hits(idOf: (owner: Owner) => DocumentId): Hit[] {
    return this.candidates
      .map(({ owner, ...rest }) => ({ document: idOf(owner), ...rest }))
      .sort(compareHits)
      .slice(0, this.limit);
  }

  #drop(): void {
    const { least } = this;
    this.#candidates = this.#candidates.filter(({ score }) => score >= least);
    this.#most = Math.max(4 * this.limit + SPARE, 2 * this.#candidates.length); // many may be as good as the last
  }
}

function compareHits(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document === b.document) return a.passage - b.passage;
  return a.document < b.document ? -1 : 1;
}
