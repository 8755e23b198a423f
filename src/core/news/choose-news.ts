import { MAX_SHARE, type RankedExcerpt, STRONG } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { type ExcerptBudget, Selection } from '../quoting/selection.ts';

/** An excerpt that a channel has not been shown, and whether its whole document is new rather than changed. */
export interface News extends RankedExcerpt {
  readonly isNew: boolean;
}

const TIMES = 2; // excerpts of one document at most
/** Documents to choose from: even when there is one, it does not fill the reply. */
export const SEVERAL = 2;

/**
 * Chooses excerpts: of every document once before any twice, of new ones before changed ones, of other publishers
 * before the same again, and the best of these.
 */
export function chooseNews(news: readonly News[], budget: ExcerptBudget): readonly Excerpt[] {
  const selection = new Selection(budget, SEVERAL);
  while (offerNext(news, selection));
  return selection.chosen;
}

/** Offers what comes next until something is taken: what takes no more than its share first. */
function offerNext(news: readonly News[], selection: Selection): boolean {
  for (let times = 0; times < TIMES; times++) {
    const waiting = news.filter((entry) => isDue(entry, times, selection.chosen)).sort(byTurn(selection));
    const documents = new Set(waiting.map(({ excerpt }) => excerpt.document)).size;
    const limit =
      selection.chosen.length === 0 ? Number.POSITIVE_INFINITY : MAX_SHARE * selection.shareAmong(documents);
    for (const most of [limit, Number.POSITIVE_INFINITY])
      if (waiting.some(({ excerpt }) => excerpt.text.length <= most && selection.offer(excerpt))) return true;
  }
  return false;
}

/** Once, a document is quoted with the best that it has; again only with something strong. */
function isDue({ excerpt, strength }: News, times: number, chosen: readonly Excerpt[]): boolean {
  return quotedTimes(excerpt, chosen) === times && (times === 0 || strength >= STRONG);
}

function quotedTimes({ document }: Excerpt, chosen: readonly Excerpt[]): number {
  return chosen.filter((other) => other.document.id === document.id).length;
}

function byTurn({ chosen }: Selection): (a: News, b: News) => number {
  const publishers = new Map<string, number>();
  for (const { document } of chosen)
    if (document.publisher !== null)
      publishers.set(document.publisher, (publishers.get(document.publisher) ?? 0) + 1);
  const heard = ({ excerpt }: News) => publishers.get(excerpt.document.publisher ?? '') ?? 0;
  return (a, b) => Number(b.isNew) - Number(a.isNew) || heard(a) - heard(b) || newsWorth(b) - newsWorth(a);
}

/** How much an excerpt is worth to an edition. */
export function newsWorth({ worth, strength, opening }: News): number {
  return worth + strength + opening;
}
