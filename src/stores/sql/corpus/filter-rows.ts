import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { DocumentFilter } from '../../../core/library/documents/document-filter.ts';
import type { DocumentSchema } from './document-tables.ts';

/** A query of documents. */
export type Documents<Output> = SelectQueryBuilder<DocumentSchema, 'corpus_documents', Output>;

/** Keeps the documents that a filter may admit. */
export function roughly<Output>(
  query: Documents<Output>,
  { since, before, publishers, among, by, tags, grade }: DocumentFilter,
): Documents<Output> {
  const conditions = (where: ExpressionBuilder<DocumentSchema, 'corpus_documents'>) =>
    where.and([
      ...(since === null ? [] : [where('published', '>=', since)]),
      ...(before === null ? [] : [where('published', '<', before)]),
      ...(publishers === null ? [] : [where('publisher', 'in', publishers)]),
      ...(among === undefined ? [] : [where('id', 'in', among)]),
      ...(by === undefined ? [] : [where('author', 'is not', null)]),
      ...(tags === undefined ? [] : [where('tags', 'is not', null)]),
      ...(grade === undefined ? [] : [where('grade', 'is not', null)]),
    ]);
  return query.where(conditions);
}

/** Whether a filter names none that it admits; `in` takes no empty list. */
export function admitsNone({ publishers, among }: DocumentFilter): boolean {
  return publishers?.length === 0 || among?.length === 0;
}

type Looked = 'published' | 'publisher' | 'author' | 'tags' | 'grade' | 'id';

/** The columns that a filter looks at; that of dates always, since coverage does. */
export function columnsOf({ publishers, among, by, tags, grade }: DocumentFilter): Looked[] {
  return [
    'published',
    ...(publishers === null ? [] : ['publisher' as const]),
    ...(by === undefined ? [] : ['author' as const]),
    ...(tags === undefined ? [] : ['tags' as const]),
    ...(grade === undefined ? [] : ['grade' as const]),
    ...(among === undefined ? [] : ['id' as const]),
  ];
}
