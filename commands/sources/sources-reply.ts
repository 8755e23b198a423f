import type { Call } from '../../src/core/bot/core.ts';
import type { StoredAnswer } from '../../src/core/conversations/answer-store.ts';
import { findAnswerById, newestAnswer, openAnswer } from '../../src/core/conversations/stored-answer.ts';
import type { Refusal } from '../../src/core/library/corpus.ts';
import { type Document, displayTitle } from '../../src/core/library/document.ts';
import { toPoint, toSource } from '../../src/core/quoting/citations.ts';
import { emptyReply, type Item, type Point, type Reply, type Source } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { nearestNames } from '../../src/core/text/nearest-names.ts';
import { readableDate } from '../../src/core/text/readable-date.ts';
import type { Slice } from '../../src/core/text/slice.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** Every document that this audience may read, and the files that could not be read. */
export function documentsReply(call: Call): Reply {
  const items = readableDocuments(call).map((document) => ({
    id: document.id,
    title: displayTitle(document),
    detail: [document.publisher, readableDate(document.published)]
      .filter((part) => part !== null)
      .join(' · '),
  }));
  const refused = call.invocation.manager ? refusedFiles(call) : [];
  const note =
    refused.length === 0
      ? null
      : `Not served: ${refused.map(({ file, reason }) => `${file} ${reason}`).join('; ')}.`;
  return { ...listReply(call), headline: 'Documents', items, note };
}

/** One document: all that is known of it, and its stored text for programs. */
export function documentReply(call: Call, id: string): Reply {
  const documents = readableDocuments(call);
  const document = documents.find((known) => plainId(known.id) === plainId(id));
  if (!document) {
    const near = nearestNames(
      id,
      documents.map((known) => known.id),
    );
    const hint = near.length > 0 ? `Did you mean ${near[0]}?` : 'Type /sources for the list.';
    throw new UserError(`There is no document "${echo(id)}". ${hint}`, {
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

/** As an id can be typed: file names may begin or end with spaces, or hold line breaks. */
function plainId(id: string): string {
  return id.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * The excerpts of an answer (the newest here unless one is named) under one number, or under all, each with its
 * neighbours, and the proof of where they stand.
 */
export async function excerptReply(call: Call, number: number | 'all', id: string | null): Promise<Reply> {
  const reply = openAnswer(call, await answerMeant(call, id));
  const sources = reply.sources.filter((known) => number === 'all' || known.number === number);
  const [first] = sources;
  if (!first) throw noCitation(reply, number, id);
  return {
    ...listReply(call),
    id: reply.id,
    headline: sources.length === 1 ? first.title : (reply.headline ?? reply.question),
    points: sources.flatMap((source) => inContext(call, reply, source)),
    sources,
    items: (number === 'all' ? [] : sources).flatMap((source) =>
      quotedFrom(reply, source).map((point) => proofOf(point, source.sha256)),
    ),
  };
}

function quotedFrom({ points, nearest }: Reply, { number }: Source): Point[] {
  return [...points, ...nearest].filter(({ citation }) => citation === number);
}

/** What an answer quotes from a document, with the sentences around it. */
function inContext(call: Call, reply: Reply, source: Source): Point[] {
  const document = call.core.corpus.document(source.document);
  if (!document) return [];
  const places = quotedFrom(reply, source).map((point) => withNeighbours(call, document, point));
  return mergeSlices(places).map((place) => toPoint(document, place, source.number));
}

/** The same as a list of its sources: nothing follows. */
export async function answerAgain(call: Call, id: string): Promise<Reply> {
  return { ...openAnswer(call, await answerMeant(call, id)), command: 'sources', more: false };
}

/** An answer opened again, as it was given but for what is no longer there or not for this audience. */
export async function reopenAnswer(call: Call, id: string): Promise<Reply> {
  return openAnswer(call, await answerMeant(call, id));
}

/** The same for everybody here: what somebody got in private becomes an answer of this place. */
export async function shareAnswer(call: Call, id: string): Promise<Reply> {
  const { core, invocation } = call;
  const answer = await answerMeant(call, id);
  const reply = openAnswer(call, answer);
  const { audience, conversation } = invocation;
  if (reply.kind !== 'note') await core.store.answers.put({ ...answer, audience, conversation });
  return reply;
}

async function answerMeant(call: Call, id: string | null): Promise<StoredAnswer> {
  const answer = await (id === null ? newestAnswer(call) : findAnswerById(call, id));
  if (answer) return answer;
  throw id === null
    ? new UserError('Nothing has been quoted here yet. Ask a question, or type /brief.', {
        code: 'nothing-quoted',
      })
    : new UserError(
        `There is no answer "${echo(id)}" here: it is too old, or was never given. Leave the id out to mean the newest one.`,
        {
          code: 'unknown-answer',
        },
      );
}

function noCitation(reply: Reply, number: number | 'all', id: string | null): UserError {
  const which = id === null ? 'The newest answer' : `The answer ${id}`;
  const numbers = reply.sources.map((known) => String(known.number));
  const has = numbers.length > 0 ? `It has ${numbers.join(', ')}.` : (reply.note ?? 'It quotes nothing.');
  return new UserError(`${which} has no ${number === 'all' ? 'sources' : `[${number}]`}. ${has}`, {
    code: 'unknown-citation',
    suggestions: numbers,
  });
}

/** The files that are not served, of the collections that this audience may read. */
export function refusedFiles({ core, invocation }: Call): readonly Refusal[] {
  const { collections } = core.searchFor(invocation.audience);
  return core.corpus.refused.filter(
    ({ file }) => !file.includes('/') || collections.some((id) => file.startsWith(`${id}/`)),
  );
}

function listReply({ invocation, coverage }: Call): Reply {
  return emptyReply('list', { conversation: invocation.conversation, command: 'sources', coverage });
}

function readableDocuments({ core, invocation }: Call): readonly Document[] {
  const { collections } = core.searchFor(invocation.audience);
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
