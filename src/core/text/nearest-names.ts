import MiniSearch from 'minisearch';

/** The names most like a mistyped one, nearest first, at most three. */
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
