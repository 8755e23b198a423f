import type { DocumentId } from '../library/documents/document.ts';
import { numberKey, numberKeys } from '../library/documents/document-numbers.ts';
import type { Library, Scope } from '../library/library.ts';
import type { Concept, Query } from '../search/query.ts';
import { fold } from '../text/fold.ts';
import { monthNumbers } from '../text/local-date.ts';

/** Documents that a question names by a word and their number, and the concepts that name them. */
export interface NumberedDocuments {
  readonly among: ReadonlySet<DocumentId>;
  readonly naming: ReadonlySet<Concept>;
}

/**
 * Finds the documents whose file a question names by a word and a number: `pep-0476` for “PEP 476”, `rfcs/0243-lamps` for
 * “RFC 243”. Null if it names none.
 */
export async function findNumbered(
  library: Pick<Library, 'numbered'>,
  { concepts }: Query,
  scope: Pick<Scope, 'collections'>,
): Promise<NumberedDocuments | null> {
  const references = referencesIn(concepts);
  if (references.size === 0) return null;
  const found = (await library.numbered(scope, [...references.keys()])).map(({ id }) => id);
  const naming = found.flatMap(numberKeys).flatMap((key) => references.get(key) ?? []);
  return found.length > 0 ? { among: new Set(found), naming: new Set(naming) } : null;
}

/** The keys of words with their numbers, as “EIP-1559” and “PEP 8” are and “in May 2024” is not, with the concepts written so. */
function referencesIn(concepts: readonly Concept[]): ReadonlyMap<string, readonly Concept[]> {
  const words = concepts.flatMap((concept) =>
    concept.written.split(/[\s_-]+|(?<=\p{L})(?=\d)/u).map((written) => ({ written, concept })),
  );
  const references = new Map<string, readonly Concept[]>();
  for (const [at, { written, concept }] of words.entries()) {
    const next = words[at + 1];
    if (!next || !/^\d{1,5}$/.test(next.written) || !/^\p{L}{2,12}$/u.test(written)) continue;
    if (monthNumbers().has(written.toLowerCase())) continue;
    const isOne = next.concept === concept || isJoined(concept, written + next.written);
    if (!isOne && !/^\p{Lu}/u.test(written)) continue;
    const key = numberKey(written, next.written);
    references.set(key, [...(references.get(key) ?? []), concept, next.concept]);
  }
  return references;
}

/** Whether a word stands directly before the one that it is joined with here. */
function isJoined({ wordings }: Concept, joined: string): boolean {
  const term = fold(joined);
  return wordings.some(({ terms }) => terms.length === 1 && terms[0] === term);
}
