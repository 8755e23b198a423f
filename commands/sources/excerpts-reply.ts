import type { RequestContext } from '../../src/core/bot/invocation.ts';
import { type AnswerArchive, requireAnswer } from '../../src/core/conversations/answer-archive.ts';
import { allSentences, type IndexedDocument } from '../../src/core/library/documents/indexed-document.ts';
import type { Library } from '../../src/core/library/library.ts';
import { toPoint } from '../../src/core/quoting/citations.ts';
import { joinKnown } from '../../src/core/replies/block-lines.ts';
import { composeList, replyContext } from '../../src/core/replies/compose-reply.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import {
  type Item,
  type ListReply,
  type OpenedReply,
  type Point,
  questionOf,
  type Source,
} from '../../src/core/replies/reply.ts';
import type { Slice } from '../../src/core/text/slice.ts';
import { UserError } from '../../src/core/text/user-error.ts';
import { earlierWordings } from './earlier-wordings.ts';

/** The ports of excerpts in context. */
export interface ExcerptsPorts {
  readonly library: Pick<Library, 'load' | 'scopeFor'>;
  readonly answers: AnswerArchive;
}

/** The citation to open, of an answer or of the latest here. */
export interface CitationMeant {
  readonly number: number | 'all';
  readonly answer: string | null;
}

/** Shows what an answer quotes under a number, or under all, in context; for one number also where exactly it stands. */
export async function composeExcerpts(
  { library, answers }: ExcerptsPorts,
  context: RequestContext,
  meant: CitationMeant,
): Promise<ListReply> {
  const reply = await answers.open(context, await requireAnswer(answers, context, meant.answer));
  const all = reply.kind === 'note' ? [] : reply.sources;
  const sources = all.filter((known) => meant.number === 'all' || known.number === meant.number);
  const [first] = sources;
  if (!first) throw noCitation(reply, all, meant);
  const documents = await library.load(sources.map(({ document }) => document));
  return composeList(replyContext(library, context, 'sources'), {
    id: reply.id,
    headline: sources.length === 1 ? first.title : titleOf(reply),
    points: sources.flatMap((source) =>
      inContext(documents.get(source.document), source, quotedFrom(reply, source)),
    ),
    sources,
    items:
      meant.number === 'all'
        ? earlierWordings(reply)
        : [...sources.flatMap((source) => proofsOf(reply, source)), ...earlierWordings(reply, meant.number)],
  });
}

function titleOf(reply: OpenedReply): string | null {
  const headline = 'headline' in reply ? reply.headline : null;
  return headline ?? questionOf(reply);
}

function quotedFrom(reply: OpenedReply, { number }: Source): Point[] {
  return quotedPoints(reply).filter(({ citation }) => citation === number);
}

/** The excerpts from a document with the sentences around them; excerpts that touch become one. */
function inContext(
  indexed: IndexedDocument | undefined,
  { number }: Source,
  points: readonly Point[],
): Point[] {
  if (!indexed) return [];
  const sentences = allSentences(indexed);
  const places = points.map((point) => withNeighbours(point, sentences));
  return mergeSlices(places).map((place) => ({
    ...toPoint(indexed.document, place, number),
    quoted: mergeSlices(points.filter(({ start, end }) => start >= place.start && end <= place.end)),
  }));
}

function withNeighbours({ start, end }: Slice, sentences: readonly Slice[]): Slice {
  const before = sentences.findLast((sentence) => sentence.end <= start);
  const after = sentences.find((sentence) => sentence.start >= end);
  return { start: before?.start ?? start, end: after?.end ?? end };
}

/** Slices in the order of the text; those that touch become one. */
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

function proofsOf(reply: OpenedReply, source: Source): Item[] {
  return quotedFrom(reply, source).map(({ document, start, end, place }) => ({
    id: 'proof',
    title: document,
    detail: joinKnown([place, `characters ${start}–${end} of the text with SHA-256 ${source.sha256}`]),
  }));
}

function noCitation(
  reply: OpenedReply,
  sources: readonly Source[],
  { number, answer }: CitationMeant,
): UserError {
  const which = answer === null ? 'The latest answer' : `Answer ${answer}`;
  const numbers = sources.map((known) => String(known.number));
  const note = 'note' in reply ? reply.note : null;
  const has = numbers.length > 0 ? `It has ${numbers.join(', ')}.` : (note ?? 'It quotes nothing.');
  return new UserError(`${which} has no ${number === 'all' ? 'sources' : `[${number}]`}. ${has}`, {
    code: 'unknown-citation',
    suggestions: numbers,
  });
}
