import type { Document, DocumentId } from '../library/documents/document.ts';
import { toPoint, toSource } from '../quoting/citations.ts';
import { groupSpeaker, toPointGroup } from '../quoting/point-group.ts';
import { speakerOf } from '../quoting/speaker.ts';
import { quotedPoints } from '../replies/quoted-points.ts';
import type { Point, PointGroup, Source, StorableReply } from '../replies/reply.ts';

const MAX_WORDING = 1000; // characters of an excerpt whose words are stored

/**
 * Removes what documents say from a reply, but for the words it quotes: what is left are places in documents, the
 * documents' hashes, and wordings. A wording is shown only beside the document that no longer has it.
 */
export function sealReply(reply: StorableReply): StorableReply {
  const sources = reply.sources.map(({ tags: _, grade: __, ...source }) => ({
    ...source,
    ...{ title: '', publisher: null, url: null },
  }));
  return withPoints({ ...reply, sources }, sealPoint);
}

function sealPoint({ group, ...point }: Point): Point[] {
  const text = point.text.length <= MAX_WORDING ? point.text : '';
  const sealed = { ...point, text, speaker: null, url: null, page: null, place: null };
  return [group ? { ...sealed, group: { ...group, text: '' } } : sealed];
}

/** The documents whose words a sealed reply holds. */
export function documentsWorded(sealed: StorableReply): readonly DocumentId[] {
  return quotedPoints(sealed).flatMap(({ text, document, earlier }) => [
    ...(text === '' ? [] : [document]),
    ...(earlier ? [earlier.document] : []),
  ]);
}

/** A sealed reply without the words of documents that are gone, those of earlier versions too; itself if it has none of those. */
export function withoutWordings(
  sealed: StorableReply,
  isThere: (document: DocumentId) => boolean,
): StorableReply {
  const isStale = ({ text, document }: Point) => text !== '' && !isThere(document);
  const isPast = ({ earlier }: Point) => earlier !== undefined && !isThere(earlier.document);
  if (!quotedPoints(sealed).some((point) => isStale(point) || isPast(point))) return sealed;
  return withPoints(sealed, ({ earlier, ...point }) => [
    {
      ...point,
      ...(isStale(point) && { text: '' }),
      ...(earlier && isThere(earlier.document) && { earlier }),
    },
  ]);
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
  const open = (point: Point) => unsealPoint(point, unchanged);
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

function unsealPoint(
  { group, ...sealed }: Point,
  unchanged: ReadonlyMap<DocumentId, Document | undefined>,
): Point[] {
  const document = unchanged.get(sealed.document);
  if (!document) return [];
  const { text, url, page, place, ocr } = toPoint(document, sealed, sealed.citation);
  const opened = { ...sealed, text, url, page, place, ocr, speaker: speakerOf(text) };
  const grouping = group && unchanged.get(group.document);
  return [group && grouping ? { ...opened, ...readGroup(grouping, group) } : opened];
}

/** An excerpt that its document no longer has as it was quoted, in the words of then. */
export interface ChangedExcerpt extends Pick<Point, 'document' | 'citation' | 'text' | 'start' | 'end'> {
  /** Its document as it is now. */
  readonly now: Document;
}

/** The excerpts of a sealed reply whose documents were changed since, as far as their words are stored and may be read. */
export function changedExcerpts(sealed: StorableReply, readable: Readable): readonly ChangedExcerpt[] {
  const hashes = new Map(sealed.sources.map(({ document, sha256 }) => [document, sha256]));
  return quotedPoints(sealed).flatMap(({ document, citation, text, start, end }) => {
    const now = readable.get(document);
    const isChanged = now !== undefined && now.sha256 !== hashes.get(document);
    return isChanged && text !== '' ? [{ document, citation, text, start, end, now }] : [];
  });
}

/** Reads again what a point stands under; without the document that says it, it stands under nothing. */
function readGroup(document: Document, { places, speaker }: PointGroup): Pick<Point, 'group' | 'speaker'> {
  const group = { document, places, speaker };
  return { group: toPointGroup(group), speaker: groupSpeaker(document, group) };
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
