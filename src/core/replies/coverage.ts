import type { Coverage } from '../library/coverage.ts';
import { formatDate } from '../text/format-date.ts';

/** Counts documents in words: `5 documents`, `1 document`. */
export function countDocuments({ documents }: Pick<Coverage, 'documents'>): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}

/** Formats a coverage: `5 documents · newest 10 Jul 2024 · 4 undated`. */
export function coverageLine({ documents, newest, undated }: Coverage): string {
  const parts = [countDocuments({ documents })];
  if (newest !== null) parts.push(`newest ${formatDate(newest)}`);
  if (undated > 0) parts.push(`${undated} undated`);
  return parts.join(' · ');
}

/** Says that a question has no answer: `Nothing in 5 documents answers this.` */
export function nothingAnswers(coverage: Pick<Coverage, 'documents'>): string {
  return `Nothing in ${countDocuments(coverage)} answers this.`;
}
