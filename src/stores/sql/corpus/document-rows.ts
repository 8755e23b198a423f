import type { Insertable, Selectable } from 'kysely';
import {
  type CollectionId,
  type DocumentId,
  type DocumentSummary,
  displayTitle,
} from '../../../core/library/documents/document.ts';
import { plainName, plainTitle } from '../../../core/library/documents/document-names.ts';
import { numberKeys } from '../../../core/library/documents/document-numbers.ts';
import { parseGrade } from '../../../core/library/documents/grade.ts';
import type { StoredDocument } from '../../../core/library/stored/document-store.ts';
import type { DocumentSchema } from './document-tables.ts';

type DocumentRow = Selectable<DocumentSchema['corpus_documents']>;

/** Formats what lists show of a document, and what it is found by. */
export function toRow({
  indexed: { document },
  origin: { file, path },
}: StoredDocument): Insertable<DocumentRow> {
  const { id, collection, sha256, title, publisher, author, published, url, language, tags, grade } =
    document;
  const heading = displayTitle(document);
  const [number_key = null, other_number_key = null] = numberKeys(id);
  return {
    ...{ id, collection, file, path, sha256, title, heading, publisher, author, published, url, language },
    tags: tags === undefined ? null : JSON.stringify(tags),
    grade: grade ?? null,
    id_key: plainName(id),
    title_key: plainTitle(heading),
    number_key,
    other_number_key,
    id_lower: id.toLowerCase(),
    heading_lower: heading.toLowerCase(),
  };
}

/** Reads what toRow formatted. */
export function toSummary(row: DocumentRow): DocumentSummary {
  const { id, collection, sha256, title, heading, publisher, author, published, url, language } = row;
  return {
    ...{ sha256, title, heading, publisher, author, published, url, language },
    ...{ id: id as DocumentId, collection: collection as CollectionId },
    ...filedUnder(row),
  };
}

/** What a team says of a document. */
export function filedUnder({ tags, grade }: Pick<DocumentRow, 'tags' | 'grade'>) {
  const known = grade === null ? null : parseGrade(grade);
  return {
    ...(tags !== null && { tags: JSON.parse(tags) as string[] }),
    ...(known !== null && { grade: known }),
  };
}
