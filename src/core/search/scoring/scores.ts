import type { BestHits } from './best-hits.ts';
import { type Directory, NOWHERE, type Totals } from './directory.ts';
import type { PostingList, TermPostings } from './posting-list.ts';
import { TopScores } from './top-scores.ts';

const BM25 = { k: 1.2, b: 0.75 }; // MiniSearch's defaults (b .7, d .5) rank worse on the judged sets
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
 * documents), which changes no score. Its arrays are used again for each directory.
 */
export class Scores {
  #passages = new Float64Array(0);
  #documents = new Float64Array(0); // by first passage
  #found = new Uint32Array(0); // passages with a score
  #count = 0; // of them

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
      if (!closed && this.#isWorthLooking(best.limit, postings)) {
        least = Math.max(least, this.#leastSoFar(scored, best.limit));
        closed = bound < least;
      }
      this.#add({ ...term, ...postings, closed }, scored);
    }
    this.#offer(scored, best);
    this.#clear(scored.directory);
  }

  #begin(passages: number): void {
    if (this.#passages.length >= passages) return;
    this.#passages = new Float64Array(passages);
    this.#documents = new Float64Array(passages);
    this.#found = new Uint32Array(passages);
  }

  /** Whether looking through what was found costs less than the next term. */
  #isWorthLooking(limit: number, { texts }: TermPostings): boolean {
    return this.#count >= limit && this.#count < 2 * texts.count;
  }

  /** The score that the last of the best has at least, by the terms so far. */
  #leastSoFar<Owner>({ directory: { firsts }, admits }: Scored<Owner>, limit: number): number {
    const top = new TopScores(limit);
    let { least } = top;
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

  #scoreOf(passage: number, first: number): number {
    return PASSAGE_SHARE * (this.#passages[passage] ?? 0) + DOCUMENT_SHARE * (this.#documents[first] ?? 0);
  }

  #add<Owner>({ texts, titles, closed, ...term }: Addition, { directory, totals }: Scored<Owner>): void {
    const [passages, documents, found] = [this.#passages, this.#documents, this.#found];
    const { firsts, lengths, documentLengths, sizes } = directory;
    const { weight } = term;
    const base = BM25.k * (1 - BM25.b);
    const slope = (BM25.k * BM25.b) / (totals.lengths / totals.passages);
    const documentSlope = (BM25.k * BM25.b) / (totals.documentLengths / totals.documents);
    const titled = createTitleReader(titles);
    let document = NOWHERE;
    let count = 0; // of the term in the document
    const end = () => {
      if (document === NOWHERE) return;
      // A title counts TITLE_WEIGHT times instead of once for each passage.
      const times = count - ((sizes[document] ?? 0) - TITLE_WEIGHT) * titled(document);
      const factor = (times * MOST) / (times + base + documentSlope * (documentLengths[document] ?? 0));
      documents[document] = (documents[document] ?? 0) + term.documentWeight * factor;
    };
    for (let at = 0; at < texts.count; at++) {
      const passage = texts.passages[at] ?? 0;
      const first = firsts[passage] ?? NOWHERE;
      if (first === NOWHERE || (closed && documents[first] === 0 && first !== document)) continue;
      if (first !== document) {
        end();
        document = first;
        count = 0;
      }
      const times = texts.times[at] ?? 0;
      const before = passages[passage] ?? 0;
      if (before === 0) found[this.#count++] = passage;
      passages[passage] = before + (weight * times * MOST) / (times + base + slope * (lengths[passage] ?? 0));
      count += times;
    }
    end();
  }

  #offer<Owner>({ directory: { firsts }, owner, admits }: Scored<Owner>, best: BestHits<Owner>): void {
    for (let at = 0; at < this.#count; at++) {
      const passage = this.#found[at] ?? 0;
      const first = firsts[passage] ?? NOWHERE;
      const score = this.#scoreOf(passage, first);
      if (score < best.least || !admits(first)) continue;
      const documentScore = this.#documents[first] ?? 0;
      best.offer({ owner: owner(first), passage: passage - first, score, documentScore });
    }
  }

  #clear({ firsts }: Directory): void {
    for (let at = 0; at < this.#count; at++) {
      const passage = this.#found[at] ?? 0;
      this.#passages[passage] = 0;
      this.#documents[firsts[passage] ?? 0] = 0;
    }
    this.#count = 0;
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

/** Creates a function that returns how often a document's title has the term; asked in ascending order. */
function createTitleReader({ count, passages, times }: PostingList): (first: number) => number {
  let at = 0;
  return (first) => {
    while (at < count && (passages[at] ?? 0) < first) at++;
    return at < count && passages[at] === first ? (times[at] ?? 0) : 0;
  };
}
