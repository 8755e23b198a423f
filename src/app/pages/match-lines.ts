/** A word, and where it stands in its text. */
export interface PlacedWord {
  readonly word: string;
  readonly at: number;
  /** Which line it stands in. */
  readonly line: number;
}

/** The words of a text, by white space. */
export function wordsOf(text: string): readonly PlacedWord[] {
  let line = 0;
  let seen = 0;
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index: at }) => {
    for (; seen < at; seen++) if (text[seen] === '\n') line++;
    return { word, at, line };
  });
}

/** Words in lines. */
export function linesOf(words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] {
  const lines: PlacedWord[][] = [];
  for (const [nth, each] of words.entries()) {
    if (nth === 0 || each.line !== words[nth - 1]?.line) lines.push([]);
    lines.at(-1)?.push(each);
  }
  return lines;
}

type Line = readonly PlacedWord[];

const LONG = 8; // words of a line that stands nowhere by chance

/**
 * Finds where lines stand in a longer text, in order: the long ones first, each as early as it can be, then the short ones
 * between them, each as late as it can be, since a heading stands close above what it heads. Null for those that don't.
 */
export function matchLines(lines: readonly Line[], all: readonly PlacedWord[]): readonly (number | null)[] {
  const places = new Map<string, number[]>();
  for (const [at, { word }] of all.entries()) {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  const stands = (line: Line, at: number) => line.every(({ word }, nth) => all[at + nth]?.word === word);
  const find = (line: Line, from: number, to: number) =>
    (places.get(line[0]?.word ?? '') ?? []).filter(
      (at) => at >= from && at + line.length <= to && stands(line, at),
    );
  const found: (number | null)[] = lines.map(() => null);
  let from = 0;
  for (const [nth, line] of lines.entries()) {
    const [at] = line.length >= LONG ? find(line, from, all.length) : [];
    if (at === undefined) continue;
    found[nth] = at;
    from = at + line.length;
  }
  let to = all.length;
  for (let nth = lines.length - 1; nth >= 0; nth--) {
    const line = lines[nth] ?? [];
    if (found[nth] === null && line.length < LONG)
      found[nth] = find(line, endBefore(found, lines, nth), to).at(-1) ?? null;
    to = found[nth] ?? to;
  }
  return found;
}

/** Where the last line that was found before another ends. */
function endBefore(found: readonly (number | null)[], lines: readonly Line[], nth: number): number {
  for (let before = nth - 1; before >= 0; before--) {
    const at = found[before] ?? null;
    if (at !== null) return at + (lines[before]?.length ?? 0);
  }
  return 0;
}
