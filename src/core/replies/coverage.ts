import type { Coverage } from '../library/coverage.ts';
import { formatDate } from '../text/format-date.ts';

/** Counts documents in words: `5 documents`, `1 document`. */
export function countDocuments({ documents }: Pick<Coverage, 'documents'>): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}

/**
 * Says what an answer cannot rest on: `118 of 561 files unread`, or `443 of 561 files read so far` while they are being
 * read; null if everything was read.
 */
export function countUnread({
  documents,
  unread = 0,
  toRead = 0,
}: Pick<Coverage, 'documents' | 'unread' | 'toRead'>): string | null {
  const files = documents + unread;
  if (toRead > 0) return `${files - toRead} of ${files} files read so far`;
  return unread > 0 ? `${unread} of ${files} files unread` : null;
}

/** Formats a coverage: `5 documents · newest 10 Jul 2024 · 4 undated · 1 of 6 files unread`. */
export function coverageLine(coverage: Coverage): string {
  const { documents, newest, undated } = coverage;
  const parts = [countDocuments({ documents })];
  if (newest !== null) parts.push(`newest ${formatDate(newest)}`);
  if (undated > 0) parts.push(`${undated} undated`);
  const unread = countUnread(coverage);
  if (unread !== null) parts.push(unread);
  return parts.join(' · ');
}

/** Says that a question has no answer: `Nothing in 5 documents answers this.` */
export function nothingAnswers(coverage: Pick<Coverage, 'documents'>): string {
  return `Nothing in ${countDocuments(coverage)} answers this.`;
}
