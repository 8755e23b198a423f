import type { Document } from '../../library/document.ts';
import { admits, type DocumentFilter } from '../../library/document-filter.ts';
import type { Hit } from '../passage-index.ts';

/** Keeps the best of the hits offered to it; equal ones are ordered by document and passage. */
export class BestHits {
  readonly #limit: number;
  readonly #hits: Hit[] = [];
  readonly #filter: DocumentFilter | undefined;

  constructor(limit: number, filter?: DocumentFilter) {
    this.#limit = limit;
    this.#filter = filter;
  }

  /** Whether hits in a document may be offered. */
  takes(document: Document): boolean {
    return this.#filter === undefined || admits(this.#filter, document);
  }

  /** Best first. */
  get hits(): Hit[] {
    return this.#hits;
  }

  /** The score below which a hit is not among the best. */
  get least(): number {
    if (this.#hits.length < this.#limit) return Number.NEGATIVE_INFINITY;
    return this.#hits.at(-1)?.score ?? Number.POSITIVE_INFINITY;
  }

  offer(hit: Hit): void {
    if (hit.score < this.least) return;
    let [from, to] = [0, this.#hits.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = this.#hits[middle];
      if (other && compareHits(other, hit) < 0) from = middle + 1;
      else to = middle;
    }
    this.#hits.splice(from, 0, hit);
    if (this.#hits.length > this.#limit) this.#hits.pop();
  }
}

/** Orders equal scores by place, so that the same question always has the same answer. */
function compareHits(a: Hit, b: Hit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.document === b.document) return a.passage - b.passage;
  return a.document < b.document ? -1 : 1;
}
