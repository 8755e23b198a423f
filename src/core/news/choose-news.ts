import { documentsOf } from '../quoting/candidate.ts';
import type { ExcerptBudget } from '../quoting/excerpt-budget.ts';
import { leadScore, MAX_SHARE, type RankedExcerpt, STRONG } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { Selection } from '../quoting/selection.ts';
import type { Correction } from './corrections.ts';
import type { NewSentence } from './document-change.ts';

/** An excerpt that a channel has not been shown. */
export interface News extends RankedExcerpt {
  /** Its document is new rather than changed. */
  readonly isNew: boolean;
  /** What it corrects; absent or null if nothing. */
  readonly correction?: Correction | null;
  /** What of it is new, if its document has changed and that is known; else absent or null. */
  readonly change?: NewSentence | null;
}

const TIMES = 2; // excerpts of one document
const CHANGES = 4; // of one that has changed, where it is known what is new in it

/**
 * Chooses excerpts: every document once before any twice, corrections before all else, new documents before changed ones,
 * each publisher before any again, and of these the best.
 */
export function chooseNews(news: readonly News[], budget: ExcerptBudget): readonly Excerpt[] {
  const selection = new Selection({ ...budget, maxPerDocument: CHANGES });
  while (offerNext(news, selection));
  return selection.chosen;
}

/** Offers the excerpts that are next until one is taken; those within their share of the budget come first. */
function offerNext(news: readonly News[], selection: Selection): boolean {
  for (let times = 0; times < CHANGES; times++) {
    const waiting = news.filter((entry) => isNext(entry, times, selection)).sort(byTurn(selection));
    const documents = documentsOf(waiting.map(({ excerpt }) => excerpt)).size;
    const limit =
      selection.chosen.length === 0 ? Number.POSITIVE_INFINITY : MAX_SHARE * selection.shareAmong(documents);
    for (const most of [limit, Number.POSITIVE_INFINITY])
      if (waiting.some((entry) => isWithin(entry, most) && selection.offer(entry.excerpt))) return true;
  }
  return false;
}

/** No length keeps a correction waiting. */
function isWithin({ excerpt, correction }: News, most: number): boolean {
  return Boolean(correction) || excerpt.text.length <= most;
}

/** Whether a document's excerpt is next: any of it the first time, only what matters from the second time on. */
function isNext(entry: News, times: number, selection: Selection): boolean {
  if (selection.timesQuoted(entry.excerpt.document.id) !== times) return false;
  return times === 0 || (times < mostOf(entry) && matters(entry));
}

/** How many excerpts its document may have. */
export function mostOf({ change }: News): number {
  return change ? CHANGES : TIMES;
}

/** Whether an excerpt can be a document's second. */
export function matters({ strength, correction, change }: News): boolean {
  return Boolean(correction) || Boolean(change) || strength >= STRONG;
}

/** Orders corrections before all else, and new documents before changed ones. */
export function compareNovelty(a: News, b: News): number {
  return Number(Boolean(b.correction)) - Number(Boolean(a.correction)) || Number(b.isNew) - Number(a.isNew);
}

function byTurn({ chosen }: Selection): (a: News, b: News) => number {
  const publishers = new Map<string, number>();
  for (const { document } of chosen)
    if (document.publisher !== null)
      publishers.set(document.publisher, (publishers.get(document.publisher) ?? 0) + 1);
  const quoted = ({ excerpt }: News) => publishers.get(excerpt.document.publisher ?? '') ?? 0;
  return (a, b) => compareNovelty(a, b) || quoted(a) - quoted(b) || leadScore(b) - leadScore(a);
}
