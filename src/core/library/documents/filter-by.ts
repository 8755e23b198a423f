import type { Filing } from '../../text/filing.ts';
import type { DocumentFilter } from './document-filter.ts';
import { parseGrade } from './grade.ts';

/** The filter that keeps to documents of a filing; null if it keeps to nothing. */
export function filterBy({ tags, grade: typed }: Filing): DocumentFilter | null {
  const grade = typed === undefined ? null : parseGrade(typed);
  if (tags === undefined && grade === null) return null;
  return { since: null, before: null, publishers: null, ...(tags && { tags }), ...(grade && { grade }) };
}
