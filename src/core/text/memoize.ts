const MAX_REMEMBERED = 100_000; // words; stemming takes some 10 µs, a look-up 0.1

/** The same function of words, keeping what it gave. */
export function memoize<Value extends string | number>(
  make: (word: string) => Value,
): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const made = make(word);
    known.set(word, made);
    return made;
  };
}
