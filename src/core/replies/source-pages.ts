import type { Audience } from '../library/audience.ts';
import type { Point, Reply, Source } from './reply.ts';

/** What a citation quotes. */
export type QuotedText = Pick<Point, 'document' | 'start' | 'end' | 'text'>;

/** Pages on which a document can be read as it is stored, with what was quoted marked. */
export interface SourcePages {
  /** The address of what was quoted, for an audience; null if there is no page that it could open. */
  linkTo(quoted: QuotedText, audience: Audience): string | null;
}

/** No pages at all. */
export const NO_PAGES: SourcePages = { linkTo: () => null };

/** A reply in which documents without an address of their own are opened on their pages. */
export function withPages(reply: Reply, pages: SourcePages, audience: Audience): Reply {
  const link = (point: Point): Point =>
    point.url === null ? { ...point, url: pages.linkTo(point, audience) } : point;
  if (reply.kind === 'note' || reply.kind === 'error') return reply;
  if (reply.kind === 'nothing') {
    const nearest = reply.nearest.map(link);
    return { ...reply, nearest, sources: openAtFirst(reply.sources, nearest) };
  }
  const points = reply.points.map(link);
  return { ...reply, points, sources: openAtFirst(reply.sources, points) };
}

/** Opens each source where it is quoted first. */
function openAtFirst(sources: readonly Source[], points: readonly Point[]): readonly Source[] {
  return sources.map((source) => {
    const first = points.find(({ document }) => document === source.document);
    return source.url === null && first ? { ...source, url: first.url } : source;
  });
}
