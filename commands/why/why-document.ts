import type { Document } from '../../src/core/library/documents/document.ts';
import { admits, type DocumentFilter } from '../../src/core/library/documents/document-filter.ts';
import type { Candidate } from '../../src/core/quoting/candidate.ts';
import { toPoint, toSource } from '../../src/core/quoting/citations.ts';
import { PASSAGES, type Retriever } from '../../src/core/quoting/retriever.ts';
import { toItem } from '../../src/core/replies/compose-reply.ts';
import type { Item, OpenedReply, Point, Source } from '../../src/core/replies/reply.ts';
import { reasonsAgainst } from './reasons-in-words.ts';
import type { Replayed } from './replay-answer.ts';
import { explainQuoted, sourcesOf } from './why-answer.ts';

/** Why a document is quoted, or the best it has and why that is not. */
export interface DocumentReasons {
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
  readonly items: readonly Item[];
  readonly note: string | null;
}

const NONE: DocumentReasons = { points: [], sources: [], items: [], note: null };
const MAX_FOUND = 5000; // passages among which a document is sought

/** Explains what an answer made of one document. */
export async function explainDocument(
  retriever: Retriever,
  { document, reply }: { readonly document: Document; readonly reply: OpenedReply },
  replayed: Replayed,
): Promise<DocumentReasons> {
  const sources = sourcesOf(reply);
  const own = replayed.quotations.filter(({ excerpt }) => excerpt.document.id === document.id);
  if (own.length > 0)
    return { ...NONE, items: own.map((quotation) => explainQuoted(quotation, sources, replayed)) };
  const original = sources.find(({ copies }) => copies.includes(document.id));
  if (original)
    return { ...NONE, note: `It is a near-identical copy of [${original.number}], ${original.document}.` };
  const limit = limitMissed(document, replayed);
  if (limit !== null) return { ...NONE, note: limit };
  const best = replayed.considered.find((candidate) => candidate.document.id === document.id);
  if (best) return explainBest(best, sources, replayed);
  return { ...NONE, note: await whyNotFound(retriever, document, replayed) };
}

/** Says which limit of the request a document fails; null if it passes all. */
function limitMissed(document: Document, { topic, narrowing, scope }: Replayed): string | null {
  const { collection } = document;
  const title = topic?.title ?? '';
  if (topic?.collections && !topic.collections.includes(collection))
    return `It is in ${collection}; ${title} is sought only in ${topic.collections.join(', ')}.`;
  if (!scope.collections.includes(collection))
    return `It is in ${collection}; the answer keeps to ${scope.collections.join(', ') || 'none'}.`;
  if (narrowing === null || admits(narrowing, document)) return null;
  const { tags: _, grade: __, ...named } = narrowing;
  if (admits(named, document)) return filedOtherwise(document, narrowing);
  if (!admits({ ...named, since: null, before: null }, document))
    return `Its publisher is ${document.publisher ?? 'unknown'}; the answer keeps to ${narrowing.publishers?.join(', ')}.`;
  const dates = [
    narrowing.since && `since ${narrowing.since}`,
    narrowing.before && `before ${narrowing.before}`,
  ];
  const kept = dates.filter((date) => date).join(' and ');
  return `Its date is ${document.published ?? 'unknown'}; the answer keeps to documents ${kept}.`;
}

/** Says why a document fails a limit on its tags or its grade. */
function filedOtherwise(
  { tags = [], grade }: Document,
  { tags: kept = [], ...limit }: DocumentFilter,
): string {
  const missing = kept.filter((tag) => !tags.includes(tag));
  return missing.length > 0
    ? `It is not tagged ${missing.join(' or ')}; the answer keeps to documents that are.`
    : `Its grade is ${grade ?? 'unknown'}; the answer keeps to documents graded ${limit.grade} or better.`;
}

function explainBest(best: Candidate, sources: readonly Source[], replayed: Replayed): DocumentReasons {
  const { document, slice } = best;
  const [reason = '', ...details] = reasonsAgainst(best, replayed, sources);
  return {
    points: [{ ...toPoint(document, slice, 1), weak: true }],
    sources: [toSource(document, 1)],
    items: [toItem('not quoted', reason), ...details.map((detail) => toItem('its best', detail))],
    note: null,
  };
}

/** Says how far down the passages of a document are, or that none was found. */
async function whyNotFound(
  { index }: Retriever,
  { id }: Document,
  { request, scope }: Replayed,
): Promise<string> {
  const { passages = PASSAGES, query } = request;
  const hits = await index.search(query, scope.collections, MAX_FOUND, scope.filter);
  const rank = hits.findIndex(({ document }) => document === id) + 1;
  if (rank > passages)
    return `Its best passage is number ${rank} of those with words asked for; only the best ${passages} are read.`;
  if (rank > 0) return 'Its best passage has words asked for, but no sentence that can be quoted.';
  return hits.length < MAX_FOUND
    ? 'No passage of it has any of the words asked for.'
    : `None of its passages is among the best ${MAX_FOUND}.`;
}
