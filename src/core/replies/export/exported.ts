import type { Coverage } from '../../library/coverage.ts';
import type { Document, DocumentId } from '../../library/documents/document.ts';
import { displayable } from '../../text/displayable.ts';
import { formatKnownDate } from '../../text/format-date.ts';
import { withoutCommands } from '../../text/hint.ts';
import { type ArrangedBlock, arrangePoints, quotes } from '../arrange-points.ts';
import { joinKnown } from '../block-lines.ts';
import { quotedPoints } from '../quoted-points.ts';
import { type OpenedReply, type Point, questionOf, type Source } from '../reply.ts';

/** A cited document with what an export says of it besides. */
export interface ExportedSource extends Source {
  readonly author: string | null;
  readonly language: string | null;
}

/** An answer as it is exported: the same for every format. */
export interface Exported {
  /** The answer's id. */
  readonly id: string;
  readonly kind: OpenedReply['kind'];
  readonly headline: string;
  readonly topic: string | null;
  readonly question: string | null;
  /** What the answer says of itself in Dossier's voice: the time it covers, excerpts left out. */
  readonly notes: readonly string[];
  readonly coverage: Coverage;
  readonly points: readonly Point[];
  readonly sources: readonly ExportedSource[];
  /** The local date of the export, `2026-11-24`. */
  readonly accessed: string;
}

/** Gathers what is exported of an answer; `documents` holds those cited. */
export function gatherExport(
  reply: OpenedReply & { readonly id: string },
  documents: ReadonlyMap<DocumentId, Pick<Document, 'author' | 'language'>>,
  accessed: string,
): Exported {
  const { id, kind, coverage } = reply;
  const question = questionOf(reply);
  const headline = ('headline' in reply ? reply.headline : null) ?? question ?? 'Answer';
  const sources = reply.kind === 'note' ? [] : reply.sources;
  return {
    ...{ id, kind, question, accessed, coverage, headline: displayable(headline) },
    topic: 'topic' in reply ? reply.topic : null,
    notes: notesOf(reply),
    points: quotedPoints(reply),
    sources: sources.map((source) => {
      const { author = null, language = null } = documents.get(source.document) ?? {};
      return { ...source, author, language };
    }),
  };
}

function notesOf(reply: OpenedReply): readonly string[] {
  const note = reply.kind === 'digest' ? reply.window : reply.note;
  const said = note === null ? '' : withoutCommands(note);
  return said === '' ? [] : [said];
}

/** What is quoted, arranged as in the reply. */
export function arranged(exported: Exported): readonly ArrangedBlock[] {
  return exported.kind === 'brief' ? arrangePoints(exported) : quotes(exported);
}

/** The points that quote a source, in reading order. */
export function pointsOf({ points }: Pick<Exported, 'points'>, { number }: Source): readonly Point[] {
  return points.filter(({ citation }) => citation === number);
}

/** Who a document is from, its date, its grade and its tags: `Ada Lund · Port Gazette · 10 Jul 2024 · B2 · primary`. */
export function formatKnown({ author, publisher, published, grade, tags }: ExportedSource): string {
  const by = author === publisher ? null : author;
  return joinKnown([by, publisher, formatKnownDate(published), grade ?? null, tags?.join(', ') ?? null]);
}

/** Where in its document's stored text a point stands: `characters 120–188`. */
export function formatOffsets({ start, end }: Point): string {
  return `characters ${start}–${end}`;
}

/** What Dossier calls the thing exported, and when it was: `Dossier brief abcdefgh2345 · exported 24 Nov 2026`. */
export function colophon({ id, kind }: Exported, day: string): string {
  return `Dossier ${kind === 'nothing' || kind === 'note' ? 'answer' : kind} ${id} · exported ${day}`;
}
