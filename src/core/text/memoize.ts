const MAX_KNOWN = 100_000; // words; stemming takes some 10 µs, a lookup 0.1

/** Returns a function that caches the results of a pure function of words. */
export function memoize<Value extends string | number>(
  compute: (word: string) => Value,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= MAX_KNOWN) known.clear();
    const value = compute(word);
    known.set(word, value);
    return value;
  };
}
