import { nearestNames } from '../commands/nearest-names.ts';
import type { Call } from '../core.ts';
import { type Document, displayTitle, type Slice } from '../corpus/document.ts';
import { UserError } from '../errors.ts';
import { readableDate } from '../messages/dates.ts';
import { emptyReply, type Item, type Point, type Reply } from '../messages/reply.ts';
import { toPoint, toSource } from './citations.ts';

/** Every document that this audience may read, and the files that could not be read. */
export function documentsReply(call: Call): Reply {
  const items = readableDocuments(call).map((document) => ({
    id: document.id,
    title: displayTitle(document),
    detail: [document.publisher, readableDate(document.published)]
      .filter((part) => part !== null)
      .join(' · '),
  }));
  const { collections } = call.core.searchFor(call.invocation);
  const refused = call.core.corpus.refused.filter(
    ({ file }) =>
      call.invocation.manager && (!file.includes('/') || collections.some((id) => file.startsWith(`${id}/`))),
  );
  const note =
    refused.length === 0
      ? null
      : `Not served: ${refused.map(({ file, reason }) => `${file} ${reason}`).join('; ')}.`;
  return { ...listReply(call), headline: 'Documents', items, note };
}

/** One document: all that is known of it, and its stored text for programs. */
export function documentReply(call: Call, id: string): Reply {
  const documents = readableDocuments(call);
  const document = documents.find((known) => known.id === id.normalize('NFC'));
  if (!document) {
    const near = nearestNames(
      id,
      documents.map((known) => known.id),
    );
    const hint = near.length > 0 ? `Did you mean ${near[0]}?` : 'Type /sources for the list.';
    throw new UserError(`There is no document "${id.slice(0, 80)}". ${hint}`, {
      code: 'unknown-document',
      suggestions: near,
    });
  }
  return {
    ...listReply(call),
    headline: displayTitle(document),
    items: factsOf(document),
    sources: [toSource(document, 1)],
    stored: document.text,
  };
}

/** The excerpts under one number of the newest answer here, each with its neighbours, and the proof of where they stand. */
export function excerptReply(call: Call, number: number): Reply {
  const { last } = call.core.conversations.get(call.invocation.conversation);
  if (!last)
    throw new UserError('Nothing has been quoted here yet. Ask a question, or type /brief.', {
      code: 'nothing-quoted',
    });
  const source = last.reply.sources.find((known) => known.number === number);
  const document = source ? readableDocuments(call).find(({ id }) => id === source.document) : undefined;
  if (!source || !document) {
    const numbers = last.reply.sources.map((known) => String(known.number));
    throw new UserError(`The newest answer has no [${number}]. It has ${numbers.join(', ')}.`, {
      code: 'unknown-citation',
      suggestions: numbers,
    });
  }
  const quoted = [...last.reply.points, ...last.reply.nearest].filter(({ citation }) => citation === number);
  const places = mergeSlices(quoted.map((point) => withNeighbours(call, document, point)));
  const points = places.map((place) => toPoint(document, place, number));
  return {
    ...listReply(call),
    id: last.reply.id,
    headline: displayTitle(document),
    points,
    sources: [source],
    items: quoted.map((point) => proofOf(point, source.sha256)),
  };
}

function listReply({ invocation, coverage }: Call): Reply {
  return emptyReply('list', { conversation: invocation.conversation, command: 'sources', coverage });
}

function readableDocuments({ core, invocation }: Call): readonly Document[] {
  const { collections } = core.searchFor(invocation);
  return core.corpus.documents.filter(({ collection }) => collections.includes(collection));
}

function factsOf({ id, publisher, author, published, url, language, sha256, text }: Document): Item[] {
  const facts = {
    id,
    publisher: publisher ?? 'unknown',
    author: author ?? 'unknown',
    published: published === null ? 'unknown' : readableDate(published),
    address: url ?? 'unknown',
    language,
    length: `${text.length} characters`,
    sha256,
  };
  return Object.entries(facts).map(([name, detail]) => ({ id: name, title: '', detail }));
}

/** With the sentence before and the one after. */
function withNeighbours({ core }: Call, document: Document, { start, end }: Slice): Slice {
  const passages = core.corpus.passages(document.id);
  const sentences = passages.flatMap((_, at) => core.corpus.sentences(document.id, at));
  const before = sentences.filter((sentence) => sentence.end <= start).at(-1);
  const after = sentences.find((sentence) => sentence.start >= end);
  return { start: before?.start ?? start, end: after?.end ?? end };
}

/** Slices in the order of the text, those that touch made one. */
function mergeSlices(slices: readonly Slice[]): Slice[] {
  const merged: Slice[] = [];
  for (const { start, end } of slices.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

function proofOf({ document, start, end }: Point, sha256: string): Item {
  return {
    id: 'proof',
    title: document,
    detail: `characters ${start}–${end} of the text with SHA-256 ${sha256}`,
  };
}
