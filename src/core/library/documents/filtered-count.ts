import type { Coverage } from '../coverage.ts';
import { admits, type DocumentFilter, type Known, lacksDate } from './document-filter.ts';

/** How many documents a filter leaves. */
export interface FilteredCount {
  readonly coverage: Coverage;
  /** Those left out only because they have no date. */
  readonly undated: number;
  /** Those left out only because their date is not exact enough to tell. */
  readonly vague: number;
}

/** Documents that a filter can't tell apart, and how many they are. */
export interface DocumentGroup {
  readonly known: Known;
  readonly documents: number;
}

/** Counts what a filter leaves of some documents. */
export function countFiltered(groups: Iterable<DocumentGroup>, filter: DocumentFilter): FilteredCount {
  const [kept, left] = [
    { documents: 0, dated: 0 },
    { undated: 0, vague: 0 },
  ];
  let newest: string | null = null;
  for (const { known, documents } of groups) {
    const { published } = known;
    if (admits(filter, known)) {
      kept.documents += documents;
      if (published === null) continue;
      kept.dated += documents;
      if (newest === null || published > newest) newest = published;
    } else if (lacksDate(filter, known)) left[published === null ? 'undated' : 'vague'] += documents;
  }
  return { coverage: { documents: kept.documents, newest, undated: kept.documents - kept.dated }, ...left };
}
