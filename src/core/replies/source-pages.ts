import type { Audience } from '../library/audience.ts';
import type { Item, Point, Reply, Source } from './reply.ts';

/** What a citation quotes. */
export interface QuotedText extends Pick<Point, 'document' | 'start' | 'end' | 'text'> {
  /** The answer that quotes it, whose other excerpts are marked too; absent if it is none that can be opened again. */
  readonly answer?: string;
}

/** What has a page of its own besides documents: an answer by its id, a topic by its name. */
export interface PagedSubject {
  readonly kind: 'answers' | 'topics';
  readonly name: string;
}

/** Pages on which a document can be read as it is stored, with what was quoted marked, and those of answers and topics. */
export interface SourcePages {
  /** The address of what was quoted, for an audience; null if there is no page that it could open. */
  linkTo(quoted: QuotedText, audience: Audience): string | null;
  /** The address of an answer or a topic, for an audience; null if there is no page that it could open. */
  pageOf(subject: PagedSubject, audience: Audience): string | null;
}

/** No pages at all. */
export const NO_PAGES: SourcePages = { linkTo: () => null, pageOf: () => null };

/** A reply in which documents without an address of their own are opened on their pages, and lists name the page of what they are about. */
export function withPages(reply: Reply, pages: SourcePages, audience: Audience): Reply {
  if (reply.kind === 'error') return reply;
  const page = pageItem(reply, pages, audience);
  if (reply.kind === 'note') return { ...reply, items: [...reply.items, ...page] };
  const answer = reply.id === null ? {} : { answer: reply.id };
  const link = (point: Point): Point =>
    point.url === null ? { ...point, url: pages.linkTo({ ...point, ...answer }, audience) } : point;
  if (reply.kind === 'nothing') {
    const nearest = reply.nearest.map(link);
    return { ...reply, nearest, sources: openAtFirst(reply.sources, nearest) };
  }
  const points = reply.points.map(link);
  const sources = openAtFirst(reply.sources, points);
  return reply.kind === 'list'
    ? { ...reply, points, sources, items: [...reply.items, ...page] }
    : { ...reply, points, sources };
}

/** The line that names the page of an answer under its sources or its export, and that of a topic under its details. */
function pageItem(reply: Reply, pages: SourcePages, audience: Audience): readonly Item[] {
  const subject = subjectOf(reply);
  const url = subject && pages.pageOf(subject, audience);
  if (!subject || !url) return [];
  const isLong = url.includes('?') && !audience.local; // signed; a local chat may show no links, so there it is written out
  return [{ id: 'page', title: '', detail: isLong ? DETAILS[subject.kind] : url, url }];
}

const DETAILS = {
  answers: 'this answer, to read, print and export',
  topics: 'this topic: its newest documents, its timeline, its sources',
} as const;

function subjectOf(reply: Reply): PagedSubject | null {
  if (reply.kind === 'note') return reply.file && reply.id ? { kind: 'answers', name: reply.id } : null;
  if (reply.kind !== 'list') return null;
  if (reply.command === 'sources' && reply.id) return { kind: 'answers', name: reply.id };
  return reply.command === 'topics' && reply.topic ? { kind: 'topics', name: reply.topic } : null;
}

/** Opens each source where it is quoted first. */
function openAtFirst(sources: readonly Source[], points: readonly Point[]): readonly Source[] {
  return sources.map((source) => {
    const first = points.find(({ document }) => document === source.document);
    return source.url === null && first ? { ...source, url: first.url } : source;
  });
}
