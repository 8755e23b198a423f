/**
 * Returns a search for the first place of a mark from an offset on, -1 if there is none. Places that were found, or not
 * found, are kept, so that marks which are opened a million times and never closed take no more than one walk.
 */
export function createEndFinder(text: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const before = known.get(mark);
    if (before !== undefined && (before === -1 || before >= from)) return before;
    const found = text.indexOf(mark, from);
    known.set(mark, found);
    return found;
  };
}
