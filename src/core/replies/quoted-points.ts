import type { Point, Reply } from './reply.ts';

/** Everything that a reply quotes, in reading order. */
export function quotedPoints(reply: Reply): readonly Point[] {
  switch (reply.kind) {
    case 'brief':
    case 'answer':
    case 'digest':
    case 'search':
    case 'list':
      return reply.points;
    case 'nothing':
      return reply.nearest;
    case 'note':
    case 'error':
      return [];
  }
}
