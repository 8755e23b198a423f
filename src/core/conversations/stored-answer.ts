import type { Call } from '../bot/core.ts';
import type { Document, DocumentId } from '../library/document.ts';
import { toPoint, toSource } from '../quoting/citations.ts';
import { speakerOf } from '../quoting/speaker.ts';
import type { Point, Reply, Source } from '../replies/reply.ts';
import { withoutPage } from '../search/search-words.ts';
import type { StoredAnswer } from './answer-store.ts';

/** A reply as it is stored: places in documents, known by their hash, and none of their text. */
export function sealReply(reply: Reply): Reply {
  return {
    ...reply,
    points: reply.points.map(sealPoint),
    nearest: reply.nearest.map(sealPoint),
    sources: reply.sources.map((source) => ({ ...source, title: '', publisher: null, url: null })),
  };
}

function sealPoint(point: Point): Point {
  return { ...point, text: '', speaker: null, url: null };
}

/**
 * A stored answer read again for an audience: only what it may read, and only from documents that are
 * as they were when they were quoted.
 */
export function openAnswer(call: Call, { reply }: StoredAnswer): Reply {
  const unchanged = new Map(
    reply.sources.map((source) => [source.document, unchangedDocument(call, source)]),
  );
  const reopen = (points: readonly Point[]) =>
    points.flatMap((point) => reopenPoint(point, unchanged.get(point.document) ?? null));
  const points = reopen(reply.points);
  const nearest = reopen(reply.nearest);
  const quoted = new Set([...points, ...nearest].map(({ document }) => document));
  const lost = reply.points.length + reply.nearest.length - points.length - nearest.length;
  return {
    ...reply,
    question: reply.command === 'search' ? withoutPage(reply.question ?? '') : reply.question,
    kind: lost > 0 && quoted.size === 0 ? 'note' : reply.kind,
    points,
    nearest,
    conversation: call.invocation.conversation,
    coverage: call.coverage,
    sources: reply.sources.flatMap(({ document, number, copies }) => {
      const known = quoted.has(document) ? unchanged.get(document) : null;
      return known ? [toSource(known, number, copies.filter(isReadable(call)))] : [];
    }),
    note: lost > 0 ? formatLost(lost, points.length) : reply.note,
    ...(lost > 0 && quoted.size === 0 ? WITHOUT_TRACE : {}),
  };
}

// Nothing is left that this audience may read, so nothing tells what it was about.
const WITHOUT_TRACE = { headline: null, topic: null, unknownWords: [], more: false } as const;

/** Finds a stored answer for an audience: in its workspace, and another's private one never. */
export async function findAnswerById({ core, invocation }: Call, id: string): Promise<StoredAnswer | null> {
  const { audience } = invocation;
  const found = await core.store.answers.get(audience, id);
  return found && mayOpen(found, audience) ? found : null;
}

/** The newest answer to whoever asks in this conversation; where there was none, the newest here. */
export async function newestAnswer({ core, invocation }: Call): Promise<StoredAnswer | null> {
  const { audience, conversation } = invocation;
  const { answers } = core.store;
  const [own] = await answers.list(audience, conversation, { user: audience.user, limit: 1 });
  if (own) return own;
  const others = await answers.list(audience, conversation, { limit: MAX_PRIVATE });
  return others.find((answer) => mayOpen(answer, audience)) ?? null;
}

const MAX_PRIVATE = 20; // answers of others, perhaps private, looked through for one that may be opened

function mayOpen({ audience }: StoredAnswer, by: StoredAnswer['audience']): boolean {
  return !audience.private || audience.user === by.user;
}

function unchangedDocument(call: Call, { document: id, sha256 }: Source): Document | null {
  const document = call.core.corpus.document(id);
  return document?.sha256 === sha256 && isReadable(call)(id) ? document : null;
}

/** Tells documents that are still there and that this audience may read. */
function isReadable({ core, invocation }: Call): (id: DocumentId) => boolean {
  const { collections } = core.searchFor(invocation.audience);
  return (id) => {
    const document = core.corpus.document(id);
    return document !== null && collections.includes(document.collection);
  };
}

function reopenPoint(sealed: Point, document: Document | null): Point[] {
  if (!document) return [];
  const { text, url } = toPoint(document, sealed, sealed.citation);
  return [{ ...sealed, text, url, speaker: speakerOf(text) }];
}

function formatLost(lost: number, left: number): string {
  if (left === 0) return 'What this answer quoted is no longer among the documents as it was.';
  const what = lost === 1 ? 'One excerpt is' : `${lost} excerpts are`;
  return `${what} left out: no longer among the documents as quoted.`;
}
