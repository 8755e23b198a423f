import type { Hit } from '../search/passage-index.ts';

/** A passage that was found, by the question itself, in the context of its conversation, or both. */
export interface FoundPassage extends Hit {
  /** Its score in the search with the conversation's context, and its document's, as shares of the best; absent without one. */
  readonly context?: { readonly passage: number; readonly document: number };
}

/** Joins what a question finds and what it finds in its context. What only the context finds scores 0 by itself. */
export function joinHits(hits: readonly Hit[], inContext: readonly Hit[]): readonly FoundPassage[] {
  const alone = new Map(hits.map((hit) => [keyOf(hit), hit]));
  const documentScores = new Map(hits.map(({ document, documentScore }) => [document, documentScore]));
  const [best, bestDocument] = [greatest(inContext, 'score'), greatest(inContext, 'documentScore')];
  const contexts = new Map(
    inContext.map((hit) => [
      keyOf(hit),
      { passage: hit.score / best, document: hit.documentScore / bestDocument },
    ]),
  );
  const added = inContext
    .filter((hit) => !alone.has(keyOf(hit)))
    .map((hit) => ({ ...hit, score: 0, documentScore: documentScores.get(hit.document) ?? 0 }));
  return [...hits, ...added].map((hit) => ({ ...hit, context: contexts.get(keyOf(hit)) ?? NO_CONTEXT }));
}

const NO_CONTEXT = { passage: 0, document: 0 };

/** Returns what tells a passage from others. */
export function keyOf({ document, passage }: Pick<Hit, 'document' | 'passage'>): string {
  return `${document} ${passage}`;
}

function greatest(hits: readonly Hit[], score: 'score' | 'documentScore'): number {
  return Math.max(Number.EPSILON, ...hits.map((hit) => hit[score]));
}
