/**
 * Numbered passages and the documents they belong to. The passages of a document are numbered consecutively; it is known
 * by the number of its first one.
 */
export interface Directory {
  /** By passage: the first passage of its document; NOWHERE if searches can't find it. */
  readonly firsts: Uint32Array;
  /** By passage: its number of distinct terms, the title's included. */
  readonly lengths: Uint32Array;
  /** By a document's first passage: its number of passages. */
  readonly sizes: Uint32Array;
  /** By a document's first passage: its number of distinct terms, its title included. */
  readonly documentLengths: Uint32Array;
}

export const NOWHERE = 0xffffffff;

/** How much there is of a collection that searches can find. */
export interface Totals {
  readonly passages: number;
  readonly documents: number;
  /** The lengths of all passages together. */
  readonly lengths: number;
  /** The lengths of all documents together. */
  readonly documentLengths: number;
}

/** Adds up the totals of parts of a collection. */
export function addTotals(parts: readonly Totals[]): Totals {
  const sum = (value: (totals: Totals) => number) => parts.reduce((all, part) => all + value(part), 0);
  return {
    passages: sum(({ passages }) => passages),
    documents: sum(({ documents }) => documents),
    lengths: sum(({ lengths }) => lengths),
    documentLengths: sum(({ documentLengths }) => documentLengths),
  };
}
