import { lowerEverydayWords } from '../search/everyday-words.ts';
import type { Hit, PassageIndex } from '../search/passage-index.ts';
import { isProperName, type Query } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import { type FoundPassage, joinHits, keyOf } from './found-passage.ts';
import { type NamedPart, type PartOfScope, partNamed, partOf } from './named-places.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { PASSAGES, type RetrievalRequest } from './retriever.ts';

/** Passages found, and the score of the best. */
export interface FoundPassages {
  readonly places: readonly FoundPassage[];
  readonly best: number;
  /** The part of the scope that the request names, if any. */
  readonly named: NamedPart | null;
}

/** Finds the passages to read for a request: the best ones, those of the part of the scope that it names, those in context. */
export async function findPassages(
  index: Pick<PassageIndex, 'search'>,
  request: RetrievalRequest,
  scope: PartOfScope,
  numbered: NumberedDocuments | null = null,
): Promise<FoundPassages> {
  const { query, passages = PASSAGES } = request;
  const named = numbered ? partOf(numbered, scope) : partNamed(request, scope);
  const [anywhere, there, said] = await Promise.all([
    index.search(query, scope.collections, passages, scope.filter),
    named ? searchPart(index, query, named) : [],
    searchSaid(index, request, named ?? scope),
  ]);
  const isNamed = named !== null && named.naming.size > 0;
  const scaled = isNamed ? scaleTo(anywhere, there) : there;
  const hits = together(better(anywhere, scaled), said);
  const inContext = await searchContext(index, request, isNamed ? named : scope);
  return { places: inContext ? joinHits(hits, inContext) : hits, best: anywhere[0]?.score ?? 1, named };
}

/**
 * Searches the part of a scope that a question names. Where its collections are named, their own texts need not say the name:
 * the rest of the question is searched for.
 */
export function searchPart(
  index: Pick<PassageIndex, 'search'>,
  { concepts }: Query,
  { collections, filter, naming }: NamedPart,
  most = IN_PART,
): Promise<readonly Hit[]> {
  const rest = concepts.filter((concept) => !naming.has(concept));
  const asked = rest.some(({ essential }) => essential) ? rest : concepts;
  return index.search({ concepts: asked }, collections, most, filter);
}

const IN_PART = 10; // passages read in the part of a scope that a request names or a conversation keeps to

/** Searches what somebody wrote or said for the rest of a question that asks what they say; their name stands in few passages of it. */
async function searchSaid(
  index: Pick<PassageIndex, 'search'>,
  { query, answerType }: RetrievalRequest,
  { collections, filter }: PartOfScope,
): Promise<readonly Hit[]> {
  const names = query.concepts.filter(isProperName);
  const concepts = query.concepts.filter((concept) => !isProperName(concept));
  if (answerType !== 'statement' || names.length === 0 || concepts.length === 0) return [];
  const by = names.map(({ written }) => fold(written));
  return index.search({ concepts }, collections, IN_PART, { ...ANY, ...filter, by });
}

/** Searches a part of a scope for the question with what was said before, as a whole and in the documents quoted last; null if nothing was. */
async function searchContext(
  index: Pick<PassageIndex, 'search'>,
  { query, around, recent, passages = PASSAGES }: RetrievalRequest,
  { collections, filter }: PartOfScope,
): Promise<readonly Hit[] | null> {
  if (!around || around.concepts.length === 0) return null;
  const wider = inContext(query, around);
  const quoted = { ...ANY, ...filter, among: [...(recent ?? [])] };
  const [anywhere, there] = await Promise.all([
    index.search(wider, collections, passages, filter),
    recent && recent.size > 0 ? index.search(wider, collections, IN_PART, quoted) : [],
  ]);
  return together(anywhere, there);
}

/** A question with what was said before. */
export function inContext({ concepts }: Query, around: Query): Query {
  return { concepts: [...lowerEverydayWords(concepts), ...around.concepts] };
}

/** Scores what was found in a part of the scope as high as what was found anywhere. */
export function scaleTo(anywhere: readonly Hit[], there: readonly Hit[]): readonly Hit[] {
  const passage = most(anywhere, ({ score }) => score) / most(there, ({ score }) => score);
  const document =
    most(anywhere, ({ documentScore }) => documentScore) / most(there, ({ documentScore }) => documentScore);
  return there.map((hit) => ({
    ...hit,
    score: hit.score * passage,
    documentScore: hit.documentScore * document,
  }));
}

function most(hits: readonly Hit[], scoreOf: (hit: Hit) => number): number {
  return Math.max(Number.EPSILON, ...hits.map(scoreOf));
}

/** Joins hits; of one that is in both, the better score counts. */
function better(hits: readonly Hit[], others: readonly Hit[]): readonly Hit[] {
  const known = new Map(others.map((hit) => [keyOf(hit), hit]));
  const joined = hits.map((hit) => {
    const other = known.get(keyOf(hit));
    if (!other) return hit;
    return {
      ...hit,
      score: Math.max(hit.score, other.score),
      documentScore: Math.max(hit.documentScore, other.documentScore),
    };
  });
  return together(joined, others);
}

const ANY = { since: null, before: null, publishers: null };

/** Joins hits; of one that is in both, the first counts. */
export function together<One extends Hit>(
  hits: readonly One[],
  others: readonly Hit[],
): readonly (One | Hit)[] {
  const known = new Set(hits.map(keyOf));
  return [...hits, ...others.filter((hit) => !known.has(keyOf(hit)))];
}
