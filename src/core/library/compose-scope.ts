import { addCoverage, type CollectionContents } from './collection-contents.ts';
import type { Coverage } from './coverage.ts';
import type { CollectionId } from './documents/document.ts';
import { versionOf } from './following/corpus-version.ts';
import type { LibrarySize, Scope } from './library.ts';

/** Returns the scope of some collections from the counts of each that has documents, and which of their files are not served. */
export function composeScope(
  collections: readonly CollectionId[],
  parts: readonly CollectionContents[],
  unread: Pick<Coverage, 'unread' | 'toRead'>,
): Scope {
  const coverage = { ...addCoverage(parts.map((part) => part.coverage)), ...unread };
  const version = versionOf(parts.map((part) => part.version));
  return { collections, coverage, languages: languagesIn(parts), version };
}

/** The languages of all documents, English first. */
export function languagesIn(parts: readonly CollectionContents[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.values('language')))].sort(englishFirst);
}

/** The names of a kind that any document has, in order. */
export function namesIn(parts: readonly CollectionContents[], kind: 'publisher' | 'tag'): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.values(kind)))].sort();
}

/** How much is indexed of some collections. */
export function sizeOf(parts: readonly CollectionContents[]): LibrarySize {
  const total = (kind: 'document' | 'passage') => parts.reduce((sum, part) => sum + part.total(kind), 0);
  return { documents: total('document'), passages: total('passage') };
}

function englishFirst(a: string, b: string): number {
  return Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1);
}
