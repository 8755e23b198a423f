import { wordsWithin } from '../../text/nearest-names.ts';

const MIN_SIMILAR = 4; // letters; shorter words have too many neighbours
const MIN_ROOT = 5; // letters that two forms of a word share
const MAX_ENDING = 4; // letters by which one form of a word may be longer than another
const LONG = 8; // letters from which two edits are allowed
const MAX_COMPARED = 5000; // terms; a document may contain any number of similar ones

/**
 * Returns the terms one edit, or from eight letters on two edits, from `term`, and those that one is a prefix of. The
 * first letter must be the same.
 */
export function similarTerms(term: string, known: Iterable<string>): string[] {
  if (term.length < MIN_SIMILAR) return [];
  const letters = term.length < LONG ? 1 : 2;
  const parts = cut(term, letters + 1);
  const compared: string[] = [];
  const forms: string[] = [];
  for (const other of known) {
    const longer = Math.abs(other.length - term.length);
    if (other.charCodeAt(0) !== term.charCodeAt(0) || longer > MAX_ENDING) continue;
    if (isForm(term, other)) forms.push(other);
    else if (longer <= letters && parts.some((part) => other.includes(part))) compared.push(other);
    if (forms.length + compared.length >= MAX_COMPARED) break;
  }
  return [...forms, ...wordsWithin(letters, term, compared).keys()];
}

/** What every term has that is similar to one; more may have it. */
export interface SimilarPattern {
  readonly opening: string;
  /** UTF-16 units of the longest. */
  readonly longest: number;
  /** Each contains one of these. */
  readonly parts: readonly string[];
}

/** Returns what the terms similar to one have in common; null if there are none. */
export function similarPattern(term: string): SimilarPattern | null {
  if (term.length < MIN_SIMILAR) return null;
  const letters = term.length < LONG ? 1 : 2;
  const opening = String.fromCodePoint(term.codePointAt(0) ?? 0);
  return { opening, longest: term.length + MAX_ENDING, parts: cut(term, letters + 1) };
}

/** Cuts a term into n + 1 parts, at least one of which n edits leave unchanged. */
function cut(term: string, count: number): string[] {
  const size = term.length / count;
  return Array.from({ length: count }, (_, at) =>
    term.slice(Math.floor(at * size), Math.floor((at + 1) * size)),
  );
}

function isForm(term: string, other: string): boolean {
  const [root, form] = term.length < other.length ? [term, other] : [other, term];
  return root.length >= MIN_ROOT && form.startsWith(root);
}
