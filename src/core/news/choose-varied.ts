import type { DocumentId } from '../library/documents/document.ts';
import type { ExcerptBudget } from '../quoting/excerpt-budget.ts';
import { leadScore } from '../quoting/excerpt-ranking.ts';
import type { Excerpt } from '../quoting/excerpts.ts';
import { Selection } from '../quoting/selection.ts';
import { chooseNews, compareNovelty, matters, mostOf, type News } from './choose-news.ts';

/**
 * Chooses excerpts about different things: first one on each aspect, then other statements, and last those that repeat
 * one with other numbers and names. Excerpts of new documents come first in reading order.
 */
export function chooseVaried(
  news: readonly News[],
  budget: ExcerptBudget,
  labelFor: (excerpt: Excerpt) => string | null,
): { chosen: Excerpt[]; more: boolean } {
  const most = new Map(news.map((entry) => [entry.excerpt, mostOf(entry)]));
  const maxPerDocument = Math.max(0, ...most.values());
  const selection = new Selection({ ...budget, maxPerDocument });
  for (const round of roundsOf(news, labelFor))
    for (const excerpt of chooseNews(round, budget))
      if (selection.timesQuoted(excerpt.document.id) < (most.get(excerpt) ?? 0)) selection.offer(excerpt);
  const { chosen } = selection;
  const changed = new Set(news.filter(({ isNew }) => !isNew).map(({ excerpt }) => excerpt));
  const further = { maxPoints: chosen.length + 1, maxCharacters: Number.POSITIVE_INFINITY };
  return {
    chosen: [...chosen].sort((a, b) => Number(changed.has(a)) - Number(changed.has(b))),
    more: chooseNews(news, further).length > chosen.length,
  };
}

/** Groups excerpts by how much they differ from better ones. After the first of a document, only strong ones count. */
function roundsOf(news: readonly News[], labelFor: (excerpt: Excerpt) => string | null): News[][] {
  const rounds: [News[], News[], News[], News[]] = [[], [], [], []];
  const documents = new Set<DocumentId>();
  const labels = new Set<string>();
  const statements: ReadonlySet<string>[] = [];
  for (const entry of [...news].sort(compareNews)) {
    const { document, text } = entry.excerpt;
    const label = labelFor(entry.excerpt);
    const words = frameOf(text);
    const isAgain = documents.has(document.id);
    if (isAgain && !matters(entry)) continue;
    const isRepeated = statements.some((other) => areAlike(words, other));
    const isKnownLabel = label !== null && labels.has(label);
    rounds[isRepeated ? 3 : isAgain ? 2 : isKnownLabel ? 1 : 0].push(entry);
    documents.add(document.id);
    if (label !== null) labels.add(label);
    if (!isRepeated) statements.push(words);
  }
  return rounds;
}

function compareNews(a: News, b: News): number {
  return compareNovelty(a, b) || leadScore(b) - leadScore(a);
}

const ALIKE = 0.9; // share of the plain words of the longer of two sentences that differ only in numbers and names

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= ALIKE * Math.max(a.size, b.size);
}

/** Returns the words of a text without numbers and without capitalized words. */
function frameOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []);
}
