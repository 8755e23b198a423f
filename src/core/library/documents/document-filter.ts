import { fold } from '../../text/fold.ts';
import type { Document, DocumentId } from './document.ts';
import { type Grade, isAtLeast } from './grade.ts';

/** Which documents are searched, by what is known of them. Plain data, so that an index can apply it. */
export interface DocumentFilter {
  /** Dates as in `Document.published`; null: any time. */
  readonly since: string | null;
  readonly before: string | null;
  /** Names as documents give them; null: any, or none. */
  readonly publishers: readonly string[] | null;
  /** The only documents searched; absent: any. */
  readonly among?: readonly DocumentId[];
  /** Words that the name of the author has, folded; absent: any author, or none. */
  readonly by?: readonly string[];
  /** The document has each of these; absent: any, or none. */
  readonly tags?: readonly string[];
  /** The document's grade is at least this one; absent: any, or none. */
  readonly grade?: Grade;
}

/** What a filter looks at. */
export type Known = Pick<Document, 'id' | 'published' | 'publisher' | 'author' | 'tags' | 'grade'>;

/** Whether a document passes a filter for certain: one without a date, or one too vague to tell, meets no date. */
export function admits(
  { since, before, publishers, among, by, ...filed }: DocumentFilter,
  { id, published, publisher, author, ...known }: Known,
): boolean {
  if (!isFiled(filed, known)) return false;
  if (by !== undefined && !isNamed(author, by)) return false;
  if (among !== undefined && !among.includes(id)) return false;
  if (publishers !== null && (publisher === null || !publishers.includes(publisher))) return false;
  if (since !== null && (published === null || published < since)) return false;
  return before === null || (published !== null && published < before && !isWithin(before, published));
}

function isFiled(
  { tags = [], grade: wanted }: Pick<DocumentFilter, 'tags' | 'grade'>,
  { tags: own = [], grade }: Pick<Known, 'tags' | 'grade'>,
): boolean {
  const isRelied = wanted === undefined || (grade !== undefined && isAtLeast(grade, wanted));
  return isRelied && tags.every((tag) => own.includes(tag));
}

function isNamed(name: string | null, words: readonly string[]): boolean {
  const parts = name === null ? [] : fold(name).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => parts.includes(word));
}

/** Whether a document fails a filter only for want of a date, or of a more exact one. */
export function lacksDate(filter: DocumentFilter, known: Known): boolean {
  if (admits(filter, known) || !admits({ ...filter, since: null, before: null }, known)) return false;
  const { since, before } = filter;
  const { published } = known;
  if (published === null) return true;
  const mayBeSince = since === null || published >= since || isWithin(since, published);
  return mayBeSince && (before === null || published < before);
}

/** Whether a date is a part of a year or a month: `2024-07-10` of `2024`. */
function isWithin(date: string, period: string): boolean {
  return date.length > period.length && date.startsWith(period);
}
