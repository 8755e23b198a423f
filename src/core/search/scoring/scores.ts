import type { BestHits } from './best-hits.ts';
import { type Directory, NOWHERE, type Totals } from './directory.ts';
import type { TermPostings } from './posting-list.ts';
import { TopScores } from './top-scores.ts';

const BM25 = { k: 1.2, b: 0.75 }; // MiniSearch's defaults (b .7, d .5) rank worse on the judged sets
const BASE = BM25.k * (1 - BM25.b);
const MOST = BM25.k + 1; // times its weight that a term can score
const TITLE_WEIGHT = 2; // times that a title counts as part of its document
const DOCUMENT_SHARE = 0.4; // of a hit's score; the passage's own score makes the rest
const PASSAGE_SHARE = 1 - DOCUMENT_SHARE;
const ROUNDING = 1 + 1e-9; // sums of the same numbers in another order differ by less

/** A term to be scored in the passages of a directory. */
export interface ScoredTerm {
  /** Its weight in passages, which includes the idf in everything searched. */
  readonly weight: number;
  /** Its weight in whole documents. */
  readonly documentWeight: number;
  /** Its postings, which are used before those of the next term are asked for. */
  postings(): TermPostings;
}

/** What is scored together: a collection, or a part of one. */
export interface Scored<Owner> {
  readonly directory: Directory;
  /** Of the whole collection. */
  readonly totals: Totals;
  /** Heaviest first. */
  readonly terms: readonly ScoredTerm[];
  /** What tells a document, by its first passage. */
  owner(first: number): Owner;
  /** Whether a document may be found, by its first passage. */
  admits(first: number): boolean;
}

/**
 * Adds up BM25 scores, term by term, for passages and for whole documents in one walk. Once documents that have none of
 * the terms so far can't be among the best, the other terms only add to documents that were found (MaxScore, by
 * documents), and those that can't be any more are dropped; this changes no hit and no score. Its arrays are used again for each directory.
 */
export class Scores {
  #passages = new Float64Array(0);
  #documents = new Float64Array(0); // by first passage
  #found = new Uint32Array(0); // passages with a score
  #count = 0; // of them
  #isLeft = new Uint8Array(0); // by first passage; all 0 but while documents are dropped

  /** Offers every passage that has one of the terms and may be among the best. */
  score<Owner>(scored: Scored<Owner>, best: BestHits<Owner>): void {
    this.#begin(scored.directory.firsts.length);
    const bounds = boundsOf(scored.terms);
    let closed = false; // whether no further documents can be among the best
    let { least } = best;
    for (const [at, term] of scored.terms.entries()) {
      const bound = (bounds[at] ?? 0) * ROUNDING;
      closed ||= bound < least;
      if (closed && this.#count === 0) break;
      const postings = term.postings();
      // Looking through what was found is worth it if it costs less than the term.
      if (this.#count > 0 && this.#count < 2 * postings.texts.count) {
        least = Math.max(least, this.#leastSoFar(scored, best.limit));
        closed ||= bound < least;
        if (closed) this.#drop(scored.directory, least / ROUNDING - bound);
      }
      const { weight, documentWeight } = term;
      this.#add({ weight, documentWeight, texts: postings.texts, titles: postings.titles, closed }, scored);
    }
    this.#offer(scored, best);
    this.#clear(scored.directory);
  }

  #begin(passages: number): void {
    if (this.#passages.length >= passages) return;
    this.#passages = new Float64Array(passages);
    this.#documents = new Float64Array(passages);
    this.#found = new Uint32Array(passages);
    this.#isLeft = new Uint8Array(passages);
  }

  /** The score that the last of the best has at least, by the terms so far. */
  #leastSoFar<Owner>({ directory: { firsts }, admits }: Scored<Owner>, limit: number): number {
    const top = new TopScores(limit);
    let { least } = top;
    if (this.#count < limit) return least;
    for (let at = 0; at < this.#count; at++) {
      const passage = this.#found[at] ?? 0;
      const first = firsts[passage] ?? NOWHERE;
      const score = this.#scoreOf(passage, first);
      if (score <= least || !admits(first)) continue;
      top.add(score);
      least = top.least;
    }
    return least;
  }

  /** Drops the documents none of whose passages has so high a score. */
  #drop({ firsts }: Directory, least: number): void {
    const [found, isLeft] = [this.#found, this.#isLeft];
    for (let at = 0; at < this.#count; at++) {
      const passage = found[at] ?? 0;
      const first = firsts[passage] ?? NOWHERE;
      if (this.#scoreOf(passage, first) >= least) isLeft[first] = 1;
    }
    let left = 0;
    for (let at = 0; at < this.#count; at++) {
      const passage = found[at] ?? 0;
      if (isLeft[firsts[passage] ?? NOWHERE] === 1) found[left++] = passage;
      else this.#forget(passage, firsts);
    }
    for (let at = 0; at < left; at++) isLeft[firsts[found[at] ?? 0] ?? 0] = 0;
    this.#count = left;
  }

  #scoreOf(passage: number, first: number): number {
    return PASSAGE_SHARE * (this.#passages[passage] ?? 0) + DOCUMENT_SHARE * (this.#documents[first] ?? 0);
  }

  /** Adds a term's scores, document by document. */
  #add<Owner>({ texts, titles, closed, ...term }: Addition, { directory, totals }: Scored<Owner>): void {
    const [scores, documents, found] = [this.#passages, this.#documents, this.#found];
    const { firsts, lengths, documentLengths, sizes } = directory;
    const { count, passages, times } = texts;
    const [weight, documentWeight] = [term.weight * MOST, term.documentWeight * MOST];
    const slope = (BM25.k * BM25.b * totals.passages) / totals.lengths;
    const documentSlope = (BM25.k * BM25.b * totals.documents) / totals.documentLengths;
    let foundCount = this.#count;
    let title = 0;
    for (let at = 0; at < count; ) {
      const first = firsts[passages[at] ?? 0] ?? NOWHERE;
      if (first === NOWHERE) {
        at++;
        continue;
      }
      const before = documents[first] ?? 0;
      if (closed && before === 0) {
        do at++;
        while (at < count && firsts[passages[at] ?? 0] === first);
        continue;
      }
      let all = 0; // how often the document has the term
      for (; at < count; at++) {
        const passage = passages[at] ?? 0;
        if (firsts[passage] !== first) break;
        const often = times[at] ?? 0;
        const score = scores[passage] ?? 0;
        if (score === 0) found[foundCount++] = passage;
        scores[passage] = score + (weight * often) / (often + BASE + slope * (lengths[passage] ?? 0));
        all += often;
      }
      // A title counts TITLE_WEIGHT times instead of once for each passage.
      while (title < titles.count && (titles.passages[title] ?? 0) < first) title++;
      if (title < titles.count && titles.passages[title] === first)
        all -= ((sizes[first] ?? 0) - TITLE_WEIGHT) * (titles.times[title] ?? 0);
      const length = documentSlope * (documentLengths[first] ?? 0);
      documents[first] = before + (documentWeight * all) / (all + BASE + length);
    }
    this.#count = foundCount;
  }

  #offer<Owner>({ directory: { firsts }, owner, admits }: Scored<Owner>, best: BestHits<Owner>): void {
    let { least } = best;
    for (let at = 0; at < this.#count; at++) {
      const passage = this.#found[at] ?? 0;
      const first = firsts[passage] ?? NOWHERE;
      const score = this.#scoreOf(passage, first);
      if (score < least || !admits(first)) continue;
      const documentScore = this.#documents[first] ?? 0;
      best.offer({ owner: owner(first), passage: passage - first, score, documentScore });
      least = best.least;
    }
  }

  #clear({ firsts }: Directory): void {
    for (let at = 0; at < this.#count; at++) this.#forget(this.#found[at] ?? 0, firsts);
    this.#count = 0;
  }

  #forget(passage: number, firsts: Uint32Array): void {
    this.#passages[passage] = 0;
    this.#documents[firsts[passage] ?? 0] = 0;
  }
}

/** A term with its postings; closed: it only adds to documents that were found. */
interface Addition extends Pick<ScoredTerm, 'weight' | 'documentWeight'>, TermPostings {
  readonly closed: boolean;
}

/** For each term, the most that it and those after it can add to a score. */
function boundsOf(terms: readonly ScoredTerm[]): Float64Array {
  const bounds = new Float64Array(terms.length);
  let sum = 0;
  for (const [at, { weight, documentWeight }] of [...terms.entries()].reverse()) {
    sum += MOST * (PASSAGE_SHARE * weight + DOCUMENT_SHARE * documentWeight);
    bounds[at] = sum;
  }
  return bounds;
}
