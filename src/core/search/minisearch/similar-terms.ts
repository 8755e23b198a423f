import SearchableMap from 'minisearch/SearchableMap';

const MIN_SIMILAR = 4; // letters; shorter words have too many neighbours
const MIN_ROOT = 5; // letters that two forms of a word share
const MAX_ENDING = 4; // letters by which one form of a word may be longer than another
const LONG = 8; // letters from which two may be wrong
const MAX_COMPARED = 5000; // terms; a document may hold any number made up to be alike

/**
 * Terms one or, from eight letters, two letters off `term`, and those that it begins, or that begin it.
 * The first letter is never in doubt.
 */
export function similarTerms(term: string, known: Iterable<string>): string[] {
  if (term.length < MIN_SIMILAR) return [];
  const letters = term.length < LONG ? 1 : 2;
  const parts = cut(term, letters + 1);
  const compared = new SearchableMap<true>();
  const forms: string[] = [];
  for (const other of known) {
    const longer = Math.abs(other.length - term.length);
    if (other.charCodeAt(0) !== term.charCodeAt(0) || longer > MAX_ENDING) continue;
    if (isForm(term, other)) forms.push(other);
    else if (longer <= letters && parts.some((part) => other.includes(part))) compared.set(other, true);
    if (forms.length + compared.size >= MAX_COMPARED) break;
  }
  return [...forms, ...compared.fuzzyGet(term, letters).keys()];
}

/** Changing n letters of a word leaves one of n + 1 parts as it was. */
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
