import type { Coverage } from './coverage.ts';
import type { Document } from './document.ts';
import { admits, type DocumentFilter, lacksDate } from './document-filter.ts';

/** How many documents a filter leaves. */
export interface FilteredCount {
  readonly coverage: Coverage;
  /** Those left out only because they have no date. */
  readonly undated: number;
  /** Those left out only because their date is not exact enough to tell. */
  readonly vague: number;
}

/** Counts what a filter leaves of some documents. */
export function countFiltered(documents: Iterable<Document>, filter: DocumentFilter): FilteredCount {
  const [kept, left] = [
    { documents: 0, dated: 0 },
    { undated: 0, vague: 0 },
  ];
  let newest: string | null = null;
  for (const document of documents) {
    const { published } = document;
    if (admits(filter, document)) {
      kept.documents++;
      if (published === null) continue;
      kept.dated++;
      if (newest === null || published > newest) newest = published;
    } else if (lacksDate(filter, document)) left[published === null ? 'undated' : 'vague']++;
  }
  return { coverage: { documents: kept.documents, newest, undated: kept.documents - kept.dated }, ...left };
}
