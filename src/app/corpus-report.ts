import type { LibraryOverview, Refusal } from '../core/library/library.ts';
import { countDocuments } from '../core/replies/coverage.ts';
import { displayable } from '../core/text/displayable.ts';

/** A line for each collection, with what was read of it, and for each file that is not indexed, or only in part. */
export function corpusLines(library: LibraryOverview): string[] {
  const collections = library.collections.map(({ id }) => {
    const { documents, passages } = library.size(id);
    const counted = `${passages} ${passages === 1 ? 'passage' : 'passages'}`;
    return `${displayable(id)}: ${countDocuments({ documents })}, ${counted}`;
  });
  return [...collections, ...library.refusals.map(formatRefusal)];
}

/** How many files are not indexed, in one line for the operator; null if all are. */
export function unreadLine({ refusals }: Pick<LibraryOverview, 'refusals'>): string | null {
  const unread = refusals.filter(({ partly }) => !partly).length;
  if (unread === 0) return null;
  return `${unread} ${unread === 1 ? 'file is' : 'files are'} not indexed; "dossier index" says which and why.`;
}

/** A file that is not indexed, or what is left out of one, for the operator. */
export function formatRefusal({ file, reason, partly }: Refusal): string {
  return `${partly ? 'Note' : 'Not indexed'}: ${displayable(`${file} ${reason}`)}.`;
}
