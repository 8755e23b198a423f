import type { Document, DocumentId } from '../library/document.ts';
import { toPoint, toSource } from '../quoting/citations.ts';
import { speakerOf } from '../quoting/speaker.ts';
import { quotedPoints } from '../replies/quoted-points.ts';
import type { Point, Source, StorableReply } from '../replies/reply.ts';

/**
 * Removes document text from a reply: what is left are places in documents, the documents' hashes, and earlier wordings,
 * which no document contains any more.
 */
export function sealReply(reply: StorableReply): StorableReply {
  const sources = reply.sources.map((source) => ({ ...source, title: '', publisher: null, url: null }));
  return withPoints({ ...reply, sources }, sealPoint);
}

function sealPoint(point: Point): Point[] {
  return [{ ...point, text: '', speaker: null, url: null, page: null, place: null }];
}

/** The documents that an audience may read now, by id. */
export type Readable = ReadonlyMap<DocumentId, Document>;

/** A reply with its text read again. */
export interface Unsealed {
  readonly reply: StorableReply;
  /** How many excerpts were left out: their document was changed or removed, or the audience may not read it. */
  readonly lost: number;
}

/** Reads the text of a sealed reply again, from documents that are as they were when they were quoted. */
export function unsealReply(sealed: StorableReply, readable: Readable): Unsealed {
  const unchanged = new Map(
    sealed.sources.map((source) => [source.document, findUnchanged(source, readable)]),
  );
  const open = (point: Point) => unsealPoint(point, unchanged.get(point.document));
  const opened = withPoints(sealed, (point) => open(point).map((each) => withReadable(each, readable)));
  const kept = quotedPoints(opened);
  const quoted = new Set(kept.map(({ document }) => document));
  const sources = sealed.sources.flatMap(({ document, number, copies }) => {
    const known = quoted.has(document) ? unchanged.get(document) : undefined;
    return known
      ? [
          toSource(
            known,
            number,
            copies.filter((id) => readable.has(id)),
          ),
        ]
      : [];
  });
  return { reply: { ...opened, sources }, lost: quotedPoints(sealed).length - kept.length };
}

function findUnchanged({ document: id, sha256 }: Source, readable: Readable): Document | undefined {
  const document = readable.get(id);
  return document?.sha256 === sha256 ? document : undefined;
}

function unsealPoint(sealed: Point, document: Document | undefined): Point[] {
  if (!document) return [];
  const { text, url, page, place, ocr } = toPoint(document, sealed, sealed.citation);
  return [{ ...sealed, text, url, page, place, ocr, speaker: speakerOf(text) }];
}

/** Leaves out the earlier wording of a document that the audience may not read now. */
function withReadable({ earlier, ...point }: Point, readable: Readable): Point {
  return earlier && readable.has(earlier.document) ? { ...point, earlier } : point;
}

function withPoints(reply: StorableReply, change: (point: Point) => Point[]): StorableReply {
  return reply.kind === 'nothing'
    ? { ...reply, nearest: reply.nearest.flatMap(change) }
    : { ...reply, points: reply.points.flatMap(change) };
}
