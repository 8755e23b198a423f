import MiniSearch from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';

/** Returns up to three names that resemble a mistyped one, nearest first. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (name) => [name, ...name.split(/[-/]/)],
  });
  index.addAll([...new Set(names)].map((id) => ({ id })));
  return index
    .search(typed.slice(0, 60), { prefix: (term) => term.length > 1, fuzzy: 0.4 })
    .slice(0, 3)
    .map(({ id }) => String(id));
}

/** Returns the words up to so many edits (Levenshtein distance) from a typed one, each with its number of edits. */
export function wordsWithin(edits: number, typed: string, words: Iterable<string>): Map<string, number> {
  const known = new SearchableMap<true>();
  for (const word of words) known.set(word, true);
  return new Map([...known.fuzzyGet(typed, edits)].map(([word, [, distance]]) => [word, distance]));
}
