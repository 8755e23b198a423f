import type { Excerpt } from '../answers/excerpts.ts';
import { type Room, Selection } from '../answers/selection.ts';
import { MAX_SHARE, type Ranked, STRONG } from '../answers/worth.ts';

/** An excerpt that a channel has not been shown, and whether its whole document is new rather than changed. */
export interface News extends Ranked {
  readonly isNew: boolean;
}

const TIMES = 2; // excerpts of one document at most
const SEVERAL = 2; // documents: even when there is one, it does not fill the reply

/**
 * Chooses what an edition quotes: of every document once before any twice, of new ones before changed ones, of other
 * publishers before the same again, and the best of these. New documents are read first.
 */
export function chooseNews(news: readonly News[], room: Room): { chosen: Excerpt[]; more: boolean } {
  const selection = new Selection(room, SEVERAL);
  while (offerNext(news, selection));
  const { chosen } = selection;
  const changed = new Set(news.filter(({ isNew }) => !isNew).map(({ excerpt }) => excerpt));
  const isChanged = (excerpt: Excerpt) => Number(changed.has(excerpt));
  return {
    chosen: [...chosen].sort((a, b) => isChanged(a) - isChanged(b)),
    more: hasMore(news, chosen),
  };
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
  const value = ({ worth, strength, opening }: News) => worth + strength + opening;
  return (a, b) => Number(b.isNew) - Number(a.isNew) || heard(a) - heard(b) || value(b) - value(a);
}

/** Says whether anything is left that would be quoted if there were room. */
function hasMore(news: readonly News[], chosen: readonly Excerpt[]): boolean {
  const room = { points: chosen.length + 1, characters: Number.POSITIVE_INFINITY };
  const selection = new Selection(room, SEVERAL);
  for (const excerpt of chosen) selection.offer(excerpt);
  return news.some(
    (entry) => isDue(entry, quotedTimes(entry.excerpt, chosen), chosen) && selection.offer(entry.excerpt),
  );
}
