const MOST = 10_000; // ids, some minutes of the busiest bot

/** Tells whether an id is new, as far back as the latest ten thousand. */
export function createOnce(): (id: string) => boolean {
  const known = new Set<string>();
  return (id) => {
    if (known.has(id)) return false;
    known.add(id);
    const [oldest] = known;
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return true;
  };
}
