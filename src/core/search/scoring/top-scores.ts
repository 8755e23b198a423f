/** The best so many of the scores given to it. */
export class TopScores {
  readonly #limit: number;
  readonly #scores: Float64Array; // best first
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#scores = new Float64Array(limit);
  }

  /** The score below which one is not among the best. */
  get least(): number {
    if (this.#count < this.#limit) return Number.NEGATIVE_INFINITY;
    return this.#scores[this.#limit - 1] ?? Number.POSITIVE_INFINITY;
  }

  add(score: number): void {
    const scores = this.#scores;
    let [from, to] = [0, this.#count];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((scores[middle] ?? 0) >= score) from = middle + 1;
      else to = middle;
    }
    if (from >= this.#limit) return;
    scores.copyWithin(from + 1, from, Math.min(this.#count, this.#limit - 1));
    scores[from] = score;
    this.#count = Math.min(this.#count + 1, this.#limit);
  }
}
