import type { Candidate } from './candidate.ts';
import type { Quotation } from './citations.ts';
import { type Excerpt, growExcerpt, placeOf, unseen } from './excerpts.ts';
import type { QuotedPlace } from './quoted-place.ts';
import { Selection } from './selection.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** How many passages are read for everything that is relevant. */
export const ALL_PASSAGES = 300;

/** One page of everything that is relevant. */
export interface Everything extends Pick<Judgement, 'verdict'> {
  readonly quotations: readonly Quotation[];
  readonly more: boolean;
  /** How many excerpts there are on all pages, and from how many documents. */
  readonly total: { readonly excerpts: number; readonly documents: number };
}

/** What a page is chosen by. */
export interface EverythingOptions {
  readonly maxPoints: number;
  /** Places already quoted, which are left out; none on the first page. */
  readonly shown: readonly QuotedPlace[];
}

const UNLIMITED = { maxPoints: 1000, maxCharacters: Number.POSITIVE_INFINITY, maxPerDocument: 1000 };

/**
 * Chooses the next of all complete sentences among candidates that are relevant, best first, from any number of documents
 * and however many of each. What repeats a better one is left out.
 */
export function chooseEverything(
  candidates: readonly Candidate[],
  { maxPoints, shown }: EverythingOptions,
): Everything {
  const all = new Selection(UNLIMITED);
  for (const candidate of candidates.filter(isComplete)) all.offer(growExcerpt(candidate));
  const left = all.chosen.filter(unseen(shown));
  const page = left.slice(0, maxPoints);
  const verdict = (candidate: Candidate): Verdict => {
    if (!isComplete(candidate)) return { kind: 'incomplete' };
    const judged = all.verdict(growExcerpt(candidate));
    if (judged.kind !== 'quoted' || page.includes(judged.excerpt)) return judged;
    return { kind: left.includes(judged.excerpt) ? 'later' : 'shown' };
  };
  return {
    verdict,
    quotations: page.map((excerpt) => ({ excerpt })),
    more: left.some(unseen([...shown, ...page.map(placeOf)])),
    total: { excerpts: all.chosen.length, documents: countDocuments(all.chosen) },
  };
}

function countDocuments(excerpts: readonly Excerpt[]): number {
  return new Set(excerpts.map(({ document }) => document.id)).size;
}

const BEGINS = /^[\p{P}\p{S}\s]*[^\p{Ll}\p{P}\p{S}\s]/u;
const ENDS = /[.!?…。！？।][\p{Pf}\p{Pe}"')\]\s]*$/u;

/** Whether a candidate is a sentence with a beginning and an end, rather than a heading or a cell of a table. */
export function isComplete({ document, slice: { start, end } }: Candidate): boolean {
  const text = document.text.slice(start, end);
  return BEGINS.test(text) && ENDS.test(text);
}
