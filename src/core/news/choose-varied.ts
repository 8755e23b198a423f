import type { DocumentId } from '../library/document.ts';
import { STRONG } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { type ExcerptBudget, Selection } from '../quoting/selection.ts';
import { chooseNews, type News, newsWorth, SEVERAL } from './choose-news.ts';

/**
 * Chooses what an edition quotes so that it is about different things: of each side of the topic one excerpt first,
 * then what else is a statement of its own, and last what only repeats one with other numbers and names. New documents
 * are read first.
 */
export function chooseVaried(
  news: readonly News[],
  budget: ExcerptBudget,
  sideOf: (excerpt: Excerpt) => string | null,
): { chosen: Excerpt[]; more: boolean } {
  const selection = new Selection(budget, SEVERAL);
  for (const round of roundsOf(news, sideOf))
    for (const excerpt of chooseNews(round, budget)) selection.offer(excerpt);
  const { chosen } = selection;
  const changed = new Set(news.filter(({ isNew }) => !isNew).map(({ excerpt }) => excerpt));
  const further = { maxPoints: chosen.length + 1, maxCharacters: Number.POSITIVE_INFINITY };
  return {
    chosen: [...chosen].sort((a, b) => Number(changed.has(a)) - Number(changed.has(b))),
    more: chooseNews(news, further).length > chosen.length,
  };
}

/** The excerpts by how much they vary from better ones; each of a document after its first comes only if it is strong. */
function roundsOf(news: readonly News[], sideOf: (excerpt: Excerpt) => string | null): News[][] {
  const rounds: [News[], News[], News[], News[]] = [[], [], [], []];
  const documents = new Set<DocumentId>();
  const sides = new Set<string>();
  const statements: ReadonlySet<string>[] = [];
  for (const entry of [...news].sort(compareNews)) {
    const { document, text } = entry.excerpt;
    const side = sideOf(entry.excerpt);
    const words = frameOf(text);
    const isAgain = documents.has(document.id);
    if (isAgain && entry.strength < STRONG) continue;
    const isRepeated = statements.some((other) => areAlike(words, other));
    const isKnownSide = side !== null && sides.has(side);
    rounds[isRepeated ? 3 : isAgain ? 2 : isKnownSide ? 1 : 0].push(entry);
    documents.add(document.id);
    if (side !== null) sides.add(side);
    if (!isRepeated) statements.push(words);
  }
  return rounds;
}

function compareNews(a: News, b: News): number {
  return Number(b.isNew) - Number(a.isNew) || newsWorth(b) - newsWorth(a);
}

const ALIKE = 0.9; // share of the plain words of the longer of two sentences that are one but for numbers and names

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= ALIKE * Math.max(a.size, b.size);
}

/** The words of a text that are no numbers and have no capital. */
function frameOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []);
}
